using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Reads slides: their own shapes, then notes, comments, and the texts of layout and master that no slide before showed.</summary>
internal sealed class SlideReader(PartSession session, Backdrops backdrops, CommentReader comments)
{
    private readonly ChartReader charts = new(session);

    /// <summary>The page with what could be read of the slide.</summary>
    /// <param name="slide">The slide's part.</param>
    /// <param name="page">The page as far as the presentation tells it.</param>
    public SourcePage Read(PackageNode slide, SourcePage page)
    {
        var place = new Locator { Page = page.Number };
        Placeholders inherited = backdrops.For(slide);
        var elements = ImmutableArray.CreateBuilder<SourceElement>();
        PartElement? root = session.TryLoad(slide, place);
        if (root is not null && root.Name != OoxmlNames.P + "sld")
            session.Error("part-unreadable", $"{slide.Name} is no slide but {root.Name.LocalName} of {root.Name.NamespaceName}; its text may be lost.", place with { Part = slide.Name });
        if (root is not null) elements.AddRange(new ShapeReader(session, charts, slide, inherited, ShapeScope.Slide(page)).Read(root));
        if (root is not null) elements.AddRange(UnmentionedParts.Of(slide, place, session));
        foreach (PackageNode notes in session.GetParts(slide, "notesSlide", place))
            elements.AddRange(Shapes(notes, ShapeScope.Notes(page)));
        foreach (PackageNode part in session.GetParts(slide, "comments", place)) elements.AddRange(comments.Read(part, page.Number));
        if (root is not null)
        {
            foreach (Backdrop behind in backdrops.NewBehind(root, inherited))
                elements.AddRange(new ShapeReader(session, charts, behind.Part, Placeholders.None, ShapeScope.Backdrop(page)).Read(behind.Root));
        }
        bool hidden = root?.Attribute("show") is "0" or "false";
        return page with { Elements = elements.ToImmutable(), Hidden = hidden };
    }

    private ImmutableArray<SourceElement> Shapes(PackageNode part, ShapeScope scope) =>
        session.TryLoad(part, new Locator { Page = scope.Page.Number }) is { } root ? new ShapeReader(session, charts, part, Placeholders.None, scope).Read(root) : [];
}
