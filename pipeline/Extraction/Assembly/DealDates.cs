using System.Globalization;
using Extraction.Documents;
using Extraction.Recognition.Dates;

namespace Extraction.Assembly;

/// <summary>
/// When a deal of a table took place: what its date column says, a bare day (9) in the month of the headings or the title; of a table without
/// dates the month, quarter or year of the nearest heading.
/// </summary>
internal sealed class DealDates(DocumentContext context, TableRules rules)
{
    /// <summary>The date of a row; null where nothing tells.</summary>
    internal RecordDate? Of(TableView table, int row)
    {
        if (!table.Has(ColumnRole.Date)) return Take(Named(context.BlocksAbove(table.Grid), date => date.Precision != DatePrecision.Range));
        foreach (int column in table.Columns(ColumnRole.Date).OrderBy(column => IsOther(table, column)))
            if (table.At(table.SourceRow(row, column), column) is { } cell && (context.DateIn(cell) ?? Day(cell, table.Grid)) is { } date) return date;
        return null;
    }

    // 成立时间 beside 融资时间 is the company's, not the deal's.
    private bool IsOther(TableView table, int column) =>
        !table.Has(ColumnRole.Entity) && rules.FoundingDates.Any(word => table.HeaderAt(column).StartsWith(word, StringComparison.Ordinal));

    private RecordDate? Day(Block cell, TableGrid grid)
    {
        string text = context.TextOf(cell).Trim();
        if (!int.TryParse(text.TrimEnd('日', '号'), NumberStyles.None, CultureInfo.InvariantCulture, out int day)) return null;
        DateMention? month = Named(context.BlocksAbove(grid).Concat(FrontMatter.Of(context.Text.Normalized)), date => date.Precision == DatePrecision.Month);
        if (month is null) return null;
        string value = string.Create(CultureInfo.InvariantCulture, $"{month.Date!.Value}-{day:00}");
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? context.Evidence.Date(new ResolvedDate(value, DatePrecision.Day, DateBasis.Inherited, text) { Anchor = month.Span })
            : null;
    }

    private RecordDate? Take(DateMention? mention) =>
        context.Evidence.Date(mention?.Date is { } date ? date with { Basis = DateBasis.Inherited, Anchor = date.Anchor ?? mention.Span } : null);

    private DateMention? Named(IEnumerable<Block> blocks, Func<ResolvedDate, bool> fits) =>
        blocks.Where(block => !rules.AsOf.Any(word => context.TextOf(block).Contains(word, StringComparison.Ordinal)))
            .SelectMany(block => context.Mentions.In<DateMention>(block.Span)).FirstOrDefault(mention => mention.Date is { } date && fits(date));
}
