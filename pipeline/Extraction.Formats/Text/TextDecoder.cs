using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using UtfUnknown;

namespace Extraction.Formats.Text;

/// <summary>Turns the bytes of a text file into characters: a byte order mark, else valid UTF-8, else what the bytes look like.</summary>
internal static class TextDecoder
{
    private const string FrequentCharacters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经业市场司公技术這個國們時來為會發動過說產種對業場術";

    /// <summary>The decoded text without its byte order mark. Undecodable bytes become U+FFFD and are reported with their line.</summary>
    internal static string Decode(SourceFile file, DiagnosticBag diagnostics) => Decode(file.Content, null, diagnostics);

    /// <summary>The decoded text of a format that can declare its encoding. A declaration that the bytes contradict is not believed.</summary>
    internal static string Decode(ReadOnlyMemory<byte> content, Encoding? declared, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> bytes = content.Span;
        Encoding encoding = Choose(bytes, declared, out int mark);
        string text = encoding.GetString(bytes[mark..]);
        ReportLosses(text, encoding, diagnostics);
        return text;
    }

    private static Encoding Choose(ReadOnlySpan<byte> bytes, Encoding? declared, out int mark)
    {
        mark = 3;
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return Encoding.UTF8;
        mark = 4;
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return Encoding.UTF32;
        if (bytes.StartsWith<byte>([0x84, 0x31, 0x95, 0x33])) return WithReplacement(54936);
        mark = 2;
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode;
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        mark = 0;
        if (bytes.IndexOf((byte)0) >= 0 && WithoutMark(bytes) is { } wide) return wide;
        if (IsMostlyUtf8(bytes)) return Encoding.UTF8;
        return declared is null or UTF8Encoding ? WideOrEastAsian(bytes) : WithReplacement(declared.CodePage);
    }

    /// <summary>UTF-16 without a mark: read from the wrong end, Chinese and line ends become characters that nobody uses.</summary>
    private static Encoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, 1 << 18)];
        int little = Ordinary(Encoding.Unicode.GetString(sample)), big = Ordinary(Encoding.BigEndianUnicode.GetString(sample));
        if (Math.Max(little, big) * 10 < sample.Length / 2 * 9) return null;
        return little >= big ? Encoding.Unicode : Encoding.BigEndianUnicode;
    }

    private static int Ordinary(string text) =>
        text.Count(c => c is '\t' or '\n' or '\r' or '\f' or (>= ' ' and <= '~') or (>= '\u2010' and <= '\u203F') or (>= '\u2E80' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF'))
        + 2 * text.Count(c => FrequentCharacters.Contains(c) || c is '，' or '。' or '\n');

    /// <summary>A stray byte does not make a UTF-8 text something else; other encodings fail in most of their characters.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.Length > 0)
        {
            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int used) == System.Buffers.OperationStatus.Done;
            if (!valid) bad++;
            else if (used > 1) good++;
            bytes = bytes[Math.Max(used, 1)..];
        }
        return bad == 0 || good > 20 * bad;
    }

    // UTF-16 of Chinese alone has no zero bytes; in it, as in no other encoding, every second byte is one of few
    private static Encoding WideOrEastAsian(ReadOnlySpan<byte> bytes)
    {
        Encoding narrow = EastAsian(bytes);
        if (WithoutMark(bytes) is not { } wide) return narrow;
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, 1 << 18)];
        return Plausibility(wide.GetString(sample)) > Plausibility(narrow.GetString(sample)) ? wide : narrow;
    }

    private static Encoding EastAsian(ReadOnlySpan<byte> bytes)
    {
        byte[] sample = bytes[..Math.Min(bytes.Length, 1 << 18)].ToArray();
        DetectionDetail? detected = CharsetDetector.DetectFromBytes(sample).Detected;
        Encoding simplified = WithReplacement(54936), traditional = WithReplacement(950);
        if (detected is { Confidence: > 0.9f } && detected.EncodingName is { } name)
        {
            if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) || name.StartsWith("hz", StringComparison.OrdinalIgnoreCase)) return simplified;
            if (name.StartsWith("big5", StringComparison.OrdinalIgnoreCase)) return traditional;
        }
        int ofSimplified = Plausibility(simplified.GetString(sample)), ofTraditional = Plausibility(traditional.GetString(sample));
        // in Chinese one character of four is a frequent one; in what only looks like it hardly any
        bool isChinese = Math.Max(ofSimplified, ofTraditional) * 10 >= sample.Length / 2;
        if (!isChinese && NeighbourPage(detected) is > 0 and var page && !WithReplacement(page).GetString(sample).Contains('\uFFFD')) return WithReplacement(page);
        return ofSimplified >= ofTraditional ? simplified : traditional;
    }

    /// <summary>The code page of Japanese or Korean, whose bytes are Chinese characters to a reader of Chinese; 0 for others.</summary>
    private static int NeighbourPage(DetectionDetail? detected) => detected?.EncodingName?.ToLowerInvariant() switch
    {
        "shift-jis" or "shift_jis" => 932,
        "euc-jp" => 51932,
        "euc-kr" or "cp949" => 949,
        _ => 0,
    };

    /// <summary>Frequent characters count for a reading, undecodable bytes and rarely used ranges against it.</summary>
    private static int Plausibility(string text)
    {
        int score = 0;
        foreach (char c in text)
            if (FrequentCharacters.Contains(c)) score += 2;
            else if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')) score -= 4;
            else if (c is '，' or '。' or '、' or '：') score++;
        return score;
    }

    private static Encoding WithReplacement(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
        ?? throw new InvalidOperationException($"The runtime has no code page {codePage}.");

    private static void ReportLosses(string text, Encoding encoding, DiagnosticBag diagnostics)
    {
        ReportPrivate(text, encoding, diagnostics);
        int first = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (first < 0) return;
        int line = 1 + text.AsSpan(0, first).Count('\n');
        int losses = text.AsSpan(first).Count('\uFFFD');
        diagnostics.Error("text-invalid-bytes", "reading",
            $"{losses} place(s) cannot be read as {encoding.WebName}, the first in line {line}; each became U+FFFD.", new Locator { Paragraph = line });
    }

    // Hong Kong's supplement of Big5, and what the first GB 18030 kept for later, have no characters in the tables that the runtime has.
    private static void ReportPrivate(string text, Encoding encoding, DiagnosticBag diagnostics)
    {
        if (encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding) return;
        int count = text.Count(IsPrivate);
        if (count == 0) return;
        int line = 1 + text.AsSpan(0, text.IndexOf(text.First(IsPrivate), StringComparison.Ordinal)).Count('\n');
        diagnostics.Error("text-private-characters", "reading",
            $"{count} character(s) have no meaning in {encoding.WebName}, the first in line {line}; save the file as UTF-8 in the program that shows them.", new Locator { Paragraph = line });
    }

    // U+E5E5 is the wide blank of GBK
    private static bool IsPrivate(char letter) => letter is >= '\uE000' and <= '\uF8FF' and not '\uE5E5';
}
