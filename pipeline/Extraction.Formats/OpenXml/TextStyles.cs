using System.Collections.Immutable;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// The list styles that a text body inherits, nearest first: its own, its placeholder's in the layout and the master, the master's text style,
/// the presentation's default.
/// </summary>
internal sealed class TextStyles(ImmutableArray<PartElement> styles)
{
    private static readonly XNamespace A = OoxmlNames.A;

    private static readonly XName NoBullet = A + "buNone";
    private static readonly XName RunDefaults = A + "defRPr";
    private static readonly XName[] Levels = [.. Enumerable.Range(1, 9).Select(level => A + $"lvl{level}pPr")];

    /// <summary>No styles at all.</summary>
    public static TextStyles None { get; } = new([]);

    /// <summary>The bullet or number that a paragraph shows (<c>a:buChar</c>, <c>a:buBlip</c>, <c>a:buAutoNum</c>), null for none; the first style that decides wins.</summary>
    public PartElement? Bullet(PartElement? paragraphProperties, int level)
    {
        PartElement? decided = Decided(paragraphProperties);
        for (int i = 0; decided is null && i < styles.Length; i++) decided = Decided(LevelOf(styles[i], level));
        return decided?.Name == NoBullet ? null : decided;
    }

    /// <summary>Letter size in points, null where no style says it.</summary>
    public double? FontSize(int level)
    {
        foreach (PartElement style in styles)
            if (DrawingText.Integer(LevelOf(style, level)?.Element(RunDefaults)?.Attribute("sz")) is { } size) return size / 100d;
        return null;
    }

    private static PartElement? LevelOf(PartElement style, int level) => style.Element(Levels[level]);

    private static PartElement? Decided(PartElement? properties)
    {
        for (PartElement? child = properties?.First; child is not null; child = child.Next)
            if (child.Name.Namespace == A && child.Name.LocalName is "buNone" or "buChar" or "buAutoNum" or "buBlip") return child;
        return null;
    }
}
