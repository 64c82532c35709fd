using System.IO.Compression;
using System.Text;
using Extraction.Formats.Docx;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.Pptx;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml;

public class PackageGuardTests
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
        Assert.Equal("pptx-truncated", Reader.CodeOf(Valid[..(Valid.Length / 2)]));
        Assert.Equal("pptx-too-large", Reader.CodeOf(Valid, new ReadLimits { MaxFileBytes = 10 }));
        Assert.Equal("pptx-too-many-entries", Reader.CodeOf(Valid, new ReadLimits { MaxEntries = 2 }));
        Assert.Equal("pptx-unpacks-too-large", Reader.CodeOf(Valid, new ReadLimits { MaxUnpackedBytes = 100 }));
        Assert.Equal("docx-wrong-type", new DocxReader().CodeOf(Valid));
    }

    [Fact]
    public void A_package_without_content_types_is_damaged_or_of_another_type() =>
        Assert.StartsWith("pptx-", Reader.CodeOf(Zip("readme.txt", "x")), StringComparison.Ordinal);

    [Fact]
    public void An_entry_that_inflates_beyond_the_ratio_is_refused_before_it_is_parsed() =>
        Assert.Equal("pptx-suspicious-ratio", Reader.CodeOf(TestPackages.WithEntry(Valid, "ppt/slides/slide1.xml", new byte[4 << 20])));

    private static byte[] Zip(string name, string content)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
            writer.Write(content);
        return memory.ToArray();
    }
}
