using System.IO.Compression;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf;
using Extraction.Reading;
using Extraction.SampleBuilder;

namespace Extraction.Formats.Tests.Pdf;

/// <summary>Damaged files: what is there is read, and what is lost is said.</summary>
public class PdfDamageTests
{
    private const string Helvetica = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    private readonly DiagnosticBag diagnostics = new();

    [Fact]
    public void A_file_without_an_index_is_read_through_one_made_anew()
    {
        string file = Encoding.Latin1.GetString(TwoPages());

        Assert.Equal(["One", "Two"], TextsOf(Encoding.Latin1.GetBytes(file[..file.IndexOf("xref", StringComparison.Ordinal)] + "startxref\n0\n%%EOF")));
        Assert.All(diagnostics.Items, item => Assert.False(item.IsError));
    }

    [Fact]
    public void Objects_in_object_streams_are_found_without_an_index()
    {
        string[] packed = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << {Helvetica} >> /Contents 4 0 R >>"];
        string heads = "1 0 2 " + packed[0].Length + " 3 " + (packed[0].Length + packed[1].Length) + " ";
        string file = "%PDF-1.5\n4 0 obj\n" + HostilePdf.Stream("", "BT /F1 12 Tf 20 100 Td (Packed) Tj ET") + "\nendobj\n5 0 obj\n"
            + Flate($"/Type /ObjStm /N 3 /First {heads.Length}", heads + string.Concat(packed)) + "\nendobj\n";

        Assert.Equal(["Packed"], TextsOf(Encoding.Latin1.GetBytes(file)));
        Assert.Contains("pdf-truncated", diagnostics.Items.Select(item => item.Code));
    }

    [Fact]
    public void A_truncated_file_keeps_the_pages_that_are_there_and_says_so()
    {
        string file = Encoding.Latin1.GetString(TwoPages());

        Assert.Equal(["One"], TextsOf(Encoding.Latin1.GetBytes(file[..file.IndexOf("5 0 obj", StringComparison.Ordinal)])));
        Assert.Contains(diagnostics.Items, item => item is { Code: "pdf-truncated", IsError: true });
        Assert.Contains(diagnostics.Items, item => item is { Code: "pdf-pages-missing", IsError: true });
    }

    [Fact]
    public void A_file_that_a_disk_has_filled_up_is_whole()
    {
        Assert.Equal(["One", "Two"], TextsOf([.. TwoPages(), .. new byte[5000]]));
        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void Pages_without_a_tree_are_read_in_the_order_of_the_file()
    {
        string file = Encoding.Latin1.GetString(TwoPages()).Replace("/Type /Catalog", "/Type /Catalgo", StringComparison.Ordinal).Replace("/Root 1", "/Roof 1", StringComparison.Ordinal);

        Assert.Equal(["One", "Two"], TextsOf(Encoding.Latin1.GetBytes(file)));
        Assert.Equal(("pdf-pages-guessed", true), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].IsError));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_packed_content_that_is_cut_off_keeps_its_beginning_and_is_an_error(double share)
    {
        string content = string.Concat(Enumerable.Range(0, 30).Select(i => $"BT /F1 6 Tf 20 {190 - (6 * i)} Td (Line {i} of {i * i}) Tj ET\n"));
        string whole = Flate("", content);
        int start = whole.IndexOf("stream\n", StringComparison.Ordinal) + 7, end = whole.IndexOf("\nendstream", StringComparison.Ordinal);
        string cut = whole[..(start + (int)((end - start) * share))] + "\nendstream";

        string[] lines = Read(Replaced(cut)).Pages[0].Elements.OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(line => line.Text).ToArray();

        Assert.Contains("Line 0 of 0\n", lines);
        Assert.DoesNotContain("Line 29 of 841\n", lines);
        Assert.Contains(diagnostics.Items, item => item is { Code: "pdf-page-damaged", IsError: true });
    }

