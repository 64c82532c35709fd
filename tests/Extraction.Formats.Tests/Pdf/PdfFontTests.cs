using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pdf;

/// <summary>Fonts that say what their letters are in odd ways, or do not say it.</summary>
public class PdfFontTests
{
    private const string Descriptor = "/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 0 1000 1000] >>";
    private readonly DiagnosticBag diagnostics = new();

    [Theory]
    [InlineData("GBK-EUC-H", "GB1", "d6d0b9fa", "中国")]
    [InlineData("GBK2K-H", "GB1", "8139ee39d6d0", "㐀中")]
    [InlineData("GBKp-EUC-H", "GB1", "3132d6d0", "12中")]
    [InlineData("UniGB-UCS2-H", "GB1", "4e2d56fd", "中国")]
    [InlineData("UniGB-UTF16-H", "GB1", "4e2dd840dc0b", "中𠀋")]
    [InlineData("UniGB-UTF32-H", "GB1", "00004e2d000056fd", "中国")]
    [InlineData("UniGB-UTF8-H", "GB1", "41e4b8ade59bbd", "A中国")]
    [InlineData("ETen-B5-H", "CNS1", "a4a4b0ea", "中國")]
    [InlineData("90ms-RKSJ-H", "Japan1", "93fa967b", "日本")]
    [InlineData("KSCms-UHC-H", "Korea1", "c7d1b1b9", "한국")]
    [InlineData("Identity-H", "GB1", "11cf", "中")]
    public void Public_encodings_and_collections_need_no_table_in_the_file(string encoding, string ordering, string hex, string text)
    {
        Assert.Equal(text, TextOf(Composite($"/Encoding /{encoding}", ordering, Descriptor), hex));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_font_without_a_descriptor_costs_no_page()
    {
        Assert.Equal("中国", TextOf(Composite("/Encoding /GBK-EUC-H", "GB1", ""), "d6d0b9fa"));
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0002> [<4E2D> <56FD>] endbfrange")]
    [InlineData("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <0001> <4E2D> <0002> <56FD> endbfchar")]
    [InlineData("2 beginbfchar <01> <4E2D> <02> <56FD> endbfchar")]
    [InlineData("1 beginbfrange <0001> <0001> <4E2D> endbfrange 1 beginbfrange <0002> <7FFFFFFF> <56FD> endbfrange")]
    public void Tables_of_the_file_are_read_in_every_form(string table)
    {
        string font = Composite("/Encoding /Identity-H /ToUnicode 6 0 R", "Identity", Descriptor);

        Assert.Equal("中国", TextOf(font, "00010002", HostilePdf.Stream("", "begincmap " + table + " endcmap")));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void An_embedded_encoding_builds_on_a_public_one()
    {
        string font = Composite("/Encoding 6 0 R", "GB1", Descriptor);

        Assert.Equal("中国", TextOf(font, "d6d0b9fa", HostilePdf.Stream("/Type /CMap /CMapName /X /UseCMap /GBK-EUC-H", "begincmap /GBK-EUC-H usecmap endcmap")));
    }

    [Theory]
    [InlineData("uni4E2D")]
    [InlineData("u4E2D")]
    [InlineData("uni4E2D.alt")]
    public void Glyph_names_that_hold_code_points_are_read(string glyph) =>
        Assert.Equal("中", TextOf($"<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 /{glyph}] >> >>", "41"));

    [Fact]
    public void Names_that_are_only_numbers_are_those_of_TeX() =>
        Assert.Equal("Hi", TextOf("<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 /a72 /a105] >> >>", "0102"));

    [Theory]
    [InlineData("/Encoding << /Differences [65 /A /.notdef] >>", "4142")]
    [InlineData("/Encoding /WinAnsiEncoding", "410a")]
    public void Codes_that_draw_nothing_are_no_letters(string encoding, string hex)
    {
        Assert.Equal("A", TextOf($"<< /Type /Font /Subtype /Type1 /BaseFont /X {encoding} >>", hex));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void The_letters_of_a_drawn_font_are_those_of_its_table()
    {
        const string font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << >> /FirstChar 97 /LastChar 98"
            + " /Widths [1000 1000] /Encoding << /Differences [97 /g1 /g2] >> /ToUnicode 6 0 R >>";

        Assert.Equal("中国", TextOf(font, "6162", HostilePdf.Stream("", "begincmap 2 beginbfchar <61> <4E2D> <62> <56FD> endbfchar endcmap")));
    }

    [Theory]
    [InlineData("GB18030", "二零二三年公司的主要产品和行业发展")]
    [InlineData("big5", "二零二三年公司的主要產品和行業發展")]
    public void Chinese_bytes_that_a_Latin_font_draws_one_by_one_are_Chinese(string encoding, string text)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text);

        Assert.Equal(text, TextOf("<< /Type /Font /Subtype /TrueType /BaseFont /SimHei /Encoding /WinAnsiEncoding >>", Convert.ToHexString(bytes)));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Accented_Latin_is_no_Chinese()
    {
        const string text = "Été à Genève, où déjà l'âme rêvait";

        Assert.Equal(
            text, TextOf("<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding >>", Convert.ToHexString(Encoding.Latin1.GetBytes(text))));
    }

    [Theory]
    [InlineData("Identity-H", "Identity")]
    [InlineData("Identity-H", "KR")]
    [InlineData("NoSuch-CMap-H", "GB1")]
    public void Letters_that_nothing_explains_are_an_error_and_no_content(string encoding, string ordering)
    {
        SourceDocument document = Read(Composite($"/Encoding /{encoding}", ordering, Descriptor), "11cf07ad07d0");

        Assert.Equal("pdf-page-unreadable", Assert.Single(diagnostics.Items).Code);
        Assert.All(document.Pages[0].Elements, element => Assert.Equal(SourceLayer.Furniture, element.Layer));
    }

    [Fact]
    public void A_table_that_scatters_over_scripts_is_an_error_and_an_Arabic_one_is_none()
    {
        string scattered = string.Concat(Enumerable.Range(0, 12).Select(i => $"<{i + 1:X4}> <{0x1200 + (i * 0x90):X4}> "));
        string arabic = string.Concat(Enumerable.Range(0, 12).Select(i => $"<{i + 1:X4}> <{0x0627 + i:X4}> "));
        string font = Composite("/Encoding /Identity-H /ToUnicode 6 0 R", "Identity", Descriptor);
        string all = string.Concat(Enumerable.Range(1, 12).Select(i => i.ToString("X4")));

        Read(font, all, HostilePdf.Stream("", $"begincmap 12 beginbfchar {arabic} endbfchar endcmap"));
        Assert.Empty(diagnostics.Items);
        Read(font, all, HostilePdf.Stream("", $"begincmap 12 beginbfchar {scattered} endbfchar endcmap"));
        Assert.Equal("pdf-page-unreadable", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void One_unreadable_font_beside_readable_ones_loses_its_own_letters_only()
    {
        string resources = $"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /F2 {Composite("/Encoding /Identity-H", "Identity", Descriptor)} >>";
        byte[] file = HostilePdf.Of(["BT /F1 12 Tf 20 100 Td (Plain report text) Tj /F2 12 Tf 0 -50 Td <11cf07ad> Tj ET"], resources);

        SourceDocument document = Read(file);

        Assert.Equal(("pdf-font-unreadable", true), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].IsError));
        Assert.Equal("Plain report text\n", Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements, element => element.Layer == SourceLayer.Content)).Paragraphs[0].Text);
    }

    [Fact]
    public void Vertical_writing_is_one_line_downwards()
    {
        SourceTextBox box = Assert.IsType<SourceTextBox>(Assert.Single(Read(Composite("/Encoding /UniGB-UCS2-V", "GB1", Descriptor), "4e2d56fd884c4e1a").Pages[0].Elements));

        Assert.Equal("中国行业\n", Assert.Single(box.Paragraphs).Text);
        Box place = box.Locator.Box!.Value;
        Assert.Equal(48, place.Bottom - place.Top, 0.1);
        Assert.Equal(12, place.Right - place.Left, 0.1);
    }

    private static string Composite(string entries, string ordering, string descriptor) =>
        $"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun {entries} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun"
        + $" /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> {descriptor} >>] >>";

    private string TextOf(string font, string hex, params string[] extra) =>
        string.Concat(Read(font, hex, extra).Pages[0].Elements.OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(line => line.Text)).TrimEnd('\n');

    private SourceDocument Read(string font, string hex, params string[] extra) =>
        Read(HostilePdf.Of([$"BT /F1 12 Tf 20 150 Td <{hex}> Tj ET"], "/Font << /F1 5 0 R >>", [font, .. extra]));

    private SourceDocument Read(byte[] file) =>
        new PdfReader().Read(SourceFile.FromBytes("字体.pdf", file), new ReadLimits(), diagnostics, CancellationToken.None);
}
