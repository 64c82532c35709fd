using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Legacy;

/// <summary>
/// Reads Word and PowerPoint 97-2003 files and rich text: LibreOffice makes an Open XML copy, the reader of that format reads it. Every place is
/// one of the copy; the warning <c>converted-with</c> says so and names LibreOffice's version, which decides what the copy holds.
/// </summary>
public sealed class LegacyReader : IDocumentReader
{
    private readonly LegacyRoute route;
    private readonly LibreOffice office;
    private readonly IDocumentReader copyReader;

    private LegacyReader(LegacyRoute route, LibreOffice office, IDocumentReader copyReader) =>
        (this.route, this.office, this.copyReader) = (route, office, copyReader);

    /// <summary>Word 97-2003 (.doc).</summary>
    public static LegacyReader Word(LibreOffice office, IDocumentReader docx) => new(LegacyRoute.Word, office, docx);

    /// <summary>PowerPoint 97-2003 (.ppt).</summary>
    public static LegacyReader PowerPoint(LibreOffice office, IDocumentReader pptx) => new(LegacyRoute.PowerPoint, office, pptx);

    /// <summary>Rich text (.rtf).</summary>
    public static LegacyReader RichText(LibreOffice office, IDocumentReader docx) => new(LegacyRoute.RichText, office, docx);

    /// <inheritdoc />
    /// <exception cref="UnreadableDocumentException">
    /// <c>office-encrypted</c>; <c>legacy-word</c>, <c>legacy-powerpoint</c>, <c>format-rtf</c> where LibreOffice is not installed;
    /// <c>legacy-conversion-failed</c>, <c>legacy-converter-broken</c>; what the copy's reader says.
    /// </exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (LegacyFile.IsEncrypted(file.Content.Span))
            throw new UnreadableDocumentException("office-encrypted", "The document is encrypted: open it with its password and save it without one.");
        if (!office.IsInstalled) throw new UnreadableDocumentException(route.MissingCode, route.MissingMessage);
        if (LegacyFile.IsCutOff(file.Content.Span))
            diagnostics.Error("legacy-truncated", "reading", "The file was cut off; what stood behind the cut is lost. Fetch it again.");
        byte[] copy = office.Convert(file.Content, route, cancellation);
        diagnostics.Warning("converted-with", "reading", $"{office.Version} converted the file to .{route.CopyEnding}; all places are those of the copy.");
        SourceDocument document = copyReader.Read(SourceFile.FromBytes(file.Source, copy), limits, diagnostics, cancellation);
        return document with { File = file, Format = route.Format };
    }
}
