using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Docx;

/// <summary>
/// Reads Word documents (.docx, .dotx, .docm): body, tables, text boxes, charts, SmartArt, headers and footers, foot- and endnotes and
/// comments behind what refers to them, embedded documents. Insertions are kept and deletions dropped, labels of lists are computed,
/// page numbers come from the breaks that the file records.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly int depth;

    /// <summary>Creates it.</summary>
    public DocxReader() { }

    /// <summary>A reader for a document that is embedded in others.</summary>
    /// <param name="depth">In how many.</param>
    internal DocxReader(int depth) => this.depth = depth;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var session = new PartSession("docx", limits, diagnostics, cancellation);
        OfficePackage package = OfficePackage.Open(file, session);
        PackageNode part = package.Main("word/document.xml") ?? throw Missing(package);
        PartElement root = session.TryLoad(part, new Locator())
            ?? throw new UnreadableDocumentException("docx-damaged", "The document's main part cannot be read.");
        if (root.Name != W + "document") throw WrongType();
        PageBook pages = ReadStories(new DocxContext(session, new StoryPart(part, root), depth));
        return new SourceDocument(file, SourceFormat.Docx, package.Title(), pages.Build(session));
    }

    private static PageBook ReadStories(DocxContext context)
    {
        var pages = new PageBook();
        var sections = new SectionBook(context, pages);
        sections.Start();
        new BodyReader(context, context.Main, pages, SourceLayer.Content) { Sections = sections }.Read(context.Main.Root);
        foreach (SourceElement lost in UnmentionedParts.Of(context.Main.Node, new Locator { Page = pages.Current }, context.Session)) pages.Add(lost);
        context.ReferToRest(pages.Current);
        BodyReader.ReadAsides(context, pages);
        return pages;
    }

    private static UnreadableDocumentException Missing(OfficePackage package) => package.IsSalvaged
        ? new("docx-truncated", "The file was cut off before its text. Fetch it again.")
        : WrongType();

    private static UnreadableDocumentException WrongType() => new("docx-wrong-type", "The package holds no text document.");
}
