using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>A row of a table of deals, asked by what its columns hold.</summary>
internal sealed class DealRow(TableView table, int row, DocumentContext context)
{
    internal DocumentContext Context => context;

    /// <summary>The cells of the row that stand in it alone.</summary>
    internal ImmutableArray<TextSpan> Spans { get; } = table.RowSpans(row);

    internal RecordDate? Date => context.DateIn(table.Cell(row, ColumnRole.Date));

    /// <summary>How the deal is done: the round and the way.</summary>
    internal string Way => Joined(ColumnRole.Round, ColumnRole.Kind);

    /// <summary>What the row says of the way and the state of the deal.</summary>
    internal string Words => Joined(ColumnRole.Round, ColumnRole.Kind, ColumnRole.Status);

    /// <summary>What is bought, as it is written, without a remark in brackets.</summary>
    internal string Target
    {
        get
        {
            string text = table.Text(row, ColumnRole.Target);
            return text.IndexOfAny(['（', '(']) is > 0 and var bracket && text[^1] is '）' or ')' ? text[..bracket].Trim() : text;
        }
    }

    internal QuantityMention? Sum => table.Cells(row, ColumnRole.Amount)
        .SelectMany(cell => context.Mentions.In<QuantityMention>(cell.Span)).FirstOrDefault(mention => mention.Quantity.Kind == QuantityKind.Money);

    internal bool Has(ColumnRole role) => table.Has(role);

    /// <summary>The organizations in the columns of some roles, in the order of the roles.</summary>
    internal IEnumerable<string> Names(params ReadOnlySpan<ColumnRole> roles)
    {
        var names = new List<string>();
        foreach (ColumnRole role in roles)
            foreach (Block cell in table.Cells(row, role))
                names.AddRange(context.Mentions.In<OrganizationMention>(cell.Span).Select(mention => mention.Name));
        return names.Distinct(StringComparer.Ordinal);
    }

    internal string TextOf(TextSpan span) => span.Of(context.Text.Text);

    private string Joined(params ReadOnlySpan<ColumnRole> roles)
    {
        var texts = new List<string>();
        foreach (ColumnRole role in roles)
            if (table.Text(row, role) is { Length: > 0 } text) texts.Add(text);
        return string.Join(' ', texts);
    }
}
