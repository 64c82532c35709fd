using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Formats.OpenXml;

/// <summary>Undoes the format's own escapes for characters that XML cannot hold: <c>_x000B_</c> is a vertical tab, <c>_x005F_</c> an underscore.</summary>
internal static partial class EscapedText
{
    /// <summary>The text as it is shown; line breaks of any kind are <c>\n</c>, other control characters stay escaped.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        return Escape().Replace(text, match => Character(match.Groups[1].Value) ?? match.Value);
    }

    private static string? Character(string hex) => (char)ushort.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) switch
    {
        '\n' or '\v' or '\r' => "\n",
        '\t' => "\t",
        < ' ' => null,
        >= '\ud800' and <= '\udfff' => null,
        char character => character.ToString(),
    };

    // a carriage return and a line feed are one line end
    [GeneratedRegex("(?:_x000[Dd]_(?=_x000[Aa]_))?_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
