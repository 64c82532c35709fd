using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A row of a table of deals, asked by what its columns hold.</summary>
internal sealed class DealRow(TableView table, int row, DocumentContext context, TableRules rules)
{
    private const int LongestName = 24;

    internal DocumentContext Context => context;

    /// <summary>The cells of the row that stand in it alone.</summary>
    internal ImmutableArray<TextSpan> Spans { get; } = table.RowSpans(row);

    internal RecordDate? Date => new DealDates(context, rules).Of(table, row);

    /// <summary>How the deal is done: the round and the way, without the sum that may stand beside them (B轮/2亿元).</summary>
    internal string Way => Joined(WithoutSum, ColumnRole.Round, ColumnRole.Kind);

    /// <summary>The round; of a table without rounds the way.</summary>
    internal string Round => Joined(WithoutSum, table.Has(ColumnRole.Round) ? ColumnRole.Round : ColumnRole.Kind);

    /// <summary>What the row says of the way and the state of the deal.</summary>
    internal string Words => Joined(context.TextOf, ColumnRole.Round, ColumnRole.Kind, ColumnRole.Status);

    /// <summary>What is bought, as it is written, without a remark in brackets.</summary>
    internal string Target => WithoutRemark(table.Text(row, ColumnRole.Target));

    /// <summary>The sum of the deal, from its own column, else from one that holds a sum beside something else.</summary>
    internal QuantityMention? Sum =>
        new[] { ColumnRole.Amount, ColumnRole.Round, ColumnRole.Kind, ColumnRole.Summary }.SelectMany(Cells).Select(Money).FirstOrDefault(sum => sum is not null);

    internal bool Has(ColumnRole role) => table.Has(role);

    /// <summary>The organizations in the columns of some roles, in the order of the roles.</summary>
    internal IEnumerable<string> Names(params ReadOnlySpan<ColumnRole> roles)
    {
        var names = new List<string>();
        foreach (ColumnRole role in roles)
            foreach (Block cell in Cells(role))
                names.AddRange(context.Mentions.In<OrganizationMention>(cell.Span).Select(mention => mention.Name));
        return names.Distinct(StringComparer.Ordinal);
    }

    /// <summary>The text of the first filled column of some roles where it may be a name; null where none is.</summary>
    internal string? Written(params ReadOnlySpan<ColumnRole> roles)
    {
        foreach (ColumnRole role in roles)
            foreach (Block cell in Cells(role))
                if (WithoutRemark(context.TextOf(cell).Trim()) is { Length: >= 2 and <= LongestName } text && !rules.Undisclosed.Contains(text) && text.Any(char.IsLetter)) return text;
        return null;
    }

    internal string TextOf(TextSpan span) => span.Of(context.Text.Text);

    private IEnumerable<Block> Cells(ColumnRole role) =>
        table.Columns(role).Select(column => table.At(table.SourceRow(row, column), column)).OfType<Block>().Distinct();

    private QuantityMention? Money(Block cell) =>
        context.Mentions.In<QuantityMention>(cell.Span).FirstOrDefault(mention => mention.Quantity.Kind == QuantityKind.Money);

    private string WithoutSum(Block cell) => Money(cell) is { } sum
        ? (context.Text.Text[cell.Span.Start..sum.Span.Start] + ' ' + context.Text.Text[sum.Span.End..cell.Span.End]).Trim(' ', '/', '／', '，', ',', '、', '；', '（', '）', '(', ')', '|', '\n', '：', ':', '近', '约', '超', '逾', '过', '达')
        : context.TextOf(cell).Trim();

    private static string WithoutRemark(string text) =>
        text.IndexOfAny(['（', '(']) is > 0 and var bracket && text[^1] is '）' or ')' ? text[..bracket].Trim() : text;

    private string Joined(Func<Block, string> read, params ReadOnlySpan<ColumnRole> roles)
    {
        var texts = new List<string>();
        foreach (ColumnRole role in roles)
            if (Cells(role).FirstOrDefault() is { } cell && read(cell) is { Length: > 0 } text) texts.Add(text);
        return string.Join(' ', texts);
    }
}
