using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>What stands together on a page: either a table, or a column of blocks.</summary>
/// <param name="Table">Null for text.</param>
/// <param name="Blocks">Wrapped lines joined; empty for a table.</param>
internal sealed record PageUnit(PageTable? Table, IReadOnlyList<IReadOnlyList<PageLine>> Blocks)
{
    /// <summary>The usual font size of what the unit stands among, in points; null for the page's own.</summary>
    public double? OwnSize { get; init; }

    /// <summary>A page's content in reading order.</summary>
    public static List<PageUnit> Of(List<PageLine> content, PageSheet page, double bodySize)
    {
        List<PageTable> tables = PageTables.Find(content, page);
        HashSet<PageLine> cells = new(tables.SelectMany(table => table.Lines), ReferenceEqualityComparer.Instance);
        List<Item> items = [.. tables.Select(table => new Item(new PagePlace(table.Box, 0)) { Table = table })];
        items.AddRange(content.Where(line => !cells.Contains(line)).Select(line => new Item(new PagePlace(line.Box, line.Size, IsItem: line.StartsItem)) { Line = line }));
        var region = new PageRegion(new Box(0, 0, page.Frame.Width, page.Frame.Height), null);
        List<PageUnit> units = [];
        Add(units, items, page.Panels, region, bodySize);
        return units;
    }

    /// <summary>What a panel holds is read on its own, where the panel stands.</summary>
    private static void Add(List<PageUnit> units, List<Item> items, IReadOnlyList<Box> panels, PageRegion region, double bodySize)
    {
        List<PageLine> run = [];
        foreach (Item item in PageOrder.Sort(InPanels(items, panels), item => item.Place, bodySize))
        {
            if (item.Line is not null)
            {
                run.Add(item.Line);
                continue;
            }
            units.AddRange(PageFlow.Units(run, region));
            run = [];
            if (item.Table is not null) units.Add(new PageUnit(item.Table, []));
            else Add(units, item.Inner!, item.Panels, new PageRegion(item.Place.Box, SizeIn(item.Inner!)), bodySize);
        }
        units.AddRange(PageFlow.Units(run, region));
    }

    private static double SizeIn(List<Item> items) => PageSizes.Body(items.Select(item => item.Line).OfType<PageLine>());

    private static List<Item> InPanels(List<Item> items, IReadOnlyList<Box> panels)
    {
        List<Item> outer = [.. items];
        for (int i = 0; i < panels.Count; i++)
        {
            Box panel = panels[i];
            List<Item> inner = outer.FindAll(IsIn);
            if (inner.Count == 0) continue;
            outer.RemoveAll(IsIn);
            Box whole = inner.Aggregate(panel, (box, item) => box.Union(item.Place.Box));
            outer.Add(new Item(new PagePlace(whole, inner.MinBy(item => item.Place.Box.Top)!.Place.Size, IsCard: true)) { Inner = inner, Panels = [.. panels.Skip(i + 1)] });

            bool IsIn(Item item) => item.Inner is null && PagePanels.Holds(panel, item.Place.Box);
        }
        return outer;
    }

    /// <summary>A line, a table, or what a panel holds.</summary>
    private sealed class Item(PagePlace place)
    {
        public PagePlace Place => place;

        public PageLine? Line { get; init; }

        public PageTable? Table { get; init; }

        public List<Item>? Inner { get; init; }

        public IReadOnlyList<Box> Panels { get; init; } = [];
    }
}

/// <summary>What text runs in: a page, or a panel on it.</summary>
/// <param name="Box">In the page's frame.</param>
/// <param name="PanelSize">The usual font size in the panel, in points; null outside panels.</param>
internal readonly record struct PageRegion(Box Box, double? PanelSize)
{
    /// <summary>Whether its sides are drawn.</summary>
    public bool IsPanel => PanelSize is not null;
}
