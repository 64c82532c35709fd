namespace Extraction.Layout;

/// <summary>What stands together on a page: either a table, or a column of blocks.</summary>
/// <param name="Table">Null for text.</param>
/// <param name="Blocks">Wrapped lines joined; empty for a table.</param>
internal sealed record PageUnit(PageTable? Table, IReadOnlyList<IReadOnlyList<PageLine>> Blocks)
{
    /// <summary>A page's content in reading order.</summary>
    public static List<PageUnit> Of(List<PageLine> content, IReadOnlyList<PageTable> ruled, double pageWidth, double bodySize)
    {
        List<PageTable> tables = PageTables.Find(content, ruled);
        HashSet<PageLine> cells = new(tables.SelectMany(table => table.Lines), ReferenceEqualityComparer.Instance);
        List<(PageTable? Table, PageLine? Line)> items = [.. tables.Select(table => ((PageTable?)table, (PageLine?)null))];
        items.AddRange(content.Where(line => !cells.Contains(line)).Select(line => ((PageTable?)null, (PageLine?)line)));
        List<PageUnit> units = [];
        List<PageLine> run = [];
        foreach ((PageTable? table, PageLine? line) in PageOrder.Sort(items, item => item.Table?.Box ?? item.Line!.Box, bodySize))
        {
            if (line is not null) run.Add(line);
            if (table is null) continue;
            AddTexts(units, run, pageWidth);
            run = [];
            units.Add(new PageUnit(table, []));
        }
        AddTexts(units, run, pageWidth);
        return units;
    }

    private static void AddTexts(List<PageUnit> units, List<PageLine> lines, double pageWidth) =>
        units.AddRange(PageFlow.Groups(lines).Select(group => new PageUnit(null, [.. PageFlow.Blocks(group, pageWidth)])));
}
