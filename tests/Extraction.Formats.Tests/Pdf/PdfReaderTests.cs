using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;
using Extraction.SampleBuilder;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Extraction.Formats.Tests.Pdf;

public class PdfReaderTests
{
    private const string Helvetica = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    private readonly DiagnosticBag diagnostics = new();

    [Fact]
    public void Lines_have_their_text_size_and_place_from_the_top_left()
    {
        var writer = new PdfWriter { Title = "年度报告" };
        writer.AddPage(600, 400).Text("造船业复苏", 50, 40, 20);

        SourceDocument document = Read(writer.Build());

        Assert.Equal("年度报告", document.Title);
        SourcePage page = Assert.Single(document.Pages);
        Assert.Equal((600, 400), (page.Width, page.Height));
        SourceParagraph line = Assert.Single(Lines(document));
        Assert.Equal("造船业复苏\n", line.Text);
        Assert.Equal(20, line.FontSize);
        Assert.Equal(new Box(50, 40, 150, 60), Assert.Single(line.Runs).Locator.Box);
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData(90, 340, 50, 360, 150)]
    [InlineData(180, 450, 340, 550, 360)]
    public void Boxes_follow_the_rotation_of_the_page(int rotation, double left, double top, double right, double bottom)
    {
        var writer = new PdfWriter();
        writer.AddPage(600, 400, rotation).Text("造船业复苏", 50, 40, 20);

        Box box = Assert.Single(Lines(Read(writer.Build()))).Runs[0].Locator.Box!.Value;

        Assert.Equal(left, box.Left, 0.5);
        Assert.Equal(top, box.Top, 0.5);
        Assert.Equal(right, box.Right, 0.5);
        Assert.Equal(bottom, box.Bottom, 0.5);
    }

    [Fact]
    public void Justified_Chinese_has_no_spaces_and_drawn_spaces_between_words_stay()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("港口吞吐量稳步增长", 50, 40, 12, spacing: 3).Text("The port grew 5% in 2023", 50, 80, 12);

