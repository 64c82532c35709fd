using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Reads names from table columns by what their header cells say, from <c>lexicon/table-columns.tsv</c>.</summary>
internal sealed class TableNames
{
    private const string File = "lexicon/table-columns.tsv";
    private const string Deal = "deal";
    private const int FewestFields = 3;
    private readonly Dictionary<string, Column> columns;
    private readonly ImmutableArray<string> headers;
    private readonly NameWords words;

    private TableNames(Dictionary<string, Column> columns, NameWords words)
    {
        (this.columns, this.words) = (columns, words);
        headers = [.. columns.Keys.Where(header => header.Length >= 2).OrderByDescending(header => header.Length).ThenBy(header => header, StringComparer.Ordinal)];
    }

    public static TableNames Load(KnowledgeFolder knowledge, NameWords words)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var columns = new Dictionary<string, Column>(StringComparer.Ordinal);
        foreach (TsvRow row in table.Rows)
        {
            var column = new Column(table.Field(row, "names"), table.Field(row, "kind"), $"{File}#{row.Line}");
            if (column.Names is not ("organization" or "product" or Deal)) throw table.Error(row, "names must be organization, product or deal");
            columns[table.Field(row, "header")] = column;
        }

        return new TableNames(columns, words);
    }

    /// <summary>The cells' items in columns of organizations or products, each with what its column says.</summary>
    public IEnumerable<(TextSpan Span, Column Column)> Find(NameText text)
    {
        Dictionary<(int, int), Column> known = Headers(text), sideways = RowHeaders(text);
        HashSet<int> transposed = [.. sideways.Keys.Select(key => key.Item1)];
        foreach (Block block in text.ContentBlocks)
        {
            if (block.Cell is not { } cell) continue;
            Column? column = transposed.Contains(cell.Table)
                ? cell.Column > 1 ? sideways.GetValueOrDefault((cell.Table, cell.Row)) : null
                : cell.IsHeader ? null : known.GetValueOrDefault((cell.Table, cell.Column));
            if (column is null) continue;
            foreach (TextSpan item in Items(text, block.Span, column))
                if (!IsEmpty(item.Of(text.Text))) yield return (item, column);
        }
    }

    private Dictionary<(int Table, int Column), Column> Headers(NameText text)
    {
        var found = new Dictionary<(int Table, int Column), Column>();
        foreach (Block block in text.ContentBlocks)
        {
            if (block.Cell is not { } cell || !(cell.IsHeader || cell.Row == 1)) continue;
            if (Named(block.Span.Of(text.Text)) is { } column)
                for (int i = 0; i < cell.ColumnSpan; i++) found.TryAdd((cell.Table, cell.Column + i), column);
        }

        HashSet<int> deals = [.. found.Where(entry => entry.Value.Names == Deal).Select(entry => entry.Key.Table)];
        return found.Where(entry => entry.Value.Names != Deal && (entry.Value.Kind != Deal || deals.Contains(entry.Key.Table)))
            .ToDictionary(entry => entry.Key, entry => entry.Value);
    }

    // A table of deals whose first column names the fields (公司, 轮次, 金额 below each other): by row. Where another row names the company,
    // the first row (项目 | 内容) only heads the columns.
    private Dictionary<(int Table, int Row), Column> RowHeaders(NameText text)
    {
        var found = new Dictionary<(int Table, int Row), Column>();
        foreach (IGrouping<int, Block> table in text.ContentBlocks.Where(block => block.Cell is { Column: 1 }).GroupBy(block => block.Cell!.Table))
        {
            List<(int Row, Column Column)> named = [.. table.Select(block => (block.Cell!.Row, Named: Exact(block.Span.Of(text.Text)))).Where(entry => entry.Named is not null).Select(entry => (entry.Row, entry.Named!))];
            if (named.Count < FewestFields || named.Count * 3 < table.Count() || !named.Exists(entry => entry.Column.Names == Deal)) continue;
            bool isHeaded = named.Exists(entry => entry.Row > 1 && entry.Column.Names == "organization");
            foreach ((int row, Column column) in named.Where(entry => entry.Column.Names != Deal && !(isHeaded && entry.Row == 1 && entry.Column.Kind == Deal))) found[(table.Key, row)] = column;
        }

        return found;
    }

    private Column? Exact(string text)
    {
        string header = string.Concat(text.Where(unit => !char.IsWhiteSpace(unit))).TrimEnd('：', ':');
        if (header.IndexOfAny(['（', '(']) is > 0 and var bracket) header = header[..bracket];
        return columns.GetValueOrDefault(header);
    }

    // 投资金额（万元） is 投资金额, 收购方 / 出资方 is either, 主要投资机构 ends with what it holds.
    private Column? Named(string text)
    {
        string header = string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));
        if (header.IndexOfAny(['（', '(']) is > 0 and var bracket) header = header[..bracket];
        if (columns.TryGetValue(header, out Column? exact)) return exact;
        foreach (string part in header.Split('/', '／'))
            if (columns.TryGetValue(part, out Column? either)) return either;
        return headers.FirstOrDefault(word => header.EndsWith(word, StringComparison.Ordinal)) is { } tail ? columns[tail] : null;
    }

    private IEnumerable<TextSpan> Items(NameText text, TextSpan cell, Column column)
    {
        int start = cell.Start;
        for (int i = cell.Start; i <= cell.End; i++)
        {
            if (i < cell.End && !(column.Names == "organization" && text.Text[i] is '、' or '；' or ';' or '，' or ',' or '\n')) continue;
            int from = text.SkipBlanks(start, i), to = text.SkipBlanksBack(i, from);
            start = i + 1;
            if (column.Names == "organization") (from, to) = Name(text.Text, from, to);
            if (to - from is > 0 and <= 40) yield return new TextSpan(from, to);
        }
    }

    // 甲资本（领投）, 乙等, 丙51%, 丁旗下戊: what is said beside a name is not part of it. 某基金, 老股东 name nobody.
    private (int From, int To) Name(string text, int from, int to)
    {
        if (words.VagueCells.LengthAt(text, from) > 0) return (from, from);
        if (text.IndexOf("旗下", from, to - from, StringComparison.Ordinal) is > 0 and var owner && owner + 2 < to) from = owner + 2;
        if (QuotedEnd(text, from, to) is { } quoted) return quoted;
        for (int end = -1; end != to;)
        {
            end = to;
            to = WithoutShare(text, from, WithoutRemark(text, from, to));
            if (words.CellTails.LengthBefore(text, to, from) is > 0 and var tail && to - tail > from) to -= tail;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        }

        return (from, to);
    }

    private static (int From, int To)? QuotedEnd(string text, int from, int to)
    {
        if (to - from < 4 || text[to - 1] != '”') return null;
        int open = text.LastIndexOf('“', to - 1, to - from);
        return open > from && to - open > 3 ? (open + 1, to - 1) : null;
    }

    // A closing remark in brackets that speaks of the deal; （新加坡） belongs to a name.
    private int WithoutRemark(string text, int from, int to)
    {
        if (to <= from || text[to - 1] is not ('）' or ')')) return to;
        int open = text.LastIndexOfAny(['（', '('], to - 1, to - from);
        if (open <= from) return to;
        ReadOnlySpan<char> remark = text.AsSpan(open + 1, to - open - 2);
        return words.CellTails.OccursIn(remark) || remark.ContainsAnyInRange('0', '9') ? open : to;
    }

    private static int WithoutShare(string text, int from, int to)
    {
        if (to - 1 <= from || text[to - 1] is not ('%' or '％')) return to;
        int start = to - 1;
        while (start > from && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ' ')) start--;
        return start;
    }

    private bool IsEmpty(string item) => words.EmptyCells.Contains(item) || words.EmptyCells.OccursIn(item) && (item.Length <= 4 || item.Contains("公开", StringComparison.Ordinal))
        || item.All(unit => char.IsAsciiDigit(unit) || char.IsPunctuation(unit)) && item.Length != 3 || (char.IsAsciiDigit(item[0]) && item.AsSpan().ContainsAny("元万亿%")) || item.Contains("。", StringComparison.Ordinal);

    /// <summary>What a column holds.</summary>
    internal sealed record Column(string Names, string Kind, string Rule);
}
