using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Pptx;

/// <summary>
/// Reads PowerPoint presentations (.pptx, .potx, .ppsx): slides in presentation order with their shapes, tables, charts,
/// SmartArt and speaker notes. A slide, chart or note that cannot be read is reported and does not take others along.
/// Comments and the static texts of layouts and masters are not read.
/// </summary>
public sealed class PptxReader : IDocumentReader
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var session = new PartSession("pptx", limits, diagnostics, cancellation);
        OfficePackage package = OfficePackage.Open(file, session);
        (PackageNode part, XElement presentation) = PresentationPart.Load(package, session);
        return new SourceDocument(file, SourceFormat.Pptx, package.Title(), Pages(part, presentation, session));
    }

    private static ImmutableArray<SourcePage> Pages(PackageNode part, XElement presentation, PartSession session)
    {
        XElement? size = presentation.Element(P + "sldSz");
        double? width = DrawingText.Integer(size?.Attribute("cx")) / Emu.PerPoint;
        double? height = DrawingText.Integer(size?.Attribute("cy")) / Emu.PerPoint;
        var inheritance = new PlaceholderCache(session);
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        foreach (XElement entry in presentation.Element(P + "sldIdLst")?.Elements(P + "sldId") ?? [])
        {
            session.Cancellation.ThrowIfCancellationRequested();
            var place = new Locator { Page = pages.Count + 1 };
            if (pages.Count >= session.Limits.MaxPages)
            {
                session.Diagnostics.Error("pptx-too-many-slides", "reading", $"Slides behind number {session.Limits.MaxPages} were not read.", place);
                break;
            }
            // a lost slide keeps its number, so that the ones behind it keep theirs
            var empty = new SourcePage(pages.Count + 1, width, height, []);
            PackageNode? slide = session.TryGetPart(part, (string?)entry.Attribute(OoxmlNames.R + "id"), place);
            pages.Add(slide is null ? empty : new SlideReader(session, slide, empty, inheritance).Read());
        }
        return pages.ToImmutable();
    }
}
