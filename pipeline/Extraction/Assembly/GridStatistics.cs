using System.Collections.Immutable;
using System.Globalization;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads charts, infographics and tables of figures, and checks shares: do they sum to 100, does the prose agree?</summary>
internal sealed class GridStatistics(StatisticWords words)
{
    // Each share is rounded to at most half a unit of its last printed place.
    private const decimal RoundingPerShare = 0.05m;

    internal IEnumerable<StatisticRecord> Assemble(DocumentContext context, ImmutableArray<StatisticRecord> prose) =>
        Checked(context, prose.ToLookup(record => (record.Quantity.Unit, record.Quantity.Value)));

    private IEnumerable<StatisticRecord> Checked(DocumentContext context, ILookup<(string Unit, decimal Value), StatisticRecord> prose) =>
        context.Tables.SelectMany(table => Checked([.. FromGrid(table, context)], prose));

    private IEnumerable<StatisticRecord> FromGrid(TableView table, DocumentContext context)
    {
        TableGrid grid = table.Grid;
        if (table.Has(ColumnRole.PolicyTitle) || table.Has(ColumnRole.Round)) yield break;
        string? caption = context.Above(grid).FirstOrDefault(text => text.Trim().Length > 0)?.Trim();
        foreach (int row in table.BodyRows)
            for (int column = grid.Columns > 1 ? 2 : 1; column <= grid.Columns; column++)
                if (context.Grids.At(grid.Number, row, column) is { Cell.IsHeader: false } cell && cell.Cell!.Row == row && cell.Cell.Column == column
                    && OnlyQuantity(cell, context) is { } quantity)
                {
                    StatisticRecord record = ToRecord(grid, row, column, cell, quantity, caption, context);
                    yield return record;
                    foreach (StatisticRecord change in Changes(record, cell, quantity, context)) yield return change;
                }
    }

    private static QuantityMention? OnlyQuantity(Block cell, DocumentContext context)
    {
        QuantityMention? mention = context.Mentions.In<QuantityMention>(cell.Span).FirstOrDefault();
        if (mention is null) return null;
        bool isAll = mention.Span.Length >= context.TextOf(cell).Trim().Length - 1;
        bool opens = mention.Span.Start - cell.Span.Start <= 1 && mention.Span.End < cell.Span.End && context.Text.Text[mention.Span.End] is '，' or ',' or '（' or '(' or '；' or ' ';
        return isAll || opens ? mention : null;
    }

    // 192万副，同比增长2.6倍: what a cell says more of its figure.
    private IEnumerable<StatisticRecord> Changes(StatisticRecord record, Block cell, QuantityMention first, DocumentContext context)
    {
        int from = first.Span.End;
        foreach (QuantityMention next in context.Mentions.In<QuantityMention>(new TextSpan(first.Span.End, cell.Span.End)))
        {
            string before = words.Trim(new TextSpan(from, next.Span.Start).Of(context.Text.Text).Trim(' ', '，', ',', '（', '(', '；'));
            from = next.Span.End;
            if (words.IsChange(before)) yield return record with { Measure = record.Measure + before, Quantity = next.Quantity, Evidence = [context.Evidence.At(cell.Span)] };
        }
    }

    private StatisticRecord ToRecord(
        TableGrid grid, int row, int column, Block cell, QuantityMention mention, string? caption, DocumentContext context)
    {
        string category = context.Grids.TextAt(grid.Number, row, 1);
        string series = context.Grids.Header(grid.Number, column);
        bool isShare = mention.Quantity.Kind == QuantityKind.Percent;
        var dimensions = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (category.Length > 0) dimensions["category"] = category;
        if (series.Length > 0) dimensions["series"] = series;
        Block? label = context.Grids.At(grid.Number, row, 1);
        return new StatisticRecord
        {
            Subject = caption ?? (category.Length > 0 ? category : series),
            Measure = series.Length > 0 ? series : isShare ? words.Share : null,
            Quantity = mention.Quantity,
            Period = Period(grid, context),
            Dimensions = dimensions.ToImmutable(),
            Evidence = label is null || label == cell || label.Span.Length == 0
                ? [context.Evidence.At(cell.Span)]
                : [context.Evidence.At(label.Span), context.Evidence.At(cell.Span)],
        };
    }

    // The caption's year, else that of the titles above.
    private static RecordDate? Period(TableGrid grid, DocumentContext context)
    {
        Block? first = context.Grids.First(grid.Number);
        IEnumerable<int> above = grid.Caption is { } caption ? [caption] : [];
        for (int? parent = first?.Parent; parent is { } index; parent = context.Blocks[index].Parent) above = above.Append(index);
        return above.Select(index => context.DateIn(context.Blocks[index])).FirstOrDefault(date => date is not null) is { } found
            ? found with { Basis = DateBasis.Inherited }
            : null;
    }

    private static IEnumerable<StatisticRecord> Checked(ImmutableArray<StatisticRecord> records, ILookup<(string Unit, decimal Value), StatisticRecord> prose)
    {
        ImmutableArray<StatisticRecord> distinct = [.. records.DistinctBy(record => (record.Subject, Key(record), record.Quantity.Value, record.Quantity.Unit))];
        StatisticCheck? sum = SumCheck(distinct);
        foreach (StatisticRecord record in distinct)
        {
            ImmutableArray<StatisticCheck> checks = sum is null || record.Quantity.Kind != QuantityKind.Percent ? [] : [sum];
            if (ProseCheck(record, prose) is { } agrees) checks = checks.Add(agrees);
            yield return record with { Checks = checks };
        }
    }

    private static string Key(StatisticRecord record) => string.Join('|', record.Dimensions.Select(entry => entry.Key + "=" + entry.Value));

    // A share that is 100 without the others (84.57 beside the parts of it) is a subtotal and not summed.
    private static StatisticCheck? SumCheck(ImmutableArray<StatisticRecord> records)
    {
        decimal[] shares = [.. records.Where(record => record.Quantity.Kind == QuantityKind.Percent).Select(record => record.Quantity.Value)];
        if (shares.Length < 3) return null;
        decimal total = shares.Sum(), tolerance = RoundingPerShare * shares.Length;
        decimal[] subtotals = [.. shares.Where(share => Math.Abs(total - share - 100) <= tolerance)];
        if (Math.Abs(total - 100) > tolerance && subtotals.Length == 1) total -= subtotals[0];
        bool isPart = total < 100 - (5 * tolerance) || total > 100 + (5 * tolerance);
        return isPart ? null : new StatisticCheck("shares-sum-100", Math.Abs(total - 100) <= tolerance, total.ToString(CultureInfo.InvariantCulture));
    }

    private static StatisticCheck? ProseCheck(StatisticRecord record, ILookup<(string Unit, decimal Value), StatisticRecord> prose)
    {
        if (!record.Dimensions.TryGetValue("category", out string? category) || record.Quantity.Kind != QuantityKind.Percent) return null;
        StatisticRecord? stated = prose[(record.Quantity.Unit, record.Quantity.Value)]
            .FirstOrDefault(other => (other.Subject + other.Measure).Contains(category, StringComparison.Ordinal));
        return stated is null ? null : new StatisticCheck("prose-agrees", true, stated.Quantity.Text);
    }
}
