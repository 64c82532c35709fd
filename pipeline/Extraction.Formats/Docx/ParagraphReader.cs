using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx.Fields;
using Extraction.Formats.Docx.Lists;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads the paragraphs of one story one after the other, with their place, style and list label.</summary>
internal sealed class ParagraphReader(DocxContext context, StoryPart part, PageBook pages, ListCounters counters)
{
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Properties = W + "pPr";
    private static readonly XName SectionProperties = W + "sectPr";
    private static readonly XName BreakBefore = W + "pageBreakBefore";
    private static readonly XName ListProperties = W + "numPr";
    private static readonly XName ListId = W + "numId";
    private static readonly XName ListLevel = W + "ilvl";
    private static readonly XName Value = W + "val";
    private static readonly Locator Nowhere = new();
    private readonly OpenFields fields = new(part.Fields);
    private InlineReader? inline;
    private bool isUnfinished;
    private PartElement? unfinishedProperties;
    private string? label;
    private int addedLevel;

    /// <summary>What paragraphs have anchored since it was last emptied.</summary>
    public Anchored Anchored { get; } = new();

    /// <summary>Whether the last paragraph belongs to a table of contents or an index.</summary>
    public bool IsContents { get; private set; }

    /// <summary>Whether the last paragraph is the document's title by its style.</summary>
    public bool IsTitle { get; private set; }

    /// <summary>Whether an element is read as a paragraph: one, or text that stands directly in a body or a cell.</summary>
    public static bool IsParagraph(PartElement element) =>
        (element.Name.Namespace == W && element.Name.LocalName is "p" or "r" or "hyperlink" or "fldSimple" or "subDoc")
        || (element.Name.Namespace == OoxmlNames.M && element.Name.LocalName is "oMath" or "oMathPara");

    /// <summary>Sets what stands before the first paragraph of the story, and how deep the story's paragraphs are.</summary>
    public void Prefix(string? first, int level) => (label, addedLevel) = (first, level);

    /// <summary>Whether a section ends with a paragraph.</summary>
    public static bool EndsSection(PartElement paragraph) => paragraph.Element(Properties)?.Element(SectionProperties) is not null;

    /// <summary>Reads one paragraph at the current page.</summary>
    /// <param name="paragraph">The element.</param>
    /// <param name="table">The table that it stands in, null outside tables.</param>
    /// <param name="row">The table's row.</param>
    /// <param name="column">The table's column.</param>
    /// <returns>Null where it is blank, or where its end is deleted and the next one goes on in its line.</returns>
    public SourceParagraph? Read(PartElement paragraph, Locator? table = null, int? row = null, int? column = null)
    {
        PartElement? properties = paragraph.Element(Properties);
        StyleTraits style = context.Styles.Of(properties);
        if (properties?.Element(BreakBefore) is { } mark ? DocxMarks.IsOn(mark) : style.BreaksPage) pages.BreakBefore();
        InlineReader reader = Continued();
        Locator start = (table ?? Nowhere) with { Page = pages.Current, Part = part.Node.Name, Row = row, Column = column, Paragraph = ++part.Paragraphs };
        bool startsInContents = fields.IsContents;
        reader.Read(paragraph, start, style, DocxMarks.IsPrompt(paragraph));
        IsContents = startsInContents || fields.IsContents || style.IsContents || DocxMarks.IsInContents(paragraph);
        unfinishedProperties = properties;
        return DocxMarks.RunsIntoNext(properties) ? null : End();
    }

    /// <summary>Ends a paragraph that waits for one to go on with.</summary>
    /// <returns>Null where none waits or it is blank.</returns>
    public SourceParagraph? End()
    {
        if (!isUnfinished || inline is null) return null;
        isUnfinished = false;
        Anchored.Add(inline);
        if (inline.Oddities.Count > 0) Report(inline);
        StyleTraits style = context.Styles.Of(unfinishedProperties);
        (ListDefinition? List, int? Level) item = Item(unfinishedProperties, style);
        string? number = item is { List: { } list, Level: { } index } ? counters.Next(list, index) : null;
        if (inline.Runs.TrueForAll(run => string.IsNullOrWhiteSpace(run.Text))) return null;
        int heading = DocxStyles.HeadingLevel(unfinishedProperties, style);
        IsTitle = style.IsTitle;
        bool isItem = item.Level is { } level && (item.List?.Levels[level] is null || item.List.Levels[level]!.HasLabel);
        string? first = label;
        label = null;
        return new SourceParagraph([.. inline.Runs])
        {
            Level = (isItem ? item.Level ?? 0 : 0) + addedLevel,
            IsListItem = isItem && heading == 0,
            HeadingLevel = heading,
            Label = number ?? first,
            FontSize = inline.FontSize ?? style.FontSize,
        };
    }

    // one reader for all paragraphs: a document has thousands, most of them a run or two long
    private InlineReader Continued()
    {
        inline ??= new InlineReader(part, pages, context.Styles, fields);
        if (!isUnfinished) inline.Clear();
        isUnfinished = true;
        return inline;
    }

    // numbered directly, or through its style, whose level the list may name
    private (ListDefinition? List, int? Level) Item(PartElement? properties, StyleTraits style)
    {
        PartElement? own = properties?.Element(ListProperties);
        string? ownList = own?.Element(ListId)?.Attribute(Value);
        string? id = ownList ?? style.List;
        if (id is null or "0") return default;
        ListDefinition? list = context.Lists.Find(id);
        int level = DocxMarks.Number(own?.Element(ListLevel)) ?? list?.LevelOf(style.Id) ?? (ownList is null ? style.ListLevel : null) ?? 0;
        return (list, Math.Clamp(level, 0, ListDefinition.Depth - 1));
    }

    private void Report(InlineReader inline)
    {
        DiagnosticBag diagnostics = context.Session.Diagnostics;
        foreach (InlineOddity oddity in inline.Oddities.Where(context.IsFirst))
        {
            if (oddity == InlineOddity.Ruby)
                diagnostics.Warning("docx-ruby", "reading", "Reading aids above characters are left out.", inline.Start);
            else if (oddity == InlineOddity.EmbeddedFile)
                diagnostics.Warning("docx-embedded-file", "reading", "A file of another program is embedded here; what it holds beyond the text around it is not read.", inline.Start);
            else
                diagnostics.Error("docx-external-document", "reading", "A part of the document is kept in another file, which is not opened. Save it as one file.", inline.Start);
        }
    }
}
