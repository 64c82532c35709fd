using System.Globalization;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.Docx.Fields;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads what stands in a paragraph: its characters as runs, and aside of them what floats (boxes, charts), what it refers to
/// (notes, comments) and what is there but not shown. Paragraphs whose end is deleted are read by the same reader one after the other.
/// </summary>
internal sealed class InlineReader(StoryPart part, PageBook pages, DocxStyles styles, OpenFields fields)
{
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Paragraph = W + "p";
    private static readonly XName RunProperties = W + "rPr";
    private static readonly XName FormulaText = OoxmlNames.M + "t";
    private static readonly XName Chart = OoxmlNames.C + "chart";
    private static readonly XName NewerChart = OoxmlNames.Cx + "chart";
    private static readonly XName Diagram = OoxmlNames.Dgm + "relIds";
    private Dictionary<double, int>? lettersBySize;
    private Stack<string>? links;
    private FormulaReader? formulas;
    private StyleTraits? style;
    private Locator? place;
    private bool isUnseen;

    /// <summary>Where the paragraph starts.</summary>
    public Locator Start { get; private set; } = new();

    /// <summary>What it shows.</summary>
    public List<SourceRun> Runs { get; } = [];

    /// <summary>Hidden letters, prompts of empty form controls, results that only serve another field.</summary>
    public List<SourceRun> Unseen { get; } = [];

    /// <summary>Text boxes, charts, diagrams and drawn words that are anchored here.</summary>
    public List<PartElement> Floating { get; } = [];

    /// <summary>References to notes and comments, with the page they stand on.</summary>
    public List<(PartElement Reference, int Page)> References { get; } = [];

    /// <summary>Oddities that lose nothing.</summary>
    public SortedSet<InlineOddity> Oddities { get; } = [];

    /// <summary>Size of most letters that declare one, in points.</summary>
    public double? FontSize
    {
        get
        {
            (double? size, int letters) = (null, 0);
            foreach ((double other, int count) in lettersBySize ?? [])
                if (count > letters || (count == letters && other > size)) (size, letters) = (other, count);
            return size;
        }
    }

    /// <summary>Reads one paragraph, or a piece of text that stands outside paragraphs.</summary>
    public void Read(PartElement paragraph, Locator start, StyleTraits paragraphStyle, bool isPrompt)
    {
        (Start, place, style, isUnseen) = (start, start, paragraphStyle, isPrompt);
        if (paragraph.Name == Paragraph) ReadAll(paragraph);
        else Read(paragraph);
    }

    /// <summary>Forgets the paragraph that has been read, so that the next one can be: most need the lists and little else.</summary>
    public void Clear()
    {
        Runs.Clear();
        Unseen.Clear();
        Floating.Clear();
        References.Clear();
        if (Oddities.Count > 0) Oddities.Clear();
        lettersBySize?.Clear();
        links?.Clear();
    }

    private void ReadAll(PartElement parent)
    {
        foreach (PartElement element in parent.Elements()) Read(element);
    }

    private void Read(PartElement element)
    {
        if (element.Name == RunProperties) return;
        if (element.Name.Namespace == W) ReadWord(element);
        else if (element.Name == FormulaText) Append(element.Value, element);
        else if (element.Name.Namespace == OoxmlNames.M) (formulas ??= new FormulaReader(Read, sign => Append(sign, null))).Read(element);
        else if (IsFloating(element)) Floating.Add(element);
        else ReadAll(element);
    }

    private static bool IsFloating(PartElement element) =>
        element.Name == Chart || element.Name == NewerChart || element.Name == Diagram
        || element.Name.LocalName == "txBody" || (element.Name.LocalName == "textpath" && element.Attribute("string") is not null);

