using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads Word documents (.docx, .dotx, .docm): body, tables, text boxes, charts, SmartArt, foot- and endnotes, headers and footers.
/// Insertions are kept and deletions dropped; page numbers come from the breaks that the file records. Comments are not read.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    private static readonly XNamespace W = OoxmlNames.W;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        PackageGuard.Check(file, "docx", limits, cancellation);
        var session = new PartSession("docx", limits, diagnostics, cancellation);
        using MemoryStream stream = ContentStream.Open(file);
        using WordprocessingDocument package = PackageOpener.Open("docx", () => WordprocessingDocument.Open(stream, false));
        MainDocumentPart part = package.MainDocumentPart
            ?? throw new UnreadableDocumentException("docx-wrong-type", "The package holds no text document.");
        XElement root = session.TryLoad(part, new Locator())
            ?? throw new UnreadableDocumentException("docx-damaged", "The document's main part cannot be read.");
        var pages = new PageBook(root.Descendants(W + "lastRenderedPageBreak").Any());
        DocxStyles styles = Styles(part, session);
        ReadFurniture(part, session, styles, pages);
        var body = new BodyReader(session, part, styles, pages, SourceLayer.Content);
        body.Read(root.Element(W + "body") ?? root);
        new NoteReader(session, part, styles, pages).Read(body.NoteReferences);
        return new SourceDocument(file, SourceFormat.Docx, PackageOpener.Title(package), pages.Build(session));
    }

    private static DocxStyles Styles(MainDocumentPart part, PartSession session)
    {
        var place = new Locator();
        XElement? styles = part.StyleDefinitionsPart is { } definitions ? session.TryLoad(definitions, place) : null;
        XElement? numbering = part.NumberingDefinitionsPart is { } lists ? session.TryLoad(lists, place) : null;
        return new DocxStyles(styles, numbering);
    }

    private static void ReadFurniture(MainDocumentPart part, PartSession session, DocxStyles styles, PageBook pages)
    {
        IEnumerable<OpenXmlPart> parts = part.HeaderParts.Cast<OpenXmlPart>().Concat(part.FooterParts)
            .OrderBy(PartSession.NameOf, StringComparer.Ordinal);
        foreach (OpenXmlPart furniture in parts)
            if (session.TryLoad(furniture, new Locator { Page = 1 }) is { } root)
                new BodyReader(session, furniture, styles, pages.Fixed(1), SourceLayer.Furniture).Read(root);
    }
}
