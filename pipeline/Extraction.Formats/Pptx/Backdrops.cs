using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>Loads each layout and master of a presentation once, and hands out each one's own texts once.</summary>
/// <param name="session">What the readers of the package share.</param>
/// <param name="defaultStyle">The presentation's <c>p:defaultTextStyle</c>, null where it has none.</param>
internal sealed class Backdrops(PartSession session, PartElement? defaultStyle)
{
    private readonly Dictionary<string, Backdrop?> loaded = new(StringComparer.Ordinal);
    private readonly HashSet<Backdrop> told = [];

    /// <summary>What the slide inherits; a missing or broken layout leaves nothing to inherit.</summary>
    public Placeholders For(PackageNode slide)
    {
        Backdrop? layout = Load(Behind(slide, "slideLayout"), "slideMaster");
        return new Placeholders(layout, Load(layout?.Below, null), defaultStyle);
    }

    /// <summary>The layout and master whose own shapes a slide shows, as far as no slide before it did.</summary>
    public IEnumerable<Backdrop> NewBehind(PartElement slide, Placeholders inherited)
    {
        if (!Backdrop.ShowsMasterShapes(slide)) yield break;
        if (inherited.Layout is { } layout && told.Add(layout)) yield return layout;
        bool showsMaster = inherited.Layout is null || Backdrop.ShowsMasterShapes(inherited.Layout.Root);
        if (showsMaster && inherited.Master is { } master && told.Add(master)) yield return master;
    }

    // below a master is nothing, and to look what it refers to would cost as much as a small slide
    private Backdrop? Load(PackageNode? part, string? below)
    {
        if (part is null) return null;
        if (!loaded.TryGetValue(part.Name, out Backdrop? known))
            loaded[part.Name] = known = session.TryLoad(part, new Locator()) is { } root ? new Backdrop(part, root, below is null ? null : Behind(part, below)) : null;
        return known;
    }

    private PackageNode? Behind(PackageNode part, string type) => session.GetParts(part, type, new Locator { Part = part.Name }).FirstOrDefault();
}
