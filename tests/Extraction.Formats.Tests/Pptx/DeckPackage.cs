using System.IO.Compression;
using System.Text;

namespace Extraction.Formats.Tests.Pptx;

/// <summary>Builds presentations part by part, whatever the SDK thinks of them.</summary>
internal sealed class DeckPackage
{
    private const string Namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly Dictionary<string, byte[]> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StringBuilder> relationships = new(StringComparer.Ordinal);
    private readonly StringBuilder list = new();
    private int slides;

    public DeckPackage() => Relate("", "rId1", "officeDocument", "ppt/presentation.xml");

    /// <summary>What stands in the presentation's part beside its list of slides.</summary>
    public string Presentation { get; set; } = "<p:sldSz cx=\"9144000\" cy=\"6858000\"/>";

    /// <summary>Name of a slide's part.</summary>
    public static string SlideName(int number) => $"ppt/slides/slide{number}.xml";

    /// <summary>Adds the next slide, listed unless said otherwise.</summary>
    public DeckPackage Slide(string shapes, string attributes = "", bool listed = true)
    {
        slides++;
        if (listed) list.Append($"<p:sldId id=\"{255 + slides}\" r:id=\"rIdS{slides}\"/>");
        Relate("ppt/presentation.xml", $"rIdS{slides}", "slide", $"slides/slide{slides}.xml");
        return Part(SlideName(slides), PptxFile.Tree("sld", shapes, attributes));
    }

    public DeckPackage Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public DeckPackage Part(string name, byte[] content)
    {
        parts[name] = content;
        return this;
    }

    /// <summary>Adds a relationship; the target is relative to the owner's folder.</summary>
    public DeckPackage Relate(string owner, string id, string type, string target, bool external = false)
    {
        if (!relationships.TryGetValue(owner, out StringBuilder? known)) relationships[owner] = known = new StringBuilder();
        known.Append($"<Relationship Id=\"{id}\" Type=\"{Namespace}{type}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/>");
        return this;
    }

    /// <summary>Adds a part that a slide refers to.</summary>
    public DeckPackage Beside(int slide, string id, string type, string name, string xml) =>
        Relate(SlideName(slide), id, type, "/" + name).Part(name, xml);

    public byte[] Build()
    {
        Part("ppt/presentation.xml", $"<p:presentation {PptxFile.Namespaces}><p:sldIdLst>{list}</p:sldIdLst>{Presentation}</p:presentation>");
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        foreach ((string owner, StringBuilder entries) in relationships)
            Part(RelationshipsOf(owner), $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>");
        return Zip(parts);
    }

    /// <summary>A small workbook whose first sheet (Sheet1) holds these rows; numbers are numbers, in the number format <paramref name="code"/>.</summary>
    public static byte[] Workbook(string code, params object?[][] rows)
    {
        const string sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        string Cell(object? value) => value switch
        {
            null => "<c/>",
            string text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>",
            _ => FormattableString.Invariant($"<c s=\"1\"><v>{value}</v></c>"),
        };
        string data = string.Concat(rows.Select(row => $"<row>{string.Concat(row.Select(Cell))}</row>"));
        string Relationships(params (string Id, string Type, string Target)[] entries) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + string.Concat(entries.Select(entry => $"<Relationship Id=\"{entry.Id}\" Type=\"{Namespace}{entry.Type}\" Target=\"{entry.Target}\"/>")) + "</Relationships>";
        return Zip(new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["_rels/.rels"] = Encoding.UTF8.GetBytes(Relationships(("rId1", "officeDocument", "xl/workbook.xml"))),
            ["xl/workbook.xml"] = Encoding.UTF8.GetBytes($"<workbook {sheet}><sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"_xlchart.v1.0\">Sheet1!$A$2:$A$3</definedName></definedNames></workbook>"),
            ["xl/_rels/workbook.xml.rels"] = Encoding.UTF8.GetBytes(Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"))),
            ["xl/worksheets/sheet1.xml"] = Encoding.UTF8.GetBytes($"<worksheet {sheet}><sheetData>{data}</sheetData></worksheet>"),
            ["xl/styles.xml"] = Encoding.UTF8.GetBytes($"<styleSheet {sheet}><numFmts><numFmt numFmtId=\"170\" formatCode=\"{code}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"),
        });
    }

    private static string RelationshipsOf(string owner)
    {
        int slash = owner.LastIndexOf('/') + 1;
        return $"{owner[..slash]}_rels/{owner[slash..]}.rels";
    }

    private static byte[] Zip(Dictionary<string, byte[]> entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, byte[] content) in entries)
            {
                using Stream stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(content);
            }
        return memory.ToArray();
    }
}
