using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>The sections of the body: where they break pages, and the headers and footers that begin with them.</summary>
internal sealed class SectionBook
{
    private const int MostColumns = 45;
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Properties = W + "sectPr";
    private static readonly XName Paragraph = W + "p";
    private static readonly XName ParagraphProperties = W + "pPr";
    private static readonly XName Run = W + "r";
    private readonly DocxContext context;
    private readonly PageBook pages;
    private readonly PartElement[] sections;
    private int current;

    public SectionBook(DocxContext context, PageBook pages)
    {
        (this.context, this.pages) = (context, pages);
        var found = new List<PartElement>();
        Find(context.Main.Root, found);
        sections = [.. found];
    }

    // what stands in runs (text boxes) has no sections
    private static void Find(PartElement parent, List<PartElement> found)
    {
        foreach (PartElement element in parent.Elements())
        {
            if (element.Name == Paragraph) AddOf(element, found);
            else if (element.Name == Properties && parent.Name.LocalName is "pPr" or "body") found.Add(element);
            else if (element.Name != Run && element.HasElements) Find(element, found);
        }
    }

    private static void AddOf(PartElement paragraph, List<PartElement> found)
    {
        if (paragraph.Element(ParagraphProperties)?.Element(Properties) is { } section) found.Add(section);
    }

    /// <summary>Begins the first section; headers that no section refers to are read with it.</summary>
    public void Start()
    {
        Begin();
        PackageNode[] others = [.. context.Main.Node.ByType("header"), .. context.Main.Node.ByType("footer")];
        var named = sections.SelectMany(References).Select(id => context.Main.Node.ById(id)?.Name).ToHashSet(StringComparer.Ordinal);
        foreach (PackageNode part in others.Where(part => !named.Contains(part.Name)).OrderBy(part => part.Name, StringComparer.Ordinal)) Read(part);
    }

    /// <summary>Ends a section and begins the next one, which says itself whether it starts a page.</summary>
    public void Next()
    {
        if (++current >= sections.Length) return;
        string? type = sections[current].Element(W + "type")?.Attribute(W + "val");
        if (type == "nextColumn") pages.ColumnBreak();
        else if (type != "continuous") pages.ManualBreak();
        Begin();
    }

    private void Begin()
    {
        if (current >= sections.Length) return;
        pages.StartColumns(Columns(sections[current].Element(W + "cols")));
        foreach (string id in References(sections[current]))
            if (context.Session.TryGetPart(context.Main.Node, id, new Locator { Page = pages.Current, Part = context.Main.Node.Name }) is { } part) Read(part);
    }

    private static int Columns(PartElement? columns) =>
        columns?.Elements(W + "col").Count() is > 0 and int listed ? listed : (int)Math.Clamp(DrawingText.Integer(columns?.Attribute(W + "num")) ?? 1, 1, MostColumns);

    private static IEnumerable<string> References(PartElement section) => section.Elements()
        .Where(element => element.Name == W + "headerReference" || element.Name == W + "footerReference")
        .Select(element => element.Attribute(OoxmlNames.R + "id") ?? "");

    private void Read(PackageNode part)
    {
        if (context.IsNew(part) && context.Session.TryLoad(part, new Locator { Page = pages.Current }) is { } root)
            new BodyReader(context, new StoryPart(part, root), pages.Fixed(pages.Current), SourceLayer.Furniture).Read(root);
    }
}
