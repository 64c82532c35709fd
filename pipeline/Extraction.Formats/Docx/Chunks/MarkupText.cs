using System.Net;
using System.Text;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>The text of a web page, line by line: what stands between its tags, without scripts, styles and its title.</summary>
internal static class MarkupText
{
    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "title", "template", "noscript" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "o:p", "q",
        "rb", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    /// <summary>The lines that a browser would show, blanks run together.</summary>
    public static List<string> Lines(string markup)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        for (int at = 0; at < markup.Length;)
        {
            int tag = NextTag(markup, at);
            AppendText(line, markup.AsSpan(at, tag - at));
            if (tag == markup.Length) break;
            string name = Name(markup, tag);
            at = Silent.Contains(name) && markup[tag + 1] != '/' ? EndOf(markup, tag, name) : TagEnd(markup, tag);
            if (!Inline.Contains(name) && name.Length > 0) EndLine(lines, line);
        }
        EndLine(lines, line);
        return lines;
    }

    private static int NextTag(string markup, int at)
    {
        for (int i = markup.IndexOf('<', at); i >= 0 && i + 1 < markup.Length; i = markup.IndexOf('<', i + 1))
            if (char.IsAsciiLetter(markup[i + 1]) || markup[i + 1] is '/' or '!' or '?') return i;
        return markup.Length;
    }

    // a comment has no name; it ends no line
    private static string Name(string markup, int tag)
    {
        int start = markup[tag + 1] == '/' ? tag + 2 : tag + 1;
        int end = start;
        while (end < markup.Length && (char.IsAsciiLetterOrDigit(markup[end]) || markup[end] == ':')) end++;
        return markup[start..end];
    }

    private static int TagEnd(string markup, int tag)
    {
        bool isComment = markup.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal);
        int end = markup.IndexOf(isComment ? "-->" : ">", tag, StringComparison.Ordinal);
        return end < 0 ? markup.Length : end + (isComment ? 3 : 1);
    }

    private static int EndOf(string markup, int tag, string name)
    {
        int end = markup.IndexOf("</" + name, tag, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? markup.Length : TagEnd(markup, end);
    }

    private static void AppendText(StringBuilder line, ReadOnlySpan<char> text)
    {
        foreach (char c in WebUtility.HtmlDecode(text.ToString()))
        {
            if (c is not (' ' or '\t' or '\r' or '\n')) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }
    }

    private static void EndLine(List<string> lines, StringBuilder line)
    {
        if (line.ToString().Trim() is { Length: > 0 } text) lines.Add(text);
        line.Clear();
    }
}
