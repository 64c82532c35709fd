using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pdf;

/// <summary>What stands on a page beside plain letters: layers, replacement text, invisible text, annotations, bookmarks, attachments.</summary>
public class PdfPageContentTests
{
    private const string Helvetica = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    private const string Picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
    private readonly DiagnosticBag diagnostics = new();

    [Theory]
    [InlineData("/Span << /ActualText <FEFF4E2D56FD> >> BDC (xx) Tj EMC", "中国")]
    [InlineData("/Span << /ActualText (efficient) >> BDC (e) Tj (cient) Tj EMC", "efficient")]
    [InlineData("/Span /P1 BDC (xx) Tj EMC", "中国")]
    [InlineData("/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC", "-")]
    public void Replacement_text_takes_the_place_of_its_letters_and_nothing_replaces_none(string shown, string text)
    {
        Assert.Equal(text, TextOf($"BT /F1 12 Tf 20 100 Td {shown} ET", "/Properties << /P1 << /ActualText <FEFF4E2D56FD> >> >>"));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Layers_that_are_not_shown_are_no_content()
    {
        byte[] file = HostilePdf.Of(
            ["BT /F1 12 Tf 20 100 Td /OC /On BDC (Seen) Tj EMC /OC /Off BDC (Hidden) Tj EMC ET /X Do"],
            Helvetica + " /Properties << /On 5 0 R /Off 6 0 R >> /XObject << /X 7 0 R >>",
            "<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (b) >>",
            HostilePdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /OC 6 0 R /Resources << {Helvetica} >>", "BT /F1 12 Tf 20 50 Td (Form) Tj ET"));

        Assert.Equal("Seen", TextOf(With(file, "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] >> >>")));
    }

    [Theory]
    [InlineData("[/Not 5 0 R]", "Seen")]
    [InlineData("[/Or 5 0 R 6 0 R]", "Seen")]
    [InlineData("[/And [/Not 5 0 R] [/Not 6 0 R]]", "")]
    public void What_an_expression_of_layers_shows_is_content(string expression, string text)
    {
        byte[] file = HostilePdf.Of(
            ["BT /F1 12 Tf 20 100 Td /OC /M BDC (Seen) Tj EMC ET"], Helvetica + $" /Properties << /M << /Type /OCMD /OCGs [5 0 R] /VE {expression} >> >>",
            "<< /Type /OCG /Name (a) >>", "<< /Type /OCG /Name (b) >>");

        Assert.Equal(text, TextOf(With(file, "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [5 0 R] >> >>")));
    }

    [Fact]
    public void Letters_that_a_picture_shines_through_are_content()
    {
        byte[] file = HostilePdf.Of(
            ["/G gs /I Do"], "/ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >> /XObject << /I 6 0 R >>",
            HostilePdf.Form(Helvetica, "BT /F1 12 Tf 20 100 Td (Cut out) Tj ET"), Picture);

        Assert.Equal("Cut out", TextOf(file));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_button_shows_its_caption_and_a_list_all_that_it_offers()
    {
        byte[] file = HostilePdf.Of(
            [""], "",
            "<< /Type /Annot /Subtype /Widget /Rect [0 0 50 20] /FT /Btn /Ff 65536 /V /Off /MK << /CA (Send) >> >>",
            "<< /Type /Annot /Subtype /Widget /Rect [0 30 50 90] /FT /Ch /V (a) /Opt [(North) [(s) (South)]] >>",
            "<< /Type /Annot /Subtype /Widget /Rect [0 100 50 120] /FT /Ch /Ff 131072 /V (East) /Opt [(East) (West)] >>");
        file = System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(file).Replace("/Type /Page /Parent", "/Type /Page /Annots [5 0 R 6 0 R 7 0 R] /Parent", StringComparison.Ordinal));

        Assert.Equal("Send\nNorth\nSouth\nEast", TextOf(file));
    }

    [Fact]
    public void A_filter_that_only_names_the_encryption_changes_nothing()
    {
        byte[] file = HostilePdf.Of(
            ["/X Do"], Helvetica + " /XObject << /X 5 0 R >>",
            HostilePdf.Stream("/Subtype /Form /BBox [0 0 9 9] /Filter [/Crypt /ASCIIHexDecode] /DecodeParms [<< /Name /Identity >> null]",
                Convert.ToHexString("BT /F1 12 Tf 20 100 Td (Plain) Tj ET"u8) + ">"));

        Assert.Equal("Plain", TextOf(file));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Text_without_ink_over_a_picture_is_marked_as_recognized()
    {
        byte[] file = HostilePdf.Of(["/I Do BT 3 Tr /F1 12 Tf 20 100 Td (Scanned) Tj 0 Tr 0 -50 Td (Typed) Tj ET"], Helvetica + " /XObject << /I 5 0 R >>", Picture);

        Dictionary<string, bool> recognized = Read(file).Pages[0].Elements.OfType<SourceTextBox>()
            .ToDictionary(box => box.Paragraphs[0].Text, box => box.Paragraphs[0].Runs[0].Locator.IsRecognized);

        Assert.Equal(new Dictionary<string, bool> { ["Typed\n"] = false, ["Scanned\n"] = true }, recognized);
    }

    [Fact]
    public void Inline_pictures_are_passed_over()
    {
        Assert.Equal("After", TextOf("BI /W 2 /H 1 /BPC 8 /CS /G ID (T EI EI Q BT /F1 12 Tf 20 100 Td (After) Tj ET"));
    }

    [Fact]
    public void A_drawn_page_whose_font_is_missing_is_an_error()
    {
        Read(HostilePdf.Of(["BT /F9 12 Tf 20 100 Td (Lost) Tj /F1 12 Tf (Kept) Tj ET"], Helvetica));

        Assert.Equal(("pdf-font-missing", true), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].IsError));
    }

    [Fact]
    public void A_field_shows_its_appearance_a_note_is_a_comment_and_what_nobody_sees_is_furniture()
    {
        byte[] file = HostilePdf.Of(
            ["BT /F1 12 Tf 20 100 Td (Page) Tj ET"],
            Helvetica + " >> /Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /V (Raw) /Rect [20 20 120 40] /AP << /N 5 0 R >> >>"
                + " << /Type /Annot /Subtype /Text /Rect [150 150 170 170] /Contents (Check this) >>"
                + " << /Type /Annot /Subtype /FreeText /F 2 /Rect [150 50 170 70] /Contents (Hidden) >>] /None <<",
            HostilePdf.Stream($"/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << {Helvetica} >>", "BT /F1 10 Tf 2 5 Td (Shown) Tj ET"));

        SourceDocument document = Read(file);

        Assert.Equal(
            [("Page\n", SourceLayer.Content), ("Shown\n", SourceLayer.Content), ("Check this\n", SourceLayer.Comments), ("Hidden\n", SourceLayer.Furniture)],
            document.Pages[0].Elements.OfType<SourceTextBox>().Select(box => (box.Paragraphs[0].Text, box.Layer)));
        Assert.Equal(22, document.Pages[0].Elements[1].Locator.Box!.Value.Left, 0.1);
    }

    [Fact]
    public void Bookmarks_and_attachments_are_told()
    {
        byte[] file = HostilePdf.Of(
            ["BT ET", "BT /F1 12 Tf 20 100 Td (Two) Tj ET"], Helvetica,
            "<< /First 8 0 R >>", "<< /Title <FEFF7B2C4E007AE0> /Dest [3 0 R /Fit] /First 9 0 R >>", "<< /Title (Ports) /Dest (two) >>");

        SourceDocument document = Read(With(
            file, "/Outlines 7 0 R /Names << /Dests << /Names [(two) [5 0 R /Fit]] >> /EmbeddedFiles << /Names [(a) << /UF (data.xlsx) >>] >> >>"));

        Assert.Equal<OutlineEntry>([new OutlineEntry(1, "第一章", 1), new OutlineEntry(2, "Ports", 2)], [.. document.Outline]);
        Assert.Equal("第一章", document.Outline[0].Title);
        Diagnostic note = Assert.Single(diagnostics.Items);
        Assert.Equal(("pdf-attachment", false), (note.Code, note.IsError));
        Assert.Contains("data.xlsx", note.Message, StringComparison.Ordinal);
    }

    /// <summary>The file with more entries in its catalog; its index no longer fits and is made anew.</summary>
    private static byte[] With(byte[] file, string entries) =>
        System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(file).Replace("/Type /Catalog", "/Type /Catalog " + entries, StringComparison.Ordinal));

    private string TextOf(string content, string resources = "") => TextOf(HostilePdf.Of([content], Helvetica + resources));

    private string TextOf(byte[] file) =>
        string.Concat(Read(file).Pages[0].Elements.OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(line => line.Text)).TrimEnd('\n');

    private SourceDocument Read(byte[] file) =>
        new PdfReader().Read(SourceFile.FromBytes("页.pdf", file), new ReadLimits(), diagnostics, CancellationToken.None);
}
