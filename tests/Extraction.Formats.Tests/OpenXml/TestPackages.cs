using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml;

/// <summary>Reads bytes that a test has built, and changes the packages that hold them.</summary>
internal static class TestPackages
{
    public static (SourceDocument Document, DiagnosticBag Diagnostics) Read(this IDocumentReader reader, byte[] bytes)
    {
        var diagnostics = new DiagnosticBag();
        SourceDocument document = reader.Read(SourceFile.FromBytes("test", bytes), new ReadLimits(), diagnostics, CancellationToken.None);
        return (document, diagnostics);
    }

    public static string CodeOf(this IDocumentReader reader, byte[] bytes, ReadLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() =>
            reader.Read(SourceFile.FromBytes("test", bytes), limits ?? new ReadLimits(), new DiagnosticBag(), CancellationToken.None)).Code;

    public static void Feed(this OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    /// <summary>The package with one entry's text replaced, or dropped where <paramref name="content"/> is null, or added.</summary>
    public static byte[] WithEntry(byte[] package, string name, byte[]? content)
    {
        using var memory = new MemoryStream();
        memory.Write(package);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            if (content is not null)
            {
                using Stream stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }
        return memory.ToArray();
    }

    public static string[] Lines(this SourceElement element) => [.. Assert.IsType<SourceTextBox>(element).Paragraphs.Select(paragraph => paragraph.Text)];

    public static string Text(this SourceCell cell) => string.Join("|", cell.Paragraphs.Select(paragraph => paragraph.Text));
}
