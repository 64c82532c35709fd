using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>Makes a part's tree out of the one that damaged XML was mended in.</summary>
internal static class MendedTree
{
    private static readonly XName AlternateContent = OoxmlNames.Mc + "AlternateContent";

    /// <summary>Puts one branch in the place of every mc:AlternateContent.</summary>
    public static void ResolveAlternatives(XElement root)
    {
        // innermost last in document order, so walking backwards meets a nested one before its owner is replaced
        foreach (XElement alternatives in root.Descendants(AlternateContent).Reverse().ToArray())
            alternatives.ReplaceWith(Chosen(alternatives)?.Elements());
    }

    /// <summary>The same tree as readers walk it.</summary>
    public static PartElement Of(XElement mended)
    {
        var element = new PartElement(
            mended.Name, [.. mended.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => new PartAttribute(attribute.Name, attribute.Value))]);
        PartElement? last = null;
        foreach (XNode node in mended.Nodes())
        {
            if (node is XText text) element.AddText(text.Value, last);
            if (node is not XElement inner) continue;
            PartElement child = Of(inner);
            element.Append(child, last);
            last = child;
        }
        return element;
    }

    private static XElement? Chosen(XElement alternatives) =>
        alternatives.Elements(OoxmlNames.Mc + "Choice").FirstOrDefault(choice => choice.HasElements)
        ?? alternatives.Element(OoxmlNames.Mc + "Fallback");
}
