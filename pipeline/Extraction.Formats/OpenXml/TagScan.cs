namespace Extraction.Formats.OpenXml;

/// <summary>A start tag as it stands in a text, well-formed or not.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Attributes">In order; a name may stand twice.</param>
/// <param name="IsEmpty">Whether the tag closes itself.</param>
/// <param name="IsWhole">Whether the tag was as it should be.</param>
/// <param name="End">Behind the tag.</param>
internal sealed record TagScan(string Name, IReadOnlyList<(string Name, string Value)> Attributes, bool IsEmpty, bool IsWhole, int End)
{
    /// <summary>The tag that starts at a <c>&lt;</c> with a letter behind it.</summary>
    public static TagScan At(string text, int start)
    {
        int at = start + 1;
        string name = ReadName(text, ref at);
        List<(string, string)> attributes = [];
        bool isWhole = true;
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) break;
            if (text[at] == '>') return new TagScan(name, attributes, false, isWhole, at + 1);
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '>') return new TagScan(name, attributes, true, isWhole, at + 2);
            // the next tag begins where this one should have ended
            if (text[at] == '<') return new TagScan(name, attributes, false, false, at);
            if (!ReadAttribute(text, ref at, attributes)) isWhole = false;
        }
        return new TagScan(name, attributes, false, false, text.Length);
    }

    private static bool ReadAttribute(string text, ref int at, List<(string, string)> attributes)
    {
        int start = at;
        string name = ReadName(text, ref at);
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (name.Length == 0 || at >= text.Length || text[at] != '=')
        {
            at = Math.Max(at, start + 1);
            return false;
        }
        at++;
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at >= text.Length || text[at] is not ('"' or '\'')) return false;
        int end = text.IndexOf(text[at], at + 1), tag = text.IndexOf('<', at + 1);
        // a value holds no tag: a quote that is missing must not swallow the text behind it
        if (end < 0 || (tag >= 0 && tag < end))
        {
            at = tag < 0 ? text.Length : tag;
            return false;
        }
        attributes.Add((name, text[(at + 1)..end]));
        at = end + 1;
        return true;
    }

    private static string ReadName(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is ':' or '_' or '-' or '.')) at++;
        return text[start..at];
    }
}
