using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.OpenXml.Repair;
using Extraction.Formats.Pptx;
using Extraction.Reading;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.OpenXml;

public class SalvageTests
{
    private const int Slides = 12;
    private static readonly byte[] Deck = Of([.. Enumerable.Range(1, Slides).Select(number => Shape(2, null, string.Concat(Enumerable.Range(1, 8).Select(line => Line($"第{number}页第{line}行：储能电池出货量同比增长")))))]);
    private static readonly PptxReader Reader = new();

    [Fact]
    public void A_package_without_its_directory_gives_all_its_slides()
    {
        int directory = Deck.AsSpan().IndexOf("PK\u0001\u0002"u8);
        (SourceDocument document, DiagnosticBag diagnostics) = Reader.Read(Deck[..directory]);

        Assert.Equal(Text(Reader.Read(Deck).Document), Text(document));
        Assert.Contains(diagnostics.Items, item => item is { Code: "pptx-salvaged", IsError: true });
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    [InlineData(0.7)]
    public void A_cut_file_gives_every_slide_that_is_wholly_in_it(double part)
    {
        byte[] cut = Deck[..(int)(Deck.Length * part)];
        string read = Text(Reader.Read(cut).Document);

        foreach (int number in Enumerable.Range(1, Slides).Where(number => EndOf($"ppt/slides/slide{number}.xml") <= cut.Length))
            Assert.Contains($"第{number}页第8行", read, StringComparison.Ordinal);
    }

    // the next local header begins where an entry ends
    private static int EndOf(string name)
    {
        int at = Deck.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(name));
        int next = Deck.AsSpan(at).IndexOf("PK\u0003\u0004"u8);
        return next < 0 ? Deck.Length : at + next;
    }

    [Fact]
    public void Notes_of_a_damaged_document_that_lost_its_relationships_are_found_by_their_names()
    {
        byte[] document = Docx.DocxFile.Of(
            Docx.DocxFile.Par("正文"), main => main.AddNewPart<DocumentFormat.OpenXml.Packaging.FootnotesPart>()
                .Feed($"<w:footnotes {Docx.DocxFile.Namespaces}><w:footnote w:id=\"3\">{Docx.DocxFile.Par("脚注")}</w:footnote></w:footnotes>"));
        byte[] lost = TestPackages.WithEntry(document, "word/_rels/document.xml.rels", null);

        SourceDocument read = new DocxReader().Read(lost[..lost.AsSpan().IndexOf("PK\u0001\u0002"u8)]).Document;
        Assert.Contains(read.Pages.SelectMany(page => page.Elements), element => element is SourceTextBox { Layer: SourceLayer.Notes } note && note.Lines() is ["脚注"]);
    }

    [Fact]
    public void A_chart_to_which_nothing_leads_any_more_is_read_where_the_presentation_is_damaged()
    {
        const string Series = "<c:ser><c:val><c:numRef><c:numCache><c:pt idx=\"0\"><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>";
        Pptx.DeckPackage deck = new Pptx.DeckPackage().Slide(Shape(2, null, Line("页")))
            .Part("ppt/charts/chart1.xml", Chart($"<c:chart><c:plotArea><c:pieChart>{Series}</c:pieChart></c:plotArea></c:chart>"));
        Assert.DoesNotContain(Reader.Read(deck.Build()).Document.Pages[0].Elements, element => element is SourceChart);

        (SourceDocument document, DiagnosticBag diagnostics) = Reader.Read(deck.Part("ppt/slides/_rels/slide1.xml.rels", "<Relationships><Rela").Build());

        SourceChart chart = Assert.Single(document.Pages[^1].Elements.OfType<SourceChart>());
        Assert.Equal("42", Assert.Single(chart.Series[0].Values));
        Assert.Contains(diagnostics.Items, item => item is { Code: "pptx-order-guessed", IsError: true });
    }

