using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;

namespace Extraction.Formats.Html;

/// <summary>
/// Collects the text of one paragraph by the rules of CSS for white space: a sequence of it is one space, none at the edges, and none where
/// it holds a line end between Chinese or other wide characters, which are written without spaces.
/// </summary>
internal sealed class HtmlText
{
    private readonly List<(string Text, string? Link)> pieces = [];
    private readonly StringBuilder current = new();
    private string? link;
    private Gap gap;
    private char last;

    private enum Gap
    {
        None,
        Space,
        LineEnd,
    }

    /// <summary>Whether nothing visible has been collected.</summary>
    internal bool IsEmpty => pieces.Count == 0 && current.Length == 0;

    /// <summary>The text with its white space collapsed.</summary>
    internal static string Collapse(string text)
    {
        var collected = new HtmlText();
        collected.Append(text, null, isPreformatted: false);
        return string.Concat(collected.Take(new Locator()).Select(run => run.Text));
    }

    internal void Append(string text, string? address, bool isPreformatted)
    {
        foreach (char c in text)
        {
            if (!isPreformatted && c is ' ' or '\t' or '\n' or '\r' or '\f') gap = c is '\n' or '\r' || gap == Gap.LineEnd ? Gap.LineEnd : Gap.Space;
            else if (c != '\r') Put(c, address);
        }
    }

    /// <summary>A line end that the page shows inside the paragraph.</summary>
    internal void EndLine()
    {
        if (IsEmpty) return;
        gap = Gap.None;
        Put('\n', link);
    }

    /// <summary>What was collected, and forgets it.</summary>
    internal ImmutableArray<SourceRun> Take(Locator place)
    {
        EndPiece();
        ImmutableArray<SourceRun> runs = [.. pieces.Select(piece => new SourceRun(piece.Text, place) { Link = piece.Link })];
        pieces.Clear();
        (gap, last, link) = (Gap.None, default, null);
        return runs;
    }

    private void Put(char c, string? address)
    {
        bool showsGap = gap == Gap.Space || (gap == Gap.LineEnd && !(IsWide(last) && IsWide(c)));
        if (showsGap && !IsEmpty && last != '\n') current.Append(' ');
        gap = Gap.None;
        if (address != link)
        {
            EndPiece();
            link = address;
        }

        current.Append(c);
        last = c;
    }

    private void EndPiece()
    {
        if (current.Length > 0) pieces.Add((current.ToString(), link));
        current.Clear();
    }

    private static bool IsWide(char c) => c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
        or (>= '\uFF00' and <= '\uFF60') or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' || char.IsSurrogate(c);
}
