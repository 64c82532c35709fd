using System.Globalization;
using System.Text;

namespace Extraction.Formats.Pdf;

/// <summary>Stream lengths that are wrong, as edited and damaged files have them. The library looks for a stream's end without them, but loses
/// the stream where the search runs into the end of the file.</summary>
internal static class PdfLengths
{
    private const int MostDigits = 64;

    // no file is as long as a number of more digits
    private const int LongestNumber = 17;

    // the dictionary's entries behind its length
    private const int Window = 4096;

    // line ends and a few lost bytes between the data and its end mark
    private const int Slack = 4;

    /// <summary>The same bytes, or a copy whose wrong lengths are right.</summary>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> file)
    {
        byte[]? copy = null;
        ReadOnlySpan<byte> content = file.Span;
        for (int at = 0; ;)
        {
            int found = content[at..].IndexOf("/Length "u8);
            if (found < 0) return copy ?? file;
            at += found + 8;
            int digits = 0;
            while (digits < MostDigits && at + digits < content.Length && content[at + digits] is >= (byte)'0' and <= (byte)'9') digits++;
            if (digits == 0 || IsReference(content[(at + digits)..]) || RightLength(content, at, digits) is not { } right || right.Length > digits) continue;
            copy ??= file.ToArray();
            Encoding.ASCII.GetBytes(right.PadLeft(digits, '0')).CopyTo(copy, at);
        }
    }

    /// <summary>Whether a generation follows: the number is that of an object which holds the length.</summary>
    private static bool IsReference(ReadOnlySpan<byte> rest)
    {
        rest = rest[..Math.Min(rest.Length, 16)].TrimStart(" \r\n"u8);
        return !rest.IsEmpty && rest[0] is >= (byte)'0' and <= (byte)'9';
    }

    /// <summary>The length up to the stream's end mark, null where the declared one leads there, or there is no stream or mark.</summary>
    private static string? RightLength(ReadOnlySpan<byte> content, int at, int digits)
    {
        long declared = digits > LongestNumber ? long.MaxValue / 2 : long.Parse(Encoding.ASCII.GetString(content.Slice(at, digits)), CultureInfo.InvariantCulture);
        ReadOnlySpan<byte> rest = content[(at + digits)..Math.Min(content.Length, at + digits + Window)];
        int mark = rest.IndexOf("stream"u8), end = rest.IndexOf("endobj"u8);
        if (mark < 0 || (end >= 0 && end < mark)) return null;
        int start = at + digits + mark + 6;
        if (start < content.Length && content[start] == '\r') start++;
        if (start < content.Length && content[start] == '\n') start++;
        if (start + declared < content.Length)
        {
            ReadOnlySpan<byte> there = content[(int)(start + declared)..];
            int gap = there[..Math.Min(there.Length, Slack + 9)].IndexOf("endstream"u8);
            if (gap >= 0) return null;
        }
        int right = content[start..].IndexOf("endstream"u8);
        return right < 0 ? null : right.ToString(CultureInfo.InvariantCulture);
    }
}
