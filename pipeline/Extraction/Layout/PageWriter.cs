using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Writes page after page into the raw text. Mutable; one document each.</summary>
/// <param name="bodySize">The document's usual font size, in points.</param>
/// <param name="bookmarks">The file's own table of contents.</param>
internal sealed class PageWriter(double bodySize, PageBookmarks bookmarks)
{
    private const int MinRepeatedLetters = 20;

    private readonly RawTextBuilder builder = new();
    private readonly PageOutline outline = new();
    private readonly PageTableWriter tables = new();
    private readonly HashSet<string> seenPages = new(StringComparer.Ordinal);
    private int containers;

    /// <summary>Writes one page: content in reading order, remarks and furniture behind it.</summary>
    public void Write(SourcePage page, PageSheet sheet, HashSet<PageLine> furniture)
    {
        List<PageLine> content = sheet.Lines.FindAll(line => line.Layer is not (SourceLayer.Comments or SourceLayer.Notes) && !furniture.Contains(line));
        string letters = string.Concat(content.SelectMany(line => line.Text).Where(letter => !char.IsWhiteSpace(letter)));
        if (letters.Length >= MinRepeatedLetters && !seenPages.Add(letters)) WritePlain(page, content, BlockRole.Repeated);
        else WriteContent(page, sheet, content);
        WritePlain(page, sheet.Lines.FindAll(line => line.Layer == SourceLayer.Notes && !furniture.Contains(line)), BlockRole.Note);
        WritePlain(page, sheet.Lines.FindAll(line => line.Layer == SourceLayer.Comments && !furniture.Contains(line)), BlockRole.Comment);
        WritePlain(page, sheet.Lines.FindAll(furniture.Contains), BlockRole.Furniture);
    }

    /// <summary>The raw text of all pages.</summary>
    public RawText Build(SourceDocument document)
    {
        tables.Finish(builder);
        return builder.Build(document);
    }

    private void WritePlain(SourcePage page, List<PageLine> lines, BlockRole role)
    {
        foreach (List<PageLine> group in PageFlow.Groups(PageOrder.Sort(lines, line => new PagePlace(line.Box, line.Size), bodySize)))
        {
            containers++;
            Add(page, group, role, 0, null);
        }
    }

    private void WriteContent(SourcePage page, PageSheet sheet, List<PageLine> content)
    {
        List<PageUnit> units = PageUnit.Of(content, sheet, bodySize);
        List<IReadOnlyList<PageLine>> texts = [.. units.Where(unit => unit.Table is null).SelectMany(unit => unit.Blocks)];
        double size = Math.Max(bodySize, PageSizes.Body(content.Where(line => line.Size <= 2 * bodySize)));
        int title = PageRoles.TitleOf(texts, bodySize, sheet.Frame.Height, page.Number == 1);
        List<double> ranks = PageSizes.Ranks(texts.Where((_, i) => i != title).Select(block => block[0].Size).Where(each => each > size));
        int position = 0;
        for (int i = 0; i < units.Count; i++)
        {
            containers++;
            if (units[i].Table is { } table)
            {
                tables.Write(builder, table, new TablePlace(page.Number, containers, GovernorOfTable(), IsFirstContent(units, i, title), i > 0));
                continue;
            }
            double left = units[i].Blocks.Min(block => block[0].Box.Left);
            foreach (IReadOnlyList<PageLine> block in units[i].Blocks)
                WriteBlock(page, block, position++ == title, units[i].OwnSize ?? size, ranks, left);
        }
        tables.EndPage(page.Number, units.Count > 0 && units[^1].Table is not null);
    }

    private int? GovernorOfTable() => outline.Enter(BlockRole.Cell, 0, builder.Blocks.Count);

    /// <summary>A table can only go on from the page before if nothing but the page's title stands above it.</summary>
    private static bool IsFirstContent(List<PageUnit> units, int index, int title) =>
        units.Take(index).Sum(unit => unit.Table is null ? unit.Blocks.Count : 100) <= (title == 0 ? 1 : 0);

    private void WriteBlock(SourcePage page, IReadOnlyList<PageLine> block, bool isTitle, double size, List<double> ranks, double left)
    {
        int? bookmarked = bookmarks.LevelOf(page.Number, block);
        bool isCover = isTitle && page.Number == 1;
        BlockRole role = bookmarked is not null && !isCover ? BlockRole.Heading : isTitle ? BlockRole.Title : PageRoles.Of(block, size);
        int level = role switch
        {
            BlockRole.Heading => bookmarked ?? HeadingLevel(ranks, block[0].Size),
            BlockRole.ListItem => (int)Math.Clamp(Math.Round((block[0].Box.Left - left) / (1.5 * block[0].Size)), 0, 8),
            _ => 0,
        };
        int index = builder.Blocks.Count;
        Add(page, block, role, level, outline.Enter(role, level, index));
    }

    /// <summary>By size, largest first; a heading known by its number only comes below all sizes.</summary>
    private static int HeadingLevel(List<double> ranks, double size)
    {
        int rank = ranks.IndexOf(Math.Round(size));
        return rank >= 0 ? rank + 1 : ranks.Count + 1;
    }

    private void Add(SourcePage page, IReadOnlyList<PageLine> lines, BlockRole role, int level, int? parent) =>
        builder.Add(new Block
        {
            Index = 0,
            Role = role,
            Span = builder.AppendLines(lines),
            Page = page.Number,
            Level = level,
            Container = containers,
            Parent = parent,
        });
}
