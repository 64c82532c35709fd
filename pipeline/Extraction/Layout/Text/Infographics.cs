using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Labels and values set freely on a page: stuck together (several a line, between tabs), or one above the other.</summary>
internal static class Infographics
{
    private const int FewestRows = 2;

    /// <summary>Makes one grid, label and value, of all of a page's pairs.</summary>
    internal static void Take(TextPage page)
    {
        var rows = new List<(TextPiece Label, TextPiece Value, int Line)>();
        for (int i = 0; i < page.Lines.Count; i++)
            if (page.IsFree(i) && StuckTogether(page.Lines[i]) is { } pairs) rows.AddRange(pairs.Select(pair => (pair.Label, pair.Value, i)));
        HashSet<int> lines = [.. rows.Select(row => row.Line)];
        for (int i = 0, end; i < page.Lines.Count; i = end) AddRun(page, i, out end, lines, rows);
        if (rows.Count < FewestRows) return;
        var table = new DraftTable { Kind = TableKind.Infographic, Page = page.Number };
        int container = page.NewContainer(), number = 0;
        foreach ((TextPiece label, TextPiece value, int line) in rows.OrderBy(row => row.Label.Span.Start))
        {
            number++;
            table.Add(label, number, 1, container);
            table.Add(value, number, 2, container);
            page.Taken[line] = true;
        }
        foreach (int line in lines) page.Taken[line] = true;
        page.Add(table);
    }

    private static List<(TextPiece Label, TextPiece Value)>? StuckTogether(TextLine line)
    {
        if (LineForms.MarkerKind(line.Body) is not null) return null;
        var pairs = new List<(TextPiece, TextPiece)>();
        foreach (TextPiece piece in line.Pieces().Where(piece => piece.Text.Length > 0))
        {
            if (LineForms.LabelAndValue(piece.Text) is not { } split) return null;
            pairs.Add((TextPiece.Of(piece.Span.Start, piece.Text[..split.LabelLength]), TextPiece.Of(piece.Span.Start + split.ValueStart, piece.Text[split.ValueStart..])));
        }
        return pairs.Count > 0 ? pairs : null;
    }

    /// <summary>Lines without a blank line between them that are labels and values and nothing else.</summary>
    private static void AddRun(TextPage page, int first, out int end, HashSet<int> lines, List<(TextPiece, TextPiece, int)> rows)
    {
        end = first;
        while (IsRunLine(page, end) && !lines.Contains(end)) end++;
        if (ValuesAndLabels.Pair([.. page.Lines.Skip(first).Take(end - first).Select(line => line.Body)], bare: false) is { } pairs)
            foreach ((int label, int value) in pairs)
            {
                rows.Add((TextPiece.Of(page.Lines[first + label]), TextPiece.Of(page.Lines[first + value]), first + label));
                lines.UnionWith([first + label, first + value]);
            }
        if (end == first) end++;
    }

    private static bool IsRunLine(TextPage page, int i) => page.IsFree(i) && !page.Lines[i].Text.Contains('\t', StringComparison.Ordinal)
        && LineForms.MarkerKind(page.Lines[i].Body) is null && !LineForms.IsCaption(page.Lines[i].Body);
}
