using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>What glyph names mean: Adobe's lists, and the forms <c>uni4E2D</c>, <c>u4E2D</c>, <c>a_b</c> and <c>a.alt</c>.</summary>
internal static class GlyphNames
{
    private const string Prefix = "UglyToad.PdfPig.Fonts.Resources.GlyphList.";

    private static readonly Lazy<Dictionary<string, string>> Lists = new(() => Load("glyphlist", "additional"));
    private static readonly Lazy<Dictionary<string, string>> Dingbats = new(() => Load("zapfdingbats"));

    /// <summary>The sign that a name of the font ZapfDingbats means (<c>a9</c>); in other fonts such names are mere numbers.</summary>
    public static string? DingbatOf(string name) => Dingbats.Value.TryGetValue(name, out string? text) ? text : null;

    /// <summary>The text, null where the name says nothing (<c>g12</c>, <c>.notdef</c>).</summary>
    public static string? TextOf(string name)
    {
        if (Lists.Value.TryGetValue(name, out string? text)) return text;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot == 0) return null;
        if (dot > 0) return TextOf(name[..dot]);
        if (name.Contains('_', StringComparison.Ordinal)) return Ligature(name);
        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0) return Units(name.AsSpan(3));
        return name.Length is >= 5 and <= 7 && name[0] == 'u' && TryHex(name.AsSpan(1), out int point) && Rune.IsValid(point)
            ? new Rune(point).ToString() : null;
    }

    /// <summary>The letter of a name that is only its number in ASCII, as TeX calls the letters of fonts that it draws (<c>a65</c>).</summary>
    public static string? LetterOf(string name) =>
        name.Length is 3 or 4 && name[0] == 'a' && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is > ' ' and <= '~'
            ? ((char)code).ToString() : null;

    private static string? Ligature(string name)
    {
        string?[] parts = [.. name.Split('_').Select(TextOf)];
        return Array.TrueForAll(parts, part => part is not null) ? string.Concat(parts) : null;
    }

    private static string? Units(ReadOnlySpan<char> digits)
    {
        var text = new StringBuilder();
        for (int i = 0; i + 4 <= digits.Length; i += 4)
        {
            if (!TryHex(digits.Slice(i, 4), out int unit)) return null;
            text.Append((char)unit);
        }
        return text.ToString();
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static Dictionary<string, string> Load(params ReadOnlySpan<string> lists)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string list in lists)
        {
            using Stream? stream = typeof(GlyphList).Assembly.GetManifestResourceStream(Prefix + list);
            if (stream is null) continue;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
                if (Entry(line) is { } entry) names.TryAdd(entry.Name, entry.Text);
        }
        return names;
    }

    private static (string Name, string Text)? Entry(string line)
    {
        int end = line.IndexOf(';', StringComparison.Ordinal);
        if (end <= 0 || line[0] == '#') return null;
        var text = new StringBuilder();
        foreach (string digits in line[(end + 1)..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            if (TryHex(digits, out int point) && Rune.IsValid(point)) text.Append(new Rune(point));
        return text.Length == 0 ? null : (line[..end], text.ToString());
    }
}
