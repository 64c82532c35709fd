using System.Text;

namespace Extraction.Fuzz.Texts;

/// <summary>Writes a text in other encodings and with other line ends, and spoils bytes of it.</summary>
internal static class TextDamage
{
    private const int MostCopies = 2_000;

    private static readonly Func<string, Random, Mutant>[] Kinds = [Encoded, OneLine, Repeated, Spoiled, Controls, Mixed];

    internal static Mutant Of(byte[] bytes, Random random) => Pick.From(Kinds, random)(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), random);

    private static Mutant Encoded(string text, Random random)
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false),
            CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!, new UTF32Encoding(false, true), new UTF32Encoding(true, true),
        ];
        Encoding encoding = Pick.From(encodings, random);
        byte[] bytes = [.. random.Next(4) == 0 ? [] : encoding.GetPreamble(), .. encoding.GetBytes(text)];
        return new Mutant(bytes, $"in {encoding.WebName}", encoding is UTF32Encoding ? Promise.None : Promise.Whole);
    }

    private static Mutant OneLine(string text, Random random) =>
        Utf8(text.ReplaceLineEndings(Pick.From(["", "\r", "\v", "\f", "\u0085", "\u2028", "\0"], random)), "other line ends", Promise.Whole);

    private static Mutant Repeated(string text, Random random)
    {
        int copies = Math.Min(Pick.Count(random, MostCopies), 5_000_000 / Math.Max(1, text.Length));
        return Utf8(new StringBuilder().Insert(0, random.Next(2) == 0 ? text.ReplaceLineEndings("") : text, Math.Max(1, copies)).ToString(), $"{copies} times", Promise.Whole);
    }

    private static Mutant Spoiled(string text, Random random)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int count = Pick.Count(random, 2_000); count > 0 && bytes.Length > 0; count--) bytes[random.Next(bytes.Length)] = (byte)random.Next(0x80, 0x100);
        return new Mutant(bytes, "wrong bytes", Promise.None);
    }

    private static Mutant Controls(string text, Random random)
    {
        var changed = new StringBuilder(text);
        for (int count = Pick.Count(random, 1_000); count > 0; count--) changed.Insert(random.Next(changed.Length + 1), Pick.From(["\0", "\u0001", "\u001B[31m", "\u007F", "\uFFFE", "\u202E", "\uFEFF", "\u200B", "\uE000"], random));
        return Utf8(changed.ToString(), "control characters", Promise.Whole);
    }

    private static Mutant Mixed(string text, Random random)
    {
        int cut = random.Next(text.Length + 1);
        return new Mutant([.. Encoding.UTF8.GetBytes(text[..cut]), .. CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text[cut..])], "two encodings", Promise.Whole);
    }

    internal static Mutant Utf8(string text, string damage, Promise promise) => new(Encoding.UTF8.GetBytes(text), damage, promise);
}
