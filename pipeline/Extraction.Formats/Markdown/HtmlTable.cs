using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Formats.Markdown;

/// <summary>A cell and the visible spans of its text.</summary>
internal sealed record MarkdownCell(int Row, int Column, int RowSpan, int ColumnSpan, ImmutableArray<TextSpan> Text);

/// <summary>An HTML table as a grid.</summary>
/// <param name="Rows">Grid rows.</param>
/// <param name="Columns">Grid columns.</param>
/// <param name="HeaderRows">Leading rows with nothing but header cells.</param>
/// <param name="Cells">In the text's order.</param>
internal sealed record HtmlGrid(int Rows, int Columns, int HeaderRows, List<MarkdownCell> Cells);

/// <summary>Reads an HTML table tolerantly: closing tags of rows and cells may be missing. A table inside a cell is read as its text.</summary>
internal static partial class HtmlTable
{
    private const int LargestSpan = 1000;
    private const int MostCovered = 1_000_000;

    /// <summary>The table that starts at <paramref name="start"/>; null where it has no cells.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="start">Where the table's tag starts.</param>
    /// <param name="blockEnd">Where the HTML block ends; a table may reach beyond it if it is closed there.</param>
    internal static HtmlGrid? Read(string text, int start, int blockEnd)
    {
        int limit = text.IndexOf("</table", start, StringComparison.OrdinalIgnoreCase) < 0 ? blockEnd : text.Length;
        var cells = new List<MarkdownCell>();
        var taken = new HashSet<(int, int)>();
        int row = 0, depth = 0, headers = 0, columns = 0, rows = 0;
        bool onlyHeaders = true;
        Match? open = null;
        foreach (Match tag in Tag().Matches(text[start..limit]))
        {
            string name = tag.Groups["name"].Value.ToLowerInvariant();
            bool closes = tag.Groups["close"].Length > 0;
            if (name == "table") depth += closes ? -1 : 1;
            if (depth > 1 || (depth == 1 && name == "table" && closes)) continue;
            if (open is not null) Close(open, start + tag.Index);
            open = null;
            if (depth == 0) break;
            if (name == "tr" && !closes)
            {
                if (row > 0 && onlyHeaders && headers == row - 1) headers++;
                (row, onlyHeaders) = (row + 1, true);
            }
            if (name is "td" or "th" && !closes)
            {
                open = tag;
                row = Math.Max(row, 1);
                onlyHeaders &= name == "th";
            }
        }
        if (open is not null && limit == blockEnd) Close(open, limit);
        return cells.Count == 0 ? null : new HtmlGrid(Math.Max(rows, row), columns, Math.Min(headers, row), cells);

        void Close(Match cell, int end)
        {
            int column = 1, high = SpanOf(cell, "rowspan"), wide = SpanOf(cell, "colspan");
            while (taken.Contains((row, column))) column++;
            // a span that covers more than any table has is a mistake or an attack
            if (taken.Count + ((long)high * wide) > MostCovered) (high, wide) = (1, 1);
            for (int r = 0; r < high; r++)
                for (int c = 0; c < wide; c++) taken.Add((row + r, column + c));
            (columns, rows) = (Math.Max(columns, column + wide - 1), Math.Max(rows, row + high - 1));
            cells.Add(new MarkdownCell(row, column, high, wide, [.. VisibleText.OfHtml(text, start + cell.Index + cell.Length, end)]));
        }
    }

    private static int SpanOf(Match cell, string attribute)
    {
        foreach (Match span in Span().Matches(cell.Groups["attributes"].Value))
            if (span.Groups["name"].Value.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                return Math.Clamp(int.Parse(span.Groups["count"].ValueSpan, CultureInfo.InvariantCulture), 1, LargestSpan);
        return 1;
    }

    [GeneratedRegex(@"<(?<close>/?)(?<name>table|tr|td|th)\b(?<attributes>[^<>]*)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<name>rowspan|colspan)\s*=\s*[""']?(?<count>\d{1,4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
