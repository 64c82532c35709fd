using System.Text;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>Turns a part's bytes into characters whatever they are.</summary>
internal static class PartDecoder
{
    /// <summary>The characters, wrong ones as U+FFFD, without those that XML forbids; and whether any was wrong. Control characters
    /// carry no text, but zeros stand where something was wiped out.</summary>
    public static (string Text, bool HasWrong) Decode(ReadOnlySpan<byte> bytes)
    {
        string text = EncodingOf(bytes).GetString(bytes);
        var clean = new StringBuilder(text.Length);
        bool hasWrong = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
            else if (c == '\uFFFD' || char.IsSurrogate(c)) (hasWrong, _) = (true, clean.Append('\uFFFD'));
            else if (IsAllowed(c)) clean.Append(c);
            else hasWrong |= c == '\0';
        }
        return (clean.ToString(), hasWrong);
    }

    /// <summary>Whether XML 1.0 allows a character of the basic plane.</summary>
    public static bool IsAllowed(char c) => c is >= ' ' and not ('\uFEFF' or '\uFFFE' or '\uFFFF') or '\t' or '\n' or '\r';

    // what stands there decides, not what the declaration says: a part that is damaged may have been transcoded by whoever damaged it
    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([(byte)'<', 0])) return Encoding.Unicode;
        if (bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.StartsWith<byte>([0, (byte)'<'])) return Encoding.BigEndianUnicode;
        return PartEncoding.Declared(bytes) ?? Encoding.UTF8;
    }
}
