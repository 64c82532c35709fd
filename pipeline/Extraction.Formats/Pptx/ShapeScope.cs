using Extraction.Documents;

namespace Extraction.Formats.Pptx;

/// <summary>What the shapes of one part are to the page that they are read for.</summary>
/// <param name="Layer">Layer of their texts, unless a shape says otherwise.</param>
/// <param name="Page">The page; its size tells what stands outside of it.</param>
/// <param name="HasBoxes">Whether their positions are positions on that page.</param>
/// <param name="HasPlaceholders">Whether placeholders show their text.</param>
internal sealed record ShapeScope(SourceLayer Layer, SourcePage Page, bool HasBoxes, bool HasPlaceholders)
{
    /// <summary>The slide's own shapes.</summary>
    public static ShapeScope Slide(SourcePage page) => new(SourceLayer.Content, page, true, true);

    /// <summary>The shapes of a layout or master: what stands in its placeholders is only a prompt.</summary>
    public static ShapeScope Backdrop(SourcePage page) => new(SourceLayer.Furniture, page, true, false);

    /// <summary>The shapes of a notes page, which is another sheet than the slide.</summary>
    public static ShapeScope Notes(SourcePage page) => new(SourceLayer.Notes, page, false, true);

    /// <summary>The layer of a shape with a box; what lies wholly outside of the slide is not shown.</summary>
    public SourceLayer LayerOf(Box? box) =>
        box is { } place && Page is { Width: { } width, Height: { } height }
            && (place.Right < 0 || place.Bottom < 0 || place.Left > width || place.Top > height)
            ? SourceLayer.Furniture
            : Layer;
}
