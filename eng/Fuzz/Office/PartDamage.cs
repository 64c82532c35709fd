using System.Xml;
using System.Xml.Linq;
using Extraction.Fuzz.Texts;

namespace Extraction.Fuzz.Office;

/// <summary>Damages the XML of one to three parts of a package: it stays well-formed, so that readers get far, and says what no producer says.</summary>
internal static class PartDamage
{
    private const int MostCopies = 300;
    private const int MostDepth = 400;

    private static readonly Func<XElement, Random, (string, Promise)>[] Kinds = [Delete, Duplicate, Nest, Unwrap, Swap, Number, Borrow, Forget, Rename];

    internal static Mutant Of(byte[] package, Random random)
    {
        if (ZipParts.TryRead(package) is not { } parts) return HeaderDamage.Of(package, random);
        int[] xml = [.. Enumerable.Range(0, parts.Count).Where(index => IsXml(parts[index].Name))];
        var damage = new List<string>();
        Promise promise = Promise.Own;
        for (int rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            if (xml.Length == 0) break;
            int index = Pick.From(xml, random);
            if (Parse(parts[index].Bytes) is not { } document) continue;
            XElement[] elements = [.. document.Descendants()];
            XElement element = Pick.From(elements, random);
            string name = element.Name.LocalName;
            (string kind, Promise left) = Pick.From(Kinds, random)(element, random);
            damage.Add($"{parts[index].Name}: {kind} {name}");
            // caches of charts repeat each other, and one is shown
            if (left == Promise.None || parts[index].Name.Contains("/charts/", StringComparison.Ordinal)) promise = Promise.None;
            parts[index] = (parts[index].Name, Bytes(document));
        }
        return new Mutant(ZipParts.Write(parts), string.Join("; ", damage), promise);
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static XDocument? Parse(byte[] bytes)
    {
        try
        {
            return XDocument.Load(new MemoryStream(bytes), LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static byte[] Bytes(XDocument document)
    {
        var bytes = new MemoryStream();
        document.Save(bytes, SaveOptions.DisableFormatting);
        return bytes.ToArray();
    }

    private static (string, Promise) Delete(XElement element, Random random)
    {
        if (element.Parent is not null) element.Remove();
        return ("without", Promise.Own);
    }

    private static (string, Promise) Duplicate(XElement element, Random random)
    {
        int copies = Pick.Count(random, MostCopies);
        if (element.Parent is null || element.DescendantsAndSelf().Take(1000).Count() * copies > 100_000) return ("all of", Promise.Own);
        for (int i = 0; i < copies; i++) element.AddAfterSelf(new XElement(element));
        return ($"{copies} more", Promise.Own);
    }

    private static (string, Promise) Nest(XElement element, Random random)
    {
        int depth = Pick.Count(random, MostDepth);
        if (element.Parent is null) return ("all of", Promise.Own);
        var shell = new XElement(element.Name, element.Attributes());
        element.ReplaceWith(shell);
        for (int i = 1; i < depth; i++)
        {
            var inner = new XElement(shell.Name, shell.Attributes());
            shell.Add(inner);
            shell = inner;
        }
        shell.Add(element);
        return ($"{depth} nested", Promise.Own);
    }

    private static (string, Promise) Unwrap(XElement element, Random random)
    {
        if (element.Parent is not null) element.ReplaceWith(element.Nodes());
        return ("unwrapped", Promise.Own);
    }

    private static (string, Promise) Swap(XElement element, Random random)
    {
        XElement other = Pick.From([.. element.Document!.Descendants()], random);
        if (other.AncestorsAndSelf().Contains(element) || element.Ancestors().Contains(other)) return ("all of", Promise.Own);
        var copy = new XElement(other);
        other.ReplaceWith(new XElement(element));
        element.ReplaceWith(copy);
        return ($"{copy.Name.LocalName} swapped with", Promise.Own);
    }

    private static (string, Promise) Number(XElement element, Random random)
    {
        XAttribute[] attributes = [.. element.DescendantsAndSelf().Attributes().Where(attribute => attribute.Value.Length > 0 && char.IsAsciiDigit(attribute.Value[^1]) && !attribute.IsNamespaceDeclaration)];
        if (attributes.Length == 0) return ("all of", Promise.Own);
        XAttribute chosen = Pick.From(attributes, random);
        chosen.Value = Pick.Number(random);
        return ($"{chosen.Name.LocalName}=\"{chosen.Value}\" in", Promise.Own);
    }

    // references that lead in circles, to the wrong part or to two places
    private static (string, Promise) Borrow(XElement element, Random random)
    {
        XAttribute[] attributes = [.. element.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)];
        if (attributes.Length == 0) return ("all of", Promise.Own);
        XAttribute chosen = Pick.From(attributes, random);
        chosen.Value = Pick.From([.. element.Document!.Descendants().Attributes(chosen.Name)], random).Value;
        return ($"{chosen.Name.LocalName}=\"{chosen.Value}\" in", Promise.Own);
    }

    private static (string, Promise) Forget(XElement element, Random random)
    {
        XAttribute[] attributes = [.. element.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)];
        if (attributes.Length == 0) return ("all of", Promise.Own);
        XAttribute chosen = Pick.From(attributes, random);
        chosen.Remove();
        return ($"no {chosen.Name.LocalName} in", Promise.Own);
    }

    private static (string, Promise) Rename(XElement element, Random random)
    {
        XName name = Pick.From([.. element.Document!.Descendants()], random).Name;
        (XName before, element.Name) = (element.Name, name);
        return ($"{name.LocalName} in place of {before.LocalName}, now", before.LocalName == "t" || name.LocalName == "t" ? Promise.None : Promise.Own);
    }
}