    [Fact]
    public void A_package_that_lost_its_presentation_gives_its_slides_by_number()
    {
        (SourceDocument document, DiagnosticBag diagnostics) = Reader.Read(TestPackages.WithEntry(Deck, "ppt/presentation.xml", "no element"u8.ToArray()));

        Assert.Equal(Slides, document.Pages.Length);
        Assert.StartsWith("第2页", document.Pages[1].Elements[0].Lines()[0], StringComparison.Ordinal);
        Assert.Contains(diagnostics.Items, item => item is { Code: "pptx-order-guessed", IsError: true });
    }

    [Fact]
    public void A_flipped_byte_of_a_slide_is_never_complete()
    {
        byte[] damaged = (byte[])Deck.Clone();
        int slide = damaged.AsSpan().IndexOf("ppt/slides/slide3.xml"u8);
        damaged[slide + 60] ^= 0x10;
        (_, DiagnosticBag diagnostics) = Reader.Read(damaged);

        Assert.True(diagnostics.HasErrors);
    }

    [Theory]
    [InlineData("<p:sld xmlns:p='p' xmlns:a='a'><a:t>前</a:t><a:t>后", "前后", true)]
    [InlineData("<a:p xmlns:a='a'><a:r><a:t>A&nbsp;B</a:t></a:r></a:p>", "A\u00A0B", false)]
    [InlineData("<a:p xmlns:a='a'><a:r><a:t>A\u0001B</a:t></a:r></a:p>", "AB", false)]
    [InlineData("<s><z:t>前缀</z:t></s>", "前缀", false)]
    [InlineData("<s><t a='1' a='2'>属性</t></s>", "属性", false)]
    [InlineData("<s><r><t>交错</r></t><t>之后</t></s>", "交错之后", true)]
    [InlineData("<!DOCTYPE s [<!ENTITY b 'c'>]><s><t>&b;</t></s>", "&b;", true)]
    [InlineData("<s><t>1 < 2</t></s>", "1 < 2", true)]
    public void What_can_be_made_out_of_a_broken_part_is_read(string xml, string text, bool mayLackText)
    {
        MendedXml mended = XmlMender.Load(Encoding.UTF8.GetBytes(xml), new ReadLimits(), CancellationToken.None);

        Assert.Equal((text, mayLackText), (mended.Root.Value, mended.LosesText));
    }

    /// <summary>The fuzz target of the packages: seeded, so that a failure can be repeated.</summary>
    [Fact]
    public void Mutated_packages_end_typed_and_keep_nine_tenths_of_their_text()
    {
        string whole = Text(Reader.Read(Deck).Document);
        double kept = 0;
        const int Cases = 400;
        for (int seed = 0; seed < Cases; seed++) kept += Kept(Mutation.Of(Deck, seed), whole);

        Assert.True(kept / Cases >= 0.9, $"kept {kept / Cases:F3}");
    }

    [Fact]
    public void Mutated_documents_end_typed()
    {
        byte[] report = DocumentOf(string.Concat(Enumerable.Range(1, 40).Select(line => $"<w:p><w:r><w:t>第{line}段：光伏组件价格回落</w:t></w:r></w:p>")));
        for (int seed = 0; seed < 300; seed++) ReadTyped(new DocxReader(), Mutation.Of(report, seed), out _);
    }

    private static double Kept(byte[] damaged, string whole)
    {
        if (!ReadTyped(Reader, damaged, out SourceDocument? document)) return 0;
        var left = Text(document!).GroupBy(sign => sign).ToDictionary(group => group.Key, group => group.Count());
        return whole.GroupBy(sign => sign).Sum(group => Math.Min(group.Count(), left.GetValueOrDefault(group.Key))) / (double)whole.Length;
    }

    private static bool ReadTyped(IDocumentReader reader, byte[] bytes, out SourceDocument? document)
    {
        document = null;
        try
        {
            document = reader.Read(bytes).Document;
            return true;
        }
        catch (UnreadableDocumentException)
        {
            return false;
        }
    }

    private static byte[] DocumentOf(string body)
    {
        using var stream = new MemoryStream();
        using (var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
            package.AddMainDocumentPart().Feed($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>");
        return stream.ToArray();
    }

    private static string Text(SourceDocument document) =>
        string.Concat(document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
}
