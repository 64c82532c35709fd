using System.IO.Compression;
using System.Text;
using Extraction.Formats.Docx;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.Pptx;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml;

public class OfficePackageTests
{
    private static readonly byte[] Ole2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];
    private static readonly byte[] Valid = PptxFile.Of(PptxFile.Shape(2, null, PptxFile.Line("字")));
    private static readonly PptxReader Reader = new();

    [Fact]
    public void Each_kind_of_unreadable_file_has_its_own_code()
    {
        Assert.Equal("pptx-empty", Reader.CodeOf([]));
        Assert.Equal("pptx-wrong-type", Reader.CodeOf(Encoding.ASCII.GetBytes("%PDF-1.7")));
        Assert.Equal("pptx-legacy-binary", Reader.CodeOf(Ole2));
        Assert.Equal("pptx-encrypted", Reader.CodeOf([.. Ole2, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal("pptx-truncated", Reader.CodeOf(Valid[..40]));
        Assert.Equal("pptx-too-large", Reader.CodeOf(Valid, new ReadLimits { MaxFileBytes = 10 }));
        Assert.Equal("pptx-too-many-entries", Reader.CodeOf(Valid, new ReadLimits { MaxEntries = 2 }));
        Assert.Equal("pptx-unpacks-too-large", Reader.CodeOf(Valid, new ReadLimits { MaxUnpackedBytes = 100 }));
        Assert.Equal("docx-wrong-type", new DocxReader().CodeOf(Valid));
    }

    [Fact]
    public void A_package_without_content_types_is_damaged_or_of_another_type() =>
        Assert.StartsWith("pptx-", Reader.CodeOf(Zip("readme.txt", "x")), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_inflates_beyond_the_ratio_is_refused_before_it_is_parsed_and_costs_no_other()
    {
        byte[] bomb = TestPackages.WithEntry(PptxFile.Of(PptxFile.Shape(2, null, PptxFile.Line("弹")), PptxFile.Shape(2, null, PptxFile.Line("字"))), "ppt/slides/slide1.xml", new byte[4 << 20]);
        var diagnostics = new Diagnostics.DiagnosticBag();
        Documents.SourceDocument document = Reader.Read(
            Documents.SourceFile.FromBytes("a", bomb), new ReadLimits { RatioCheckedFromBytes = 1 << 20 }, diagnostics, CancellationToken.None);

        Assert.Equal(("pptx-suspicious-ratio", true), (Assert.Single(diagnostics.Items).Code, diagnostics.HasErrors));
        Assert.Equal(["字"], document.Pages[1].Elements[0].Lines());
    }

    [Fact]
    public void A_bomb_that_nobody_reads_harms_nobody() =>
        Assert.Empty(Reader.Read(TestPackages.WithEntry(Valid, "ppt/media/image1.png", new byte[110 << 20])).Diagnostics.Items);

    [Fact]
    public void Content_that_repeats_itself_is_read_at_any_ratio_while_it_is_small()
    {
        byte[] file = PptxFile.Of(PptxFile.Shape(2, null, string.Concat(Enumerable.Repeat(PptxFile.Line("同一行"), 20_000))));

        Assert.True(Reader.Read(file).Document.Pages[0].Elements[0].Lines().Length == 20_000);
    }

    [Fact]
    public void Of_an_entry_that_stands_there_twice_the_last_is_read_and_the_other_is_said_to_be_lost()
    {
        byte[] changed = PptxFile.Of(PptxFile.Shape(2, null, PptxFile.Line("新")));
        byte[] both = Append(Valid, "ppt/slides/slide1.xml", Entry(changed, "ppt/slides/slide1.xml"));

        (Documents.SourceDocument document, Diagnostics.DiagnosticBag diagnostics) = Reader.Read(both);

        Assert.Equal(("pptx-duplicate-entries", true), (Assert.Single(diagnostics.Items).Code, diagnostics.HasErrors));
        Assert.Equal(["新"], document.Pages[0].Elements[0].Lines());
    }

    [Fact]
    public void Of_an_entry_that_stands_there_twice_with_the_same_bytes_nothing_is_lost()
    {
        byte[] both = Append(Valid, "ppt/slides/slide1.xml", Entry(Valid, "ppt/slides/slide1.xml"));

        Diagnostics.DiagnosticBag diagnostics = Reader.Read(both).Diagnostics;

        Assert.Equal(("pptx-duplicate-entries", false), (Assert.Single(diagnostics.Items).Code, diagnostics.HasErrors));
    }

    private static byte[] Append(byte[] package, string name, byte[] content)
    {
        using var memory = new MemoryStream();
        memory.Write(package);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        using (Stream stream = zip.CreateEntry(name).Open())
            stream.Write(content);
        return memory.ToArray();
    }

    private static byte[] Entry(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        using var content = new MemoryStream();
        using Stream stream = zip.GetEntry(name)!.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Zip(string name, string content)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
            writer.Write(content);
        return memory.ToArray();
    }
}
