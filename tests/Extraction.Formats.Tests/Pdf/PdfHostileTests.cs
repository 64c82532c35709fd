using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;
using UglyToad.PdfPig.Filters;

namespace Extraction.Formats.Tests.Pdf;

/// <summary>Files that cost far more than their size says. Each must end, as a typed failure of what is hostile and nothing else.</summary>
public class PdfHostileTests
{
    private const string Helvetica = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    private readonly DiagnosticBag diagnostics = new();

    [Fact]
    public void Forms_that_multiply_cost_their_page_and_no_other()
    {
        // each of nine forms draws the next ten times: 10^9 calls on page 1, none on page 2
        string[] forms = [.. Enumerable.Range(0, 9).Select(i => i == 8
            ? HostilePdf.Form("", "0 0 m 1 1 l S")
            : HostilePdf.Form($"/XObject << /X {8 + i} 0 R >>", string.Concat(Enumerable.Repeat("/X Do\n", 10))))];
        byte[] file = HostilePdf.Of(["/X Do", "BT /F1 12 Tf 20 100 Td (Still here) Tj ET"], Helvetica + " /XObject << /X 7 0 R >>", forms);

        SourceDocument document = Read(file);

        Assert.Equal(("pdf-page-too-complex", 1), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].Locator?.Page));
        Assert.Empty(document.Pages[0].Elements);
        Assert.Equal("Still here\n", Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[1].Elements)).Paragraphs[0].Text);
    }

    [Fact]
    public void Forms_without_resources_of_their_own_are_counted_through_the_page()
    {
        string[] forms = [.. Enumerable.Range(0, 8).Select(i =>
            HostilePdf.Stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", string.Concat(Enumerable.Repeat($"/X{i + 1} Do ", 10))))];
        string named = string.Join(' ', Enumerable.Range(0, 8).Select(i => $"/X{i} {5 + i} 0 R"));

        Assert.Equal("pdf-all-pages-failed", CodeOf(HostilePdf.Of(["/X0 Do"], $"/XObject << {named} >>", forms)));
        Assert.Equal("pdf-page-too-complex", Assert.Single(diagnostics.Items).Code);
    }

    [Theory]
    [InlineData("/B Do", "/A Do")]
    [InlineData("/A2 Do", "")]
    [InlineData("/B Do /A Do", "/B2 Do")]
    public void Forms_that_draw_themselves_or_each_other_without_end_are_drawn_once(string first, string second)
    {
        const string all = "/XObject << /A 5 0 R /A2 5 0 R /B 6 0 R /B2 6 0 R >> " + Helvetica;
        const string text = " BT /F1 12 Tf 20 100 Td (Once) Tj ET";

        SourceDocument document = Read(HostilePdf.Of(["/A Do"], all, HostilePdf.Form(all, first + text), HostilePdf.Form(all, second)));

        Assert.Equal("Once\n", Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements)).Paragraphs[0].Text);
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_form_that_draws_itself_by_its_own_name_is_drawn_once()
    {
        byte[] file = HostilePdf.Of(
            ["/A Do BT /F1 12 Tf 20 100 Td (After) Tj ET"], Helvetica + " /XObject << /A 5 0 R >>", HostilePdf.Form("/XObject << /A 5 0 R >>", "/A Do"));

        Assert.Equal("After\n", Assert.IsType<SourceTextBox>(Assert.Single(Read(file).Pages[0].Elements)).Paragraphs[0].Text);
    }

    [Fact]
    public void A_form_drawn_often_is_no_attack()
    {
        byte[] file = HostilePdf.Of(
            [string.Concat(Enumerable.Repeat("/X Do ", 2000)) + "BT /F1 12 Tf 20 100 Td (Port report) Tj ET"], Helvetica + " /XObject << /X 5 0 R >>",
            HostilePdf.Form("", "0 0 m 1 1 l S"));

        Assert.Equal("Port report\n", Assert.IsType<SourceTextBox>(Assert.Single(Read(file).Pages[0].Elements)).Paragraphs[0].Text);
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void A_content_that_unpacks_to_more_than_is_allowed_costs_its_page()
    {
        byte[] file = HostilePdf.Of(["/X Do"], "/XObject << /X 5 0 R >>", HostilePdf.Packed("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", 8 << 20));

        Assert.Equal("pdf-all-pages-failed", CodeOf(file, new ReadLimits { MaxStreamBytes = 4 << 20 }));
        Assert.Equal("pdf-page-too-complex", Assert.Single(diagnostics.Items).Code);
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(100_000, true)]
    public void Text_repeated_by_forms_is_bounded(int calls, bool refused)
    {
        byte[] file = HostilePdf.Of(
            [string.Concat(Enumerable.Repeat("/X Do ", calls / 100))], Helvetica + " /XObject << /X 5 0 R >>",
            HostilePdf.Form("/XObject << /Y 6 0 R >>", string.Concat(Enumerable.Repeat("/Y Do ", 100))),
            HostilePdf.Form(Helvetica, "BT /F1 12 Tf 20 100 Td (" + new string('x', 50) + ") Tj ET"));

        Assert.Equal(refused ? "pdf-all-pages-failed" : null, TryCodeOf(file));
    }

    [Theory]
    [InlineData("/Columns 0")]
    [InlineData("/Columns -1 /BitsPerComponent 1")]
    [InlineData("/Columns 2147483647 /Colors 255")]
    public void A_predictor_over_rows_without_bytes_or_end_costs_its_page(string row)
    {
        string form = HostilePdf.Packed($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /DecodeParms << /Predictor 2 {row} >>", 1 << 16);
        byte[] file = HostilePdf.Of(["/X Do", "BT /F1 12 Tf 20 100 Td (Still here) Tj ET"], Helvetica + " /XObject << /X 7 0 R >>", form);

        SourceDocument document = Read(file);

        Assert.Equal(1, Assert.Single(diagnostics.Items).Locator?.Page);
        Assert.Equal("Still here\n", Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[1].Elements)).Paragraphs[0].Text);
    }

    [Fact]
    public void An_index_of_more_objects_than_a_file_can_have_is_made_anew()
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << {Helvetica} >> /Contents 4 0 R >>",
            HostilePdf.Stream("", "BT /F1 12 Tf 20 100 Td (Port report) Tj ET"),
            HostilePdf.Stream("/Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R /Index [0 2147483647]", "no rows"),
        ];
        string body = "%PDF-1.5\n" + string.Concat(objects.Select((item, i) => FormattableString.Invariant($"{i + 1} 0 obj\n{item}\nendobj\n")));
        string file = FormattableString.Invariant($"{body}startxref\n{body.IndexOf("5 0 obj", StringComparison.Ordinal)}\n%%EOF\n");

        SourceDocument document = Read(System.Text.Encoding.Latin1.GetBytes(file));

        Assert.Equal("Port report\n", Assert.IsType<SourceTextBox>(Assert.Single(document.Pages[0].Elements)).Paragraphs[0].Text);
    }

    [Fact]
    public void Outlines_of_a_font_that_call_themselves_are_not_followed()
    {
        // global routines that each call the first one, and glyphs that do
        byte[] program = CompactFont(routine: [32, 29], glyph: [32, 29]);
        string data = System.Text.Encoding.Latin1.GetString(program);
        byte[] file = HostilePdf.Of(
            ["BT /F1 12 Tf 20 100 Td (Port report) Tj ET"], "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor 5 0 R >> >>",
            "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile3 6 0 R >>", HostilePdf.Stream("/Subtype /Type1C", data));

        Assert.Null(TryCodeOf(file));
    }

    private static byte[] CompactFont(byte[] routine, byte[] glyph)
    {
        byte[] names = Index([(byte)'X']), routines = Index(routine, routine), strings = [0, 0];
        // number of four bytes, operator of the outlines
        int at = 4 + names.Length + Index(new byte[6]).Length + strings.Length + routines.Length;
        byte[] top = Index([29, (byte)(at >> 24), (byte)(at >> 16), (byte)(at >> 8), (byte)at, 17]);
        return [1, 0, 4, 4, .. names, .. top, .. strings, .. routines, .. Index(glyph, glyph, glyph)];
    }

    private static byte[] Index(params byte[][] items)
    {
        List<byte> offsets = [1];
        foreach (byte[] item in items) offsets.Add((byte)(offsets[^1] + item.Length));
        return [0, (byte)items.Length, 1, .. offsets, .. items.SelectMany(item => item)];
    }

    [Fact]
    public void Arrays_nested_without_end_cost_nothing()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);

        Assert.Null(TryCodeOf(HostilePdf.Of([deep + " TJ"], "")));
        Assert.Null(TryCodeOf(HostilePdf.Of(["BT ET"], "", deep)));
    }

    [Theory]
    [InlineData(1000, 5000, true)]
    [InlineData(10, 5000, false)]
    public void The_unpacked_size_of_runs_is_counted(int pairs, long most, bool exceeds)
    {
        byte[] runs = [.. Enumerable.Repeat<byte[]>([129, 65], pairs).SelectMany(pair => pair), 128];

        Assert.Equal(exceeds, PdfStreamSize.Exceeds(new RunLengthFilter(), runs, most));
    }

    [Fact]
    public void The_unpacked_size_of_codes_is_the_one_that_the_filter_makes()
    {
        // one letter, then the code that is about to be made, over and over: the longest output that so many codes can have
        byte[] packed = LzwCodes([256, 65, .. Enumerable.Range(258, 1500), 257]);
        var filter = new LzwFilter();
        int length = filter.Decode(packed, new UglyToad.PdfPig.Tokens.DictionaryToken(new Dictionary<UglyToad.PdfPig.Tokens.NameToken, UglyToad.PdfPig.Tokens.IToken>()), DefaultFilterProvider.Instance, 0).Length;

        Assert.True(length > 1_000_000);
        Assert.False(PdfStreamSize.Exceeds(filter, packed, length));
        Assert.True(PdfStreamSize.Exceeds(filter, packed, length - 1));
    }

    private static byte[] LzwCodes(int[] codes)
    {
        var bits = new List<bool>();
        int next = 258;
        foreach (int code in codes)
        {
            int width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
            for (int bit = width - 1; bit >= 0; bit--) bits.Add(((code >> bit) & 1) == 1);
            next = code == 256 ? 258 : next + 1;
        }
        byte[] packed = new byte[(bits.Count + 7) / 8];
        for (int i = 0; i < bits.Count; i++)
            if (bits[i]) packed[i / 8] |= (byte)(0x80 >> (i % 8));
        return packed;
    }

    private string CodeOf(byte[] file, ReadLimits? limits = null) => Assert.Throws<UnreadableDocumentException>(() => Read(file, limits)).Code;

    private string? TryCodeOf(byte[] file)
    {
        try
        {
            Read(file);
            return null;
        }
        catch (UnreadableDocumentException failure)
        {
            return failure.Code;
        }
    }

    private SourceDocument Read(byte[] content, ReadLimits? limits = null) =>
        new PdfReader().Read(SourceFile.FromBytes("report.pdf", content), limits ?? new ReadLimits(), diagnostics, CancellationToken.None);
}
