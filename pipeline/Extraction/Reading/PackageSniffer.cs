using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Tells Open XML packages apart by the content types that they declare.</summary>
internal static class PackageSniffer
{
    private const int MostContentTypeCharacters = 4 << 20;

    /// <exception cref="UnreadableDocumentException"><c>package-damaged</c>, <c>package-spreadsheet</c>, <c>package-unknown</c>.</exception>
    internal static SourceFormat Detect(ReadOnlyMemory<byte> content)
    {
        string? types = ContentTypes(content, out bool damaged);
        SourceFormat? format = types is null ? null : OfContentTypes(types);
        if (format is { } known) return known;
        if (types?.Contains("spreadsheetml", StringComparison.Ordinal) == true)
            throw new UnreadableDocumentException("package-spreadsheet", "A spreadsheet: spreadsheets are not read; print it to PDF.");
        if ((types is null ? OfPartNames(content.Span) : null) is { } guessed) return guessed;
        throw damaged
            ? new UnreadableDocumentException("package-damaged", "The zip package is damaged or cut off; nothing says what it was. Fetch it again.")
            : new UnreadableDocumentException("package-unknown", "A zip file that is no PowerPoint or Word document; if it holds reports, unpack it.");
    }

    private static string? ContentTypes(ReadOnlyMemory<byte> content, out bool damaged)
    {
        damaged = false;
        try
        {
            using var archive = new ZipArchive(StreamOver(content), ZipArchiveMode.Read);
            if (archive.GetEntry("[Content_Types].xml") is not { } entry) return null;
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            char[] buffer = new char[64 * 1024];
            var text = new StringBuilder();
            for (int read; text.Length < MostContentTypeCharacters && (read = reader.Read(buffer)) > 0;) text.Append(buffer, 0, read);
            return text.ToString();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            damaged = true;
            return null;
        }
    }

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    private static SourceFormat? OfContentTypes(string types)
    {
        if (HasMain(types, "presentationml.presentation", "presentationml.slideshow", "presentationml.template", "ms-powerpoint.")) return SourceFormat.Pptx;
        if (HasMain(types, "wordprocessingml.document", "wordprocessingml.template", "ms-word.")) return SourceFormat.Docx;
        return null;
    }

    /// <summary>Whether one of the names stands in a content type that ends in <c>.main+xml</c>: an embedded document has none in its host's list.</summary>
    private static bool HasMain(string types, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
            for (int at = types.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = types.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                int end = types.AsSpan(at).IndexOfAny('"', '\'');
                if (types.AsSpan(at, end < 0 ? types.Length - at : end).EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)) return true;
            }
        return false;
    }

    /// <summary>A package whose list is lost still names its parts in its local headers; its reader then says what can be saved.</summary>
    private static SourceFormat? OfPartNames(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("ppt/presentation.xml"u8) >= 0 || bytes.IndexOf("ppt/slides/slide"u8) >= 0) return SourceFormat.Pptx;
        if (bytes.IndexOf("word/document.xml"u8) >= 0) return SourceFormat.Docx;
        return null;
    }
}
