using System.Xml.Linq;
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
        var session = new PartSession("docx", limits, diagnostics, cancellation);
        using OfficePackage package = OfficePackage.Open(file, session);
        PackageNode part = package.Main("word/document.xml") ?? throw Missing(package);
        XElement root = session.TryLoad(part, new Locator())
            ?? throw new UnreadableDocumentException("docx-damaged", "The document's main part cannot be read.");
        if (root.Name != W + "document") throw WrongType();
        var pages = new PageBook(root.Descendants(W + "lastRenderedPageBreak").Any());
        DocxStyles styles = Styles(part, session);
        ReadFurniture(part, session, styles, pages);
        var body = new BodyReader(session, part, styles, pages, SourceLayer.Content);
        body.Read(root.Element(W + "body") ?? root);
        new NoteReader(session, part, styles, pages).Read(body.NoteReferences);
        return new SourceDocument(file, SourceFormat.Docx, package.Title(), pages.Build(session));
    }

    private static UnreadableDocumentException Missing(OfficePackage package) => package.IsSalvaged
        ? new("docx-truncated", "The file was cut off before its text. Fetch it again.")
        : WrongType();

    private static UnreadableDocumentException WrongType() => new("docx-wrong-type", "The package holds no text document.");

    private static DocxStyles Styles(PackageNode part, PartSession session)
    {
        return new DocxStyles(Load("styles"), Load("numbering"));

        XElement? Load(string type) => part.ByType(type) is [var first, ..] ? session.TryLoad(first, new Locator()) : null;
    }

    private static void ReadFurniture(PackageNode part, PartSession session, DocxStyles styles, PageBook pages)
    {
        foreach (PackageNode furniture in part.ByType("header").Concat(part.ByType("footer")).OrderBy(node => node.Name, StringComparer.Ordinal))
            if (session.TryLoad(furniture, new Locator { Page = 1 }) is { } root)
                new BodyReader(session, furniture, styles, pages.Fixed(1), SourceLayer.Furniture).Read(root);
    }
}
