using System.Globalization;
using System.Text;

namespace Extraction.Formats.OpenXml;

/// <summary>Decodes the references of a damaged part: XML's five names and numbers; any other stays as it stands.</summary>
internal static class Entities
{
    private const int LongestReference = 12;

    /// <summary>The text with references decoded.</summary>
    public static string Decode(string text)
    {
        int at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0) return text;
        var decoded = new StringBuilder(text.Length);
        for (int done = 0; ; at = text.IndexOf('&', done))
        {
            decoded.Append(text, done, (at < 0 ? text.Length : at) - done);
            if (at < 0) return decoded.ToString();
            int end = text.IndexOf(';', at, Math.Min(LongestReference, text.Length - at));
            string? value = end < 0 ? null : ValueOf(text[(at + 1)..end]);
            decoded.Append(value ?? "&");
            done = value is null ? at + 1 : end + 1;
        }
    }

    private static string? ValueOf(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x' or 'X', .. var hex] => Character(hex, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Character(digits, NumberStyles.None),
        _ => null,
    };

    private static string? Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code) ? new Rune(code).ToString() : null;
}
