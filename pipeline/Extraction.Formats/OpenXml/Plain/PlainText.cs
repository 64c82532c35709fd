using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>What bytes of a part are plain, and how they are written characters.</summary>
internal static class PlainText
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n' or '\r')).Select(code => (byte)code)]);

    /// <summary>Whether all characters are allowed in XML and written in UTF-8.</summary>
    public static bool IsAllowed(ReadOnlySpan<byte> bytes) =>
        !bytes.ContainsAny(Controls) && Utf8.IsValid(bytes) && bytes.IndexOf("\uFFFE"u8) < 0 && bytes.IndexOf("\uFFFF"u8) < 0;

    /// <summary>Bytes of the mark and the declaration in front of the root; -1 where they are anything but the usual ones for UTF-8.</summary>
    public static int Head(ReadOnlySpan<byte> bytes)
    {
        int start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!bytes[start..].StartsWith("<?xml "u8)) return start;
        int end = bytes[start..].IndexOf("?>"u8);
        if (end < 0) return -1;
        string declaration = Encoding.ASCII.GetString(bytes.Slice(start + 6, end - 6)).Replace('\'', '"').ToUpperInvariant().Trim(' ');
        return declaration is "VERSION=\"1.0\"" or "VERSION=\"1.0\" ENCODING=\"UTF-8\"" or "VERSION=\"1.0\" ENCODING=\"UTF-8\" STANDALONE=\"YES\""
            or "VERSION=\"1.0\" STANDALONE=\"YES\"" or "VERSION=\"1.0\" ENCODING=\"UTF-8\" STANDALONE=\"NO\""
            ? start + end + 2
            : -1;
    }

    /// <summary>Whether there are only blanks, tabs and ends of lines.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(" \t\r\n"u8);

    /// <summary>The characters of a text or value with references in it; null where it has others than those of XML itself.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        string raw = Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var decoded = new StringBuilder(raw.Length);
        for (int at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '&')
            {
                decoded.Append(raw[at]);
                continue;
            }
            int end = raw.IndexOf(';', at);
            if (end < 0 || Reference(raw.AsSpan(at + 1, end - at - 1)) is not { } character) return null;
            decoded.Append(character);
            at = end;
        }
        return decoded.ToString();
    }

    private static string? Reference(ReadOnlySpan<char> name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', .. var digits] => Character(digits, NumberStyles.AllowHexSpecifier),
        ['#', .. var digits] => Character(digits, NumberStyles.None),
        _ => null,
    };

    private static string? Character(ReadOnlySpan<char> digits, NumberStyles style)
    {
        bool isNumber = int.TryParse(digits, style, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code);
        bool isAllowed = isNumber && (code >= ' ' || code is '\t' or '\n' or '\r') && code is not ('\uFFFE' or '\uFFFF');
        return isAllowed ? new Rune(code).ToString() : null;
    }
}
