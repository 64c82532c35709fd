using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Reads names from table columns by what their header cells say, from <c>lexicon/table-columns.tsv</c>.</summary>
internal sealed class TableNames
{
    private const string File = "lexicon/table-columns.tsv";
    private readonly Dictionary<string, Column> columns;
    private readonly NameWords words;

    private TableNames(Dictionary<string, Column> columns, NameWords words) => (this.columns, this.words) = (columns, words);

    public static TableNames Load(KnowledgeFolder knowledge, NameWords words)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (TsvRow row in table.Rows)
        {
            var column = new Column(table.Field(row, "names"), table.Field(row, "kind"), $"{File}#{row.Line}");
            if (column.Names is not ("organization" or "product")) throw table.Error(row, "names must be organization or product");
            columns[table.Field(row, "header")] = column;
        }

        return new TableNames(columns, words);
    }

    /// <summary>The cells' items in columns of organizations or products, each with what its column says.</summary>
    public IEnumerable<(TextSpan Span, Column Column)> Find(NameText text)
    {
        Dictionary<(int, int), Column> known = Headers(text);
        foreach (Block block in text.ContentBlocks)
        {
            if (block.Cell is not { IsHeader: false } cell || !known.TryGetValue((cell.Table, cell.Column), out Column? column)) continue;
            foreach (TextSpan item in Items(text, block.Span, column))
                if (!IsEmpty(item.Of(text.Text))) yield return (item, column);
        }
    }

    private Dictionary<(int Table, int Column), Column> Headers(NameText text)
    {
        var found = new Dictionary<(int, int), Column>();
        foreach (Block block in text.ContentBlocks)
        {
            if (block.Cell is not { } cell || !(cell.IsHeader || cell.Row == 1)) continue;
            string header = block.Span.Of(text.Text).Replace(" ", "", StringComparison.Ordinal);
            if (columns.TryGetValue(header, out Column? column))
                for (int i = 0; i < cell.ColumnSpan; i++) found.TryAdd((cell.Table, cell.Column + i), column);
        }

        return found;
    }

    private static IEnumerable<TextSpan> Items(NameText text, TextSpan cell, Column column)
    {
        int start = cell.Start;
        for (int i = cell.Start; i <= cell.End; i++)
        {
            if (i < cell.End && !(column.Names == "organization" && text.Text[i] is '、' or '；' or ';' or '，' or ',')) continue;
            int from = text.SkipBlanks(start, i), to = text.SkipBlanksBack(i, from);
            if (to - from is > 0 and <= 40) yield return new TextSpan(from, to);
            start = i + 1;
        }
    }

    private bool IsEmpty(string item) => words.EmptyCells.Contains(item) || words.EmptyCells.OccursIn(item) && (item.Length <= 4 || item.Contains("公开", StringComparison.Ordinal))
        || item.All(unit => char.IsAsciiDigit(unit) || char.IsPunctuation(unit)) && item.Length != 3 || item.Contains("。", StringComparison.Ordinal);

    /// <summary>What a column holds.</summary>
    internal sealed record Column(string Names, string Kind, string Rule);
}