    [Fact]
    public void A_packed_content_without_its_check_sum_is_whole()
    {
        string whole = Flate("", "BT /F1 12 Tf 20 100 Td (Whole) Tj ET");
        int end = whole.IndexOf("\nendstream", StringComparison.Ordinal);

        Assert.Equal(["Whole"], TextsOf(Replaced(whole[..(end - 4)] + "\nendstream")));
        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999")]
    public void A_content_whose_length_is_no_number_that_a_file_can_have_is_whole(string length)
    {
        string whole = HostilePdf.Stream("", "BT /F1 12 Tf 20 100 Td (Whole) Tj ET");

        Assert.Equal(["Whole"], TextsOf(Replaced(whole.Replace("/Length 36", "/Length " + length, StringComparison.Ordinal))));
    }

    [Fact]
    public void An_object_that_is_drawn_but_missing_is_an_error()
    {
        TextsOf(HostilePdf.Of(["/X Do BT /F1 12 Tf 20 100 Td (Rest) Tj ET"], Helvetica + " /XObject << /X 77 0 R >>"));

        Assert.Equal(("pdf-page-damaged", true), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].IsError));
    }

    [Fact]
    public void Damage_of_any_kind_ends_in_a_document_or_a_typed_failure()
    {
        var writer = new PdfWriter { Title = "变异" };
        writer.AddPage().Text("港口吞吐量稳步增长", 50, 40, 12).Text("The port grew 5% in 2023", 50, 80, 12);
        writer.AddPage().Text("第二页", 50, 40, 12);
        byte[][] files = [writer.Build(), TwoPages()];
        uint state = 12345;
        for (int i = 0; i < 200; i++)
        {
            byte[] mutated = Mutated(files[i % files.Length], ref state);
            try
            {
                Read(mutated);
            }
            catch (UnreadableDocumentException failure)
            {
                Assert.StartsWith("pdf-", failure.Code, StringComparison.Ordinal);
            }
        }
    }

    private static byte[] Mutated(byte[] file, ref uint state)
    {
        byte[] mutated = [.. file];
        uint kind = Next(ref state) % 4;
        int at = (int)(Next(ref state) % (uint)file.Length), length = (int)Math.Min(Next(ref state) % 400, (uint)(file.Length - at));
        if (kind == 0) return mutated[..at];
        if (kind == 1) return [.. mutated[..at], .. mutated[(at + length)..]];
        if (kind == 2) mutated.AsSpan(at, length).Clear();
        for (int flips = 0; kind == 3 && flips < 8; flips++) mutated[Next(ref state) % (uint)file.Length] ^= (byte)(1 << (int)(Next(ref state) % 8));
        return mutated;
    }

    private static uint Next(ref uint state) => (state = (state * 1664525) + 1013904223) >> 8;

    private static byte[] TwoPages() => HostilePdf.Of(["BT /F1 12 Tf 20 100 Td (One) Tj ET", "BT /F1 12 Tf 20 100 Td (Two) Tj ET"], Helvetica);

    private static byte[] Replaced(string content)
    {
        string file = Encoding.Latin1.GetString(HostilePdf.Of(["q"], Helvetica));
        int start = file.IndexOf("4 0 obj\n", StringComparison.Ordinal) + 8;
        return Encoding.Latin1.GetBytes(file[..start] + content + file[file.IndexOf("\nendobj", start, StringComparison.Ordinal)..]);
    }

    private static string Flate(string entries, string content)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(Encoding.Latin1.GetBytes(content));
        return HostilePdf.Stream(entries + " /Filter /FlateDecode", Encoding.Latin1.GetString(memory.ToArray()));
    }

    private IEnumerable<string> TextsOf(byte[] file) =>
        Read(file).Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(line => line.Text.TrimEnd('\n'));

    private SourceDocument Read(byte[] file) =>
        new PdfReader().Read(SourceFile.FromBytes("损坏.pdf", file), new ReadLimits(), diagnostics, CancellationToken.None);
}
