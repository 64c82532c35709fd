using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// Finds tables of a flowing document that go on in another one: directly behind it, repeating its header or having none, or behind a line
/// that says so (续表). They are one table to a reader.
/// </summary>
internal sealed partial class FlowTables
{
    private readonly Dictionary<SourceTable, TableContinuation> continuations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceTable, int> rowsBelow = new(ReferenceEqualityComparer.Instance);

    public FlowTables(SourceDocument document)
    {
        (SourceTable First, int Rows)? open = null;
        bool isAnnounced = false;
        foreach (SourceElement element in document.Pages.SelectMany(page => page.Elements).Where(element => element.Layer == SourceLayer.Content))
        {
            if (element is SourceTable table) open = Follow(open, table, isAnnounced);
            else if (!IsAnnouncement(element)) open = null;
            isAnnounced = element is SourceTextBox;
        }
    }

    /// <summary>How a table goes on with another one, null where it stands for itself.</summary>
    public TableContinuation? Of(SourceTable table) => continuations.GetValueOrDefault(table);

    /// <summary>Rows that a table's continuations add to it.</summary>
    public int RowsBelow(SourceTable table) => rowsBelow.GetValueOrDefault(table);

    private (SourceTable First, int Rows) Follow((SourceTable First, int Rows)? open, SourceTable table, bool isAnnounced)
    {
        if (open is not { } above || above.First.Columns != table.Columns) return (table, table.Rows);
        int header = above.First.HeaderRows > 0 ? above.First.HeaderRows : HeaderRows.Guess(above.First);
        bool repeats = header > 0 && header < table.Rows && Labels(above.First, header).SequenceEqual(Labels(table, header), StringComparer.Ordinal);
        bool hasOwn = !repeats && (table.HeaderRows > 0 || HeaderRows.Guess(table) > 0);
        if (hasOwn || !(repeats || isAnnounced || header > 0)) return (table, table.Rows);
        int repeated = repeats ? header : 0;
        continuations[table] = new TableContinuation(above.Rows, repeated);
        rowsBelow[above.First] = above.Rows + table.Rows - repeated - above.First.Rows;
        return (above.First, above.Rows + table.Rows - repeated);
    }

    private static IEnumerable<string> Labels(SourceTable table, int rows) => table.Cells.Where(cell => cell.Row <= rows)
        .Select(cell => string.Concat(cell.Paragraphs.Select(paragraph => paragraph.Text)).Trim());

    private static bool IsAnnouncement(SourceElement element) =>
        element is SourceTextBox { Paragraphs: [var only] } && only.Text.Length <= 80 && Continued().IsMatch(only.Text);

    [GeneratedRegex(@"^\s*[（(]?\s*(续\s*表|接\s*上\s*表|表\s*[\d.\-－—]*\s*[（(]?\s*续)|[（(]\s*(续\s*表?|continued|cont\.)\s*[）)]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Continued();
}

/// <summary>How a table goes on with the one above it.</summary>
/// <param name="RowsAbove">Rows of the whole table above its first new row.</param>
/// <param name="Repeated">Leading rows that repeat the header.</param>
internal sealed record TableContinuation(int RowsAbove, int Repeated);