        Assert.Equal(["港口吞吐量稳步增长\n", "The port grew 5% in 2023\n"], Lines(Read(writer.Build())).Select(line => line.Text));
    }

    [Fact]
    public void Letters_drawn_twice_for_a_bold_look_count_once()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("风电装机", 50, 40, 20).Text("风电装机", 50.6, 40.3, 20);

        Assert.Equal("风电装机\n", Assert.Single(Lines(Read(writer.Build()))).Text);
    }

    [Theory]
    [InlineData("BT /F1 0 Tf 50 100 Td (aaaa) Tj ET", "aaaa")]
    [InlineData("BT /F1 12 Tf 50 100 Td (a) Tj ET BT /F1 12 Tf 50.5 100 Td (a) Tj ET", "a")]
    public void Letters_of_one_string_that_do_not_move_are_no_bold_look(string content, string text)
    {
        Assert.Equal(text, Assert.Single(Lines(Read(HostilePdf.Of([content], Helvetica)))).Text.TrimEnd());
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(40, true)]
    public void More_letters_on_one_spot_than_any_look_needs_are_said(int layers, bool isLoss)
    {
        string content = string.Concat(Enumerable.Repeat("BT /F1 12 Tf 50 100 Td (ab) Tj ET ", layers));

        Assert.Equal("ab\n", Assert.Single(Lines(Read(HostilePdf.Of([content], Helvetica)))).Text);
        Assert.Equal(isLoss, diagnostics.Items.Any(item => item is { Code: "pdf-letters-stacked", IsError: true }));
    }

    [Fact]
    public void Radicals_come_back_as_the_file_has_them()
    {
        var writer = new PdfWriter { Substitutions = new Dictionary<char, string> { ['飞'] = "⻜", ['用'] = "⽤" } };
        writer.AddPage().Text("通用飞机", 50, 40, 20);

        Assert.Equal("通⽤⻜机\n", Assert.Single(Lines(Read(writer.Build()))).Text);
    }

    [Fact]
    public void Wide_gaps_end_a_line_but_a_bullet_keeps_its_text()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("•", 50, 40, 12).Text("航运", 80, 40, 12).Text("港口", 250, 40, 12);

        Assert.Equal(["• 航运\n", "港口\n"], Lines(Read(writer.Build())).Select(line => line.Text));
    }

    [Fact]
    public void Standard_fonts_are_read_and_lines_close_together_share_a_box()
    {
        var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        PdfPageBuilder page = builder.AddPage(PageSize.A4);
        page.AddText("Ports of the delta", 12, new PdfPoint(60, 700), font);
        page.AddText("handled more goods", 12, new PdfPoint(60, 685), font);

        SourceTextBox box = Assert.IsType<SourceTextBox>(Assert.Single(Read(builder.Build()).Pages[0].Elements));

        Assert.Equal(["Ports of the delta\n", "handled more goods\n"], box.Paragraphs.Select(line => line.Text));
    }

    [Fact]
    public void A_page_that_draws_without_text_is_an_error_and_an_empty_page_is_none()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("正文", 50, 40, 20);
        writer.AddPage().Fill(10, 10, 100, 100);
        writer.AddPage();

        Read(writer.Build());

        Diagnostic error = Assert.Single(diagnostics.Items);
        Assert.Equal(("pdf-page-without-text", true, 2), (error.Code, error.IsError, error.Locator!.Page));
    }

    [Fact]
    public void Text_without_a_usable_character_table_is_an_error_and_furniture()
    {
        var writer = new PdfWriter { Substitutions = "港口吞吐量稳步增长了".ToDictionary(letter => letter, letter => ((char)(0xE000 + (letter % 256))).ToString()) };
        writer.AddPage().Text("港口吞吐量稳步增长了", 50, 40, 20);

        SourceDocument document = Read(writer.Build());

        Assert.Equal("pdf-page-unreadable", Assert.Single(diagnostics.Items).Code);
        Assert.Equal(SourceLayer.Furniture, Assert.Single(document.Pages[0].Elements).Layer);
    }

    [Theory]
    [InlineData("", "pdf-empty")]
    [InlineData("PK\u0003\u0004 not this one", "pdf-not-a-pdf")]
    [InlineData("%PDF-1.4\n", "pdf-truncated")]
    [InlineData("%PDF-1.4\nnonsense\n%%EOF\n", "pdf-damaged")]
    [InlineData("%PDF-1.5\n1 0 obj<</Type/XRef/W[1 2 16666666666666]/Size 2>>stream\nendstream endobj\n%%EOF\n", "pdf-damaged")]
    public void Unreadable_files_have_their_own_codes(string content, string code)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Read(Encoding.Latin1.GetBytes(content)));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public void An_encrypted_file_says_so()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("机密", 50, 40, 20);
        string encrypted = Encoding.Latin1.GetString(writer.Build()).Replace(
            "/Info 7 0 R",
            $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >> /ID [<0011> <0011>]",
            StringComparison.Ordinal);

        var error = Assert.Throws<UnreadableDocumentException>(() => Read(Encoding.Latin1.GetBytes(encrypted)));

        Assert.Equal("pdf-encrypted", error.Code);
    }

    [Fact]
    public void Pages_over_the_limit_are_reported_as_lost()
    {
        var writer = new PdfWriter();
        writer.AddPage().Text("一月", 50, 40, 20);
        writer.AddPage().Text("二月", 50, 40, 20);

        SourceDocument document = Read(writer.Build(), new ReadLimits { MaxPages = 1 });

        Assert.Single(document.Pages);
        Assert.Equal("pdf-pages-over-limit", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void Annotations_and_form_fields_are_boxes_of_their_own()
    {
        var writer = new PdfWriter();
        writer.AddPage(600, 400).Text("正文", 50, 40, 20);
        string annotated = Encoding.Latin1.GetString(writer.Build()).Replace(
            "/Rotate 0",
            "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [100 100 200 120] /Contents (Checked in May) >>"
                + " << /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Delta Port) /Rect [100 50 200 70] >>]",
            StringComparison.Ordinal);

        SourceDocument document = Read(Encoding.Latin1.GetBytes(annotated));

        Assert.Equal(["正文\n", "Checked in May\n", "Delta Port\n"], Lines(document).Select(line => line.Text));
        Assert.Equal(new Box(100, 280, 200, 300), document.Pages[0].Elements[1].Locator.Box);
    }

    [Fact]
    public void The_writer_makes_the_same_bytes_for_the_same_calls()
    {
        static byte[] Make()
        {
            var writer = new PdfWriter();
            writer.AddPage().Text("乙甲丙", 50, 40, 20).Line(10, 10, 50, 10);
            return writer.Build();
        }
        Assert.Equal(Make(), Make());
    }

    private SourceDocument Read(byte[] content, ReadLimits? limits = null) =>
        new PdfReader().Read(SourceFile.FromBytes("报告.pdf", content), limits ?? new ReadLimits(), diagnostics, CancellationToken.None);

    private static IEnumerable<SourceParagraph> Lines(SourceDocument document) =>
        document.Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>().SelectMany(box => box.Paragraphs);
}
