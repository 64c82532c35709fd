using System.Xml;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>What the readers of one package share: its limits, its diagnostics, and one way to load a part without losing the others.</summary>
internal sealed class PartSession(string format, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    public string Format => format;

    public ReadLimits Limits => limits;

    public DiagnosticBag Diagnostics => diagnostics;

    public CancellationToken Cancellation => cancellation;

    /// <summary>
    /// Loads a part. One that is not well-formed is repaired (<c>{format}-part-repaired</c>, an error where text may be lost); one that cannot be
    /// is reported as <c>{format}-part-unreadable</c> with the place and gives null.
    /// </summary>
    public XElement? TryLoad(PackageNode part, Locator place)
    {
        using MemoryStream bytes = part.Open();
        try
        {
            return PartXml.Load(bytes, limits, cancellation);
        }
        catch (XmlException failure)
        {
            return Repair(bytes, part.Name, failure, place with { Part = part.Name });
        }
    }

    private XElement? Repair(MemoryStream bytes, string name, XmlException failure, Locator place)
    {
        try
        {
            RepairedPart repaired = PartRepair.Load(bytes, limits, cancellation);
            if (repaired.MayLackText)
                diagnostics.Error(format + "-part-repaired", "reading", $"{name} is damaged; what could be made out of it was read. {failure.Message}", place);
            else
                diagnostics.Warning(format + "-part-repaired", "reading", $"{name} is not well-formed; nothing of its text was lost. {failure.Message}", place);
            return repaired.Root;
        }
        catch (XmlException beyondRepair)
        {
            diagnostics.Error(format + "-part-unreadable", "reading", $"{name} cannot be read: {beyondRepair.Message}", place);
            return null;
        }
    }

    /// <summary>The part behind a relationship, or null with a report when the relationship leads nowhere.</summary>
    public PackageNode? TryGetPart(PackageNode owner, string? relationship, Locator place)
    {
        if (relationship is not null && owner.ById(relationship) is { } part) return part;
        diagnostics.Error(
            format + "-part-missing", "reading", $"{owner.Name} refers to a part ({relationship ?? "no id"}) that the package does not have.", place);
        return null;
    }
}
