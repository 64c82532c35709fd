using System.Globalization;
using System.Text;
using static Extraction.SampleBuilder.Namespaces;

namespace Extraction.SampleBuilder;

/// <summary>Writes word processor files (DOCX), the same bytes for the same calls.</summary>
public sealed class WordDocument
{
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Author = "w:author=\"编辑\" w:date=\"2024-01-01T00:00:00Z\"";
    private readonly StringBuilder body = new();
    private readonly List<string> footnotes = [];
    private int lastChange = 100;

    /// <summary>Text at the foot of every page, null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>Adds a heading: level 0 is the title of the document.</summary>
    public WordDocument Heading(int level, string text) => Paragraph($"<w:pStyle w:val=\"{(level == 0 ? "Title" : $"Heading{level}")}\"/>", Run(text));

    /// <summary>Adds a paragraph of runs, see <see cref="Run"/>, <see cref="Inserted"/>, <see cref="Deleted"/>, <see cref="Note"/>.</summary>
    public WordDocument Runs(params string[] runs) => Paragraph("", string.Concat(runs));

    /// <summary>Adds a paragraph.</summary>
    public WordDocument Text(string text) => Runs(Run(text));

    /// <summary>Adds an item of a bulleted list.</summary>
    public WordDocument Bullet(string text, int level = 0) =>
        Paragraph($"<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>", Run(text));

    /// <summary>Adds a table. A cell that is null continues the cell above; one that begins with "→" spans to the end of its row.</summary>
    public WordDocument Table(params string?[][] rows)
    {
        int columns = rows[0].Length;
        string grid = string.Concat(Enumerable.Repeat($"<w:gridCol w:w=\"{9000 / columns}\"/>", columns));
        body.Append(CultureInfo.InvariantCulture, $"<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>");
        for (int row = 0; row < rows.Length; row++)
        {
            string?[] below = row + 1 < rows.Length ? rows[row + 1] : [];
            body.Append("<w:tr>");
            for (int column = 0; column < rows[row].Length; column++)
            {
                bool begins = rows[row][column] is not null && column < below.Length && below[column] is null;
                body.Append(Cell(rows[row][column], begins, columns - column));
            }
            body.Append("</w:tr>");
        }
        body.Append("</w:tbl>");
        return Runs();
    }

    /// <summary>Ordinary text.</summary>
    public static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r>";

    /// <summary>Text that a reviewer put in.</summary>
    public string Inserted(string text) => $"<w:ins w:id=\"{++lastChange}\" {Author}>{Run(text)}</w:ins>";

    /// <summary>Text that a reviewer took out.</summary>
    public string Deleted(string text) =>
        $"<w:del w:id=\"{++lastChange}\" {Author}><w:r><w:delText xml:space=\"preserve\">{Escape(text)}</w:delText></w:r></w:del>";

    /// <summary>A reference to a new footnote.</summary>
    public string Note(string text)
    {
        footnotes.Add(text);
        return $"<w:r><w:footnoteReference w:id=\"{footnotes.Count}\"/></w:r>";
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var file = new ZipFileBuilder();
        file.Relationships("", ("rId1", "officeDocument", "word/document.xml"));
        string reference = Footer is null ? "" : "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>";
        file.Part("word/document.xml", Types + "document.main+xml",
            $"<w:document {Word} xmlns:r=\"{Namespaces.Relationships}\"><w:body>{body}<w:sectPr>{reference}<w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>");
        file.Part("word/styles.xml", Types + "styles+xml", $"<w:styles {Word}>{string.Concat(Styles())}</w:styles>");
        file.Part("word/numbering.xml", Types + "numbering+xml", Numbering());
        file.Part("word/footnotes.xml", Types + "footnotes+xml", Footnotes());
        if (Footer is not null)
            file.Part("word/footer1.xml", Types + "footer+xml", $"<w:ftr {Word}><w:p>{Run(Footer)}</w:p></w:ftr>");
        file.Relationships("word/document.xml",
        [
            ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "footnotes", "footnotes.xml"),
            .. Footer is null ? Array.Empty<(string, string, string)>() : [("rId4", "footer", "footer1.xml")],
        ]);
        return file.Build();
    }

    private static string Cell(string? text, bool begins, int columnsLeft)
    {
        bool spans = text?.StartsWith('→') == true;
        string properties = (spans ? $"<w:gridSpan w:val=\"{columnsLeft}\"/>" : "") + (text is null ? "<w:vMerge/>" : begins ? "<w:vMerge w:val=\"restart\"/>" : "");
        return $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{(text is null ? "" : Run(text.TrimStart('→')))}</w:p></w:tc>";
    }

    private static IEnumerable<string> Styles()
    {
        (string Id, string Name, string Properties)[] styles =
        [
            ("Title", "Title", ""), ("Heading1", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"),
            ("Heading2", "heading 2", "<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>"), ("ListParagraph", "List Paragraph", ""),
        ];
        return styles.Select(style => $"<w:style w:type=\"paragraph\" w:styleId=\"{style.Id}\"><w:name w:val=\"{style.Name}\"/>{style.Properties}</w:style>");
    }

    private static string Numbering()
    {
        string levels = string.Concat(new[] { "•", "◦" }.Select((mark, level) =>
            $"<w:lvl w:ilvl=\"{level}\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{mark}\"/></w:lvl>"));
        return $"<w:numbering {Word}><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    }

    private string Footnotes()
    {
        const string Separators = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            + "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
        string notes = string.Concat(footnotes.Select((note, index) => $"<w:footnote w:id=\"{index + 1}\"><w:p><w:r><w:footnoteRef/></w:r>{Run(note)}</w:p></w:footnote>"));
        return $"<w:footnotes {Word}>{Separators}{notes}</w:footnotes>";
    }

    private WordDocument Paragraph(string properties, string runs)
    {
        body.Append(CultureInfo.InvariantCulture, $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}{runs}</w:p>");
        return this;
    }
}
