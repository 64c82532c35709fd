using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>
/// Takes paragraphs that damage has cut loose from where text belongs to a place where it is read: on a slide below the shapes, in a
/// document at the body's end.
/// </summary>
internal static class HomelessText
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;
    private static readonly XNamespace W = OoxmlNames.W;

    /// <summary>Whether something was moved.</summary>
    public static bool Settle(XElement root)
    {
        bool isMoved = Wrap(root, A + "t", A + "p", A + "r") | Wrap(root, W + "t", W + "p", W + "r");
        if (root.Name == P + "sld" || root.Name == P + "notes") isMoved |= SettleSlide(root);
        if (root.Name == W + "document") isMoved |= SettleBody(root);
        return isMoved;
    }

    private static bool Wrap(XElement root, XName text, XName paragraph, XName run)
    {
        XElement[] bare = [.. root.Descendants(text).Where(element => !element.Ancestors(paragraph).Any() && element.Value.Length > 0)];
        foreach (XElement element in bare) element.ReplaceWith(new XElement(paragraph, new XElement(run, new XElement(element))));
        return bare.Length > 0;
    }

    private static bool SettleSlide(XElement root)
    {
        XElement tree = Child(Child(root, P + "cSld"), P + "spTree");
        XElement[] outside = [.. root.Descendants(A + "p").Where(paragraph => !IsAtHome(paragraph, tree) && paragraph.Descendants(A + "t").Any())];
        if (outside.Length == 0) return false;
        foreach (XElement paragraph in outside) paragraph.Remove();
        XElement body = new(P + "txBody", outside);
        tree.Add(root.Name == P + "notes" ? new XElement(P + "sp", body) : body);
        return true;
    }

    private static bool IsAtHome(XElement paragraph, XElement tree)
    {
        if (paragraph.Parent is not { } body || !paragraph.Ancestors().Contains(tree)) return false;
        if (body.Name == P + "txBody") return body.Parent is { } owner && (owner.Name == P + "sp" || !owner.Ancestors(P + "sp").Any());
        return body.Name == A + "txBody" && body.Parent?.Name == A + "tc" && body.Ancestors(A + "tbl").Any();
    }

    private static bool SettleBody(XElement root)
    {
        XElement body = Child(root, W + "body");
        XElement[] outside = [.. root.Elements().Where(element => element != body && element.Descendants(W + "t").Any())];
        foreach (XElement element in outside) element.Remove();
        body.Add(outside);
        return outside.Length > 0;
    }

    private static XElement Child(XElement parent, XName name)
    {
        if (parent.Element(name) is { } child) return child;
        child = new XElement(name);
        parent.Add(child);
        return child;
    }
}
