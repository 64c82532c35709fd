using System.Collections.Immutable;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>The list styles that a text body inherits, nearest first: its own, its placeholder's in the layout and the master, the master's text style.</summary>
internal sealed class TextStyles(ImmutableArray<XElement> styles)
{
    private static readonly XNamespace A = OoxmlNames.A;

    /// <summary>No styles at all.</summary>
    public static TextStyles None { get; } = new([]);

    /// <summary>Whether a paragraph shows a bullet or a number; the first style that decides wins.</summary>
    public bool HasBullet(XElement? paragraphProperties, int level)
    {
        if (Bullet(paragraphProperties) is { } own) return own;
        foreach (XElement style in styles)
            if (Bullet(LevelOf(style, level)) is { } inherited) return inherited;
        return false;
    }

    /// <summary>Letter size in points, null where no style says it.</summary>
    public double? FontSize(int level)
    {
        foreach (XElement style in styles)
            if (DrawingText.Integer(LevelOf(style, level)?.Element(A + "defRPr")?.Attribute("sz")) is { } size) return size / 100d;
        return null;
    }

    private static XElement? LevelOf(XElement style, int level) => style.Element(A + $"lvl{level + 1}pPr");

    private static bool? Bullet(XElement? properties)
    {
        if (properties is null) return null;
        if (properties.Element(A + "buNone") is not null) return false;
        bool marked = properties.Elements().Any(e => e.Name == A + "buChar" || e.Name == A + "buAutoNum" || e.Name == A + "buBlip");
        return marked ? true : null;
    }
}
