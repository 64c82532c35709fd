using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Pptx;

/// <summary>
/// Reads PowerPoint presentations (.pptx, .potx, .ppsx): slides in presentation order with their shapes, tables, charts, SmartArt,
/// speaker notes and comments. The texts of a layout or master stand once, as furniture of the first slide that shows them.
/// A slide, chart, note or comment that cannot be read is reported and does not take others along.
/// </summary>
public sealed class PptxReader : IDocumentReader
{
    private static readonly XNamespace P = OoxmlNames.P;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var session = new PartSession("pptx", limits, diagnostics, cancellation);
        OfficePackage package = OfficePackage.Open(file, session);
        PackageNode? part = package.Main("ppt/presentation.xml");
        PartElement? presentation = part is null ? null : session.TryLoad(part, new Locator());
        bool isOther = presentation is not null && presentation.Name != P + "presentation";
        if (isOther) presentation = null;
        IReadOnlyList<ListedSlide> slides = SlideList.Of(package, part, presentation, session);
        if (presentation is null && slides.Count == 0) throw isOther ? WrongType() : Nothing(package, part);
        return new SourceDocument(file, SourceFormat.Pptx, package.Title(), Pages(slides, part, presentation, package, session));
    }

    private static UnreadableDocumentException Nothing(OfficePackage package, PackageNode? part)
    {
        if (package.IsSalvaged) return new("pptx-truncated", "The file was cut off before its first slide. Fetch it again.");
        return part is null ? WrongType() : new("pptx-damaged", "The presentation's main part cannot be read, and there is no slide.");
    }

    private static UnreadableDocumentException WrongType() => new("pptx-wrong-type", "The package holds no presentation.");

    private static ImmutableArray<SourcePage> Pages(IReadOnlyList<ListedSlide> slides, PackageNode? part, PartElement? presentation, OfficePackage package, PartSession session)
    {
        PartElement? size = presentation?.Element(P + "sldSz");
        double? width = DrawingText.Integer(size?.Attribute("cx")) / Emu.PerPoint;
        double? height = DrawingText.Integer(size?.Attribute("cy")) / Emu.PerPoint;
        var reader = new SlideReader(session, new Backdrops(session, presentation?.Element(P + "defaultTextStyle")), new CommentReader(session, part));
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        foreach ((PackageNode? slide, string? section) in slides)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            if (pages.Count >= session.Limits.MaxPages)
            {
                var place = new Locator { Page = pages.Count + 1 };
                session.Diagnostics.Error("pptx-too-many-slides", "reading", $"Slides behind number {session.Limits.MaxPages} were not read.", place);
                break;
            }
            // a lost slide keeps its number, so that the ones behind it keep theirs
            var empty = new SourcePage(pages.Count + 1, width, height, []) { Section = section };
            pages.Add(slide is null ? empty : reader.Read(slide, empty));
        }
        if (pages.Count > 0) pages[^1] = new LostCharts(package, session).AddedTo(pages[^1]);
        return pages.ToImmutable();
    }
}
