using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads Office formulas in the order that a person reads them, with the brackets, sums, roots and fractions that their structure draws.</summary>
/// <param name="read">Reads an element inside a formula.</param>
/// <param name="write">Writes a sign.</param>
internal sealed class FormulaReader(Action<PartElement> read, Action<string> write)
{
    private static readonly XNamespace M = OoxmlNames.M;

    public void Read(PartElement element)
    {
        switch (element.Name.LocalName)
        {
            case "d": ReadBracketed(element); break;
            case "nary":
                write(Sign(element, "naryPr", "chr") ?? "∫");
                ReadAll(element);
                break;
            case "rad":
                ReadPart(element, "deg");
                write("√");
                ReadPart(element, "e");
                break;
            case "f":
                ReadPart(element, "num");
                if (Sign(element, "fPr", "type") != "noBar") write("/");
                ReadPart(element, "den");
                break;
            default: ReadAll(element); break;
        }
    }

    private void ReadBracketed(PartElement element)
    {
        write(Sign(element, "dPr", "begChr") ?? "(");
        bool isFirst = true;
        foreach (PartElement inner in element.Elements())
        {
            if (!isFirst) write(Sign(element, "dPr", "sepChr") ?? "|");
            isFirst &= inner.Name.LocalName != "e";
            read(inner);
        }
        write(Sign(element, "dPr", "endChr") ?? ")");
    }

    private void ReadPart(PartElement element, string name)
    {
        foreach (PartElement inner in element.Elements(M + name)) ReadAll(inner);
    }

    private void ReadAll(PartElement element)
    {
        foreach (PartElement inner in element.Elements()) read(inner);
    }

    private static string? Sign(PartElement element, string properties, string name) =>
        element.Element(M + properties)?.Element(M + name)?.Attribute(M + "val");
}