    private void ReadWord(PartElement element)
    {
        switch (element.Name.LocalName)
        {
            case "r": ReadRun(element); break;
            case "t": Append(element.Value, element); break;
            case "tab" or "ptab": Append("\t", null); break;
            case "cr": Append("\n", null); break;
            case "br": Break(element.Attribute(W + "type")); break;
            case "lastRenderedPageBreak": pages.RenderedBreak(); break;
            case "noBreakHyphen": Append("\u2011", null); break;
            case "sym": Symbol(element); break;
            case "txbxContent": Floating.Add(element); break;
            case "footnoteReference" or "endnoteReference" or "commentReference": References.Add((element, pages.Current)); break;
            default: ReadWrapper(element); break;
        }
    }

    private void ReadWrapper(PartElement element)
    {
        switch (element.Name.LocalName)
        {
            case "hyperlink": ReadLink(element); break;
            case "fldChar": Append(fields.Mark(element), null); break;
            case "fldSimple": ReadField(element); break;
            case "sdt": ReadControl(element); break;
            case "rt": Oddities.Add(InlineOddity.Ruby); break;
            case "subDoc": Oddities.Add(InlineOddity.OtherFile); break;
            case "object":
                Oddities.Add(InlineOddity.EmbeddedFile);
                ReadAll(element);
                break;
            default:
                if (!DocxMarks.IsHidden(element)) ReadAll(element);
                break;
        }
    }

    private void ReadRun(PartElement run)
    {
        bool before = isUnseen;
        isUnseen |= styles.IsVanished(run.Element(RunProperties), style!);
        ReadAll(run);
        isUnseen = before;
    }

    private void ReadLink(PartElement link)
    {
        string? address = link.Attribute(OoxmlNames.R + "id") is { } id ? part.Node.ExternalTarget(id) : null;
        string? anchor = link.Attribute(W + "anchor");
        string target = anchor is null ? address ?? "" : address + "#" + anchor;
        if (target.Length > 0) (links ??= new Stack<string>()).Push(target);
        ReadAll(link);
        if (target.Length > 0) links!.Pop();
    }

    private void ReadField(PartElement element)
    {
        var field = new Field { HasResult = true };
        field.Instruction.Append(element.Attribute(W + "instr"));
        fields.Begin(field);
        ReadAll(element);
        fields.End(field);
    }

    private void ReadControl(PartElement control)
    {
        bool before = isUnseen;
        isUnseen |= DocxMarks.IsPromptControl(control);
        ReadAll(control);
        isUnseen = before;
    }

    private void Break(string? type)
    {
        if (type is not ("page" or "column") || Runs.Count > 0) Append("\n", null);
        if (type is "page") pages.ManualBreak();
        else if (type is "column") pages.ColumnBreak();
    }

    private void Symbol(PartElement element)
    {
        if (!ushort.TryParse(element.Attribute(W + "char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)) return;
        if (code is not 0 && !char.IsSurrogate((char)code)) Append(SymbolFont.Show((char)code, element.Attribute(W + "font")), null);
    }

    private void Append(string text, PartElement? source)
    {
        if (text.Length == 0) return;
        pages.MarkText();
        if (place?.Page != pages.Current) place = Start.Page == pages.Current ? Start : Start with { Page = pages.Current };
        var run = new SourceRun(text, place) { Link = fields.Link ?? (links is not null && links.TryPeek(out string? link) ? link : null) };
        if (isUnseen || fields.IsInstruction)
        {
            Unseen.Add(run);
            return;
        }
        Runs.Add(run);
        if (DocxStyles.HalfPoints(source?.Parent?.Element(RunProperties)) is { } size)
            (lettersBySize ??= [])[size] = lettersBySize.GetValueOrDefault(size) + text.Length;
    }
}

/// <summary>What a paragraph holds that is not text of its own.</summary>
internal enum InlineOddity
{
    /// <summary>Reading aids above characters.</summary>
    Ruby,

    /// <summary>A file of another program, shown as a picture.</summary>
    EmbeddedFile,

    /// <summary>A part of the document that is kept in another file.</summary>
    OtherFile,
}
