using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Tells Open XML packages apart by the content types that they declare, and where these are lost by the names of their parts.</summary>
internal static class PackageSniffer
{
    private const int MostContentTypeCharacters = 4 << 20;

    /// <exception cref="UnreadableDocumentException"><c>package-damaged</c>, <c>package-spreadsheet</c>, <c>package-opendocument</c>, <c>package-ebook</c>, <c>package-ofd</c>, <c>package-iwork</c>, <c>package-unknown</c>.</exception>
    internal static SourceFormat Detect(ReadOnlyMemory<byte> content)
    {
        string[]? names = null;
        string? types = null;
        try
        {
            using var archive = new ZipArchive(StreamOver(content), ZipArchiveMode.Read);
            names = [.. archive.Entries.Select(entry => entry.FullName.Replace('\\', '/').TrimStart('/'))];
            types = ContentTypes(archive);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // what could be read of it decides
        }
        if ((types is null ? null : OfContentTypes(types)) is { } known) return known;
        if ((names is null ? OfDamaged(content.Span) : OfPartNames(names)) is { } guessed) return guessed;
        if (types?.Contains("spreadsheetml", StringComparison.Ordinal) == true)
            throw new UnreadableDocumentException("package-spreadsheet", "A spreadsheet: spreadsheets are not read; print it to PDF.");
        if (names is not null && OfOthers(names) is { } other) throw other;
        throw names is null
            ? new UnreadableDocumentException("package-damaged", "The zip package is damaged or cut off; nothing says what it was. Fetch it again.")
            : new UnreadableDocumentException("package-unknown", "A zip file that is no PowerPoint or Word document; if it holds reports, unpack it.");
    }

    /// <summary>The format of a package without a directory, or with a damaged start: its parts are still named by the header before each of them.
    /// Null where nothing of the kind is there. Its reader then says what can be saved.</summary>
    internal static SourceFormat? OfDamaged(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("PK\u0003\u0004"u8) < 0) return null;
        if (bytes.IndexOf("ppt/presentation.xml"u8) >= 0 || bytes.IndexOf("ppt/slides/slide"u8) >= 0) return SourceFormat.Pptx;
        if (bytes.IndexOf("word/document.xml"u8) >= 0) return SourceFormat.Docx;
        return null;
    }

    private static SourceFormat? OfPartNames(string[] names)
    {
        if (Has("ppt/presentation.xml") || Has("ppt/slides/slide")) return SourceFormat.Pptx;
        return Has("word/document") ? SourceFormat.Docx : null;

        bool Has(string start) => Array.Exists(names, name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Other documents in zip packages, told by the parts that each of them must have; null for none of these.</summary>
    private static UnreadableDocumentException? OfOthers(string[] names)
    {
        if (Has("META-INF/container.xml")) return new("package-ebook", "An e-book (EPUB); print it to PDF from a reader of e-books.");
        if (Has("mimetype") && Has("content.xml")) return new("package-opendocument", "An OpenDocument file (.odt, .odp, .ods); open it in LibreOffice and save it as .docx, .pptx or PDF.");
        if (Has("OFD.xml")) return new("package-ofd", "An OFD document; open it in its own program and save it as PDF.");
        return Array.Exists(names, name => name.EndsWith(".iwa", StringComparison.Ordinal)) ? new("package-iwork", "A Pages, Keynote or Numbers file; export it as .docx, .pptx or PDF.") : null;

        bool Has(string part) => names.Contains(part, StringComparer.Ordinal);
    }

    private static string? ContentTypes(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not { } entry) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        char[] buffer = new char[64 * 1024];
        var text = new StringBuilder();
        for (int read; text.Length < MostContentTypeCharacters && (read = reader.Read(buffer)) > 0;) text.Append(buffer, 0, read);
        return text.ToString();
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
}
