using System.Text;

namespace Extraction.Tests.Normalization.Damage;

/// <summary>Does to a sound text what file formats and extraction tools do; the same for a seed on every machine.</summary>
/// <param name="forms">An ideograph's radicals and compatibility forms.</param>
internal sealed class TextDamager(ILookup<string, string> forms)
{
    private const string Invisible = "\u200B\u00AD\uFEFF\u200D\uFE0F\u2060";

    /// <summary>Most ideographs that have a radical become it, each of them wherever it stands: an extraction reads a glyph always the same way.</summary>
    public string Radicals(string text, Random random)
    {
        int seed = random.Next();
        return Each(text, c => Form(c, seed) ?? c);
    }

    /// <summary>Most ideographs that have a radical stand behind it, each of them wherever it stands.</summary>
    public string Doubled(string text, Random random)
    {
        int seed = random.Next();
        return Each(text, c => Form(c, seed) + c);
    }

    /// <summary>ASCII letters, figures and percent signs become full-width.</summary>
    public static string FullWidth(string text, Random random) =>
        Each(text, c => char.IsAsciiLetterOrDigit(c[0]) || c is "%" ? ((char)(c[0] + 0xFEE0)).ToString() : c);

    /// <summary>Characters that show nothing stand between others.</summary>
    public static string Controls(string text, Random random) => Each(text, c => random.Next(6) == 0 ? c + Invisible[random.Next(Invisible.Length)] : c);

    /// <summary>Latin words and numbers are set apart letter by letter, their own spaces wide.</summary>
    public static string SpacedLatin(string text, Random random)
    {
        var damaged = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ') damaged.Append("  ");
            else damaged.Append(text[i]);
            if (i + 1 < text.Length && IsLatin(text[i]) && IsLatin(text[i + 1])) damaged.Append(' ');
        }

        return damaged.ToString();
    }

    /// <summary>Latin words and numbers fall into splinters of one to three letters.</summary>
    public static string Splinters(string text, Random random)
    {
        var damaged = new StringBuilder();
        int left = random.Next(1, 4);
        for (int i = 0; i < text.Length; i++)
        {
            damaged.Append(text[i]);
            if (text[i] == ' ') damaged.Append(' ');
            if (i + 1 == text.Length || !IsLatin(text[i]) || !IsLatin(text[i + 1])) continue;
            if (--left > 0) continue;
            damaged.Append(' ');
            left = random.Next(5) == 0 ? 2 : 1;
        }

        return damaged.ToString();
    }

    /// <summary>Every character is set apart, spaces of the text wide.</summary>
    public static string SpacedAll(string text, Random random) => string.Join(' ', text.Select(c => c == ' ' ? "" : c.ToString()));

    /// <summary>Single spaces around numbers that units, dates and Chinese words stand beside.</summary>
    public static string SpacedUnits(string text, Random random)
    {
        var damaged = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            damaged.Append(text[i]);
            if (i == 0 || i + 1 == text.Length) continue;
            bool isUnit = char.IsAsciiDigit(text[i]) && text[i + 1] is '年' or '月' or '日' or '亿' or '万' or '亩' or '个' or '家' or '%';
            bool isInside = text[i] is '年' or '月' && char.IsAsciiDigit(text[i + 1]);
            if (isUnit || isInside) damaged.Append(' ');
        }

        return damaged.ToString();
    }

    /// <summary>Line ends at a width, wherever they fall; some with a blank line, some with the indent of the next line.</summary>
    public static string Wraps(string text, Random random)
    {
        var damaged = new StringBuilder();
        int width = random.Next(12, 40);
        string end = random.Next(4) switch { 0 => "\n\n", 1 => "\n  ", _ => "\n" };
        for (int i = 0; i < text.Length; i++)
        {
            if (i > 0 && i % width == 0 && text[i] != ' ' && text[i - 1] != ' ' && !char.IsLowSurrogate(text[i])) damaged.Append(end);
            damaged.Append(text[i]);
        }

        return damaged.ToString();
    }

    /// <summary>Line ends between words, as English is set.</summary>
    public static string WordWraps(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        int last = 0, width = random.Next(20, 50);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' || i - last < width) continue;
            damaged[i] = '\n';
            last = i;
        }

        return damaged.ToString();
    }

    private string? Form(string ideograph, int seed) => (ideograph[0] + seed) % 10 < 7 ? forms[ideograph].FirstOrDefault() : null;

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/';

    private static string Each(string text, Func<string, string> change) =>
        string.Concat(text.EnumerateRunes().Select(rune => change(rune.ToString())));
}
