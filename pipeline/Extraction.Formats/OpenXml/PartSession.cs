using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
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

    /// <summary>Loads a part, or reports <c>{format}-part-unreadable</c> with the place and gives null.</summary>
    public XElement? TryLoad(PackageNode part, Locator place)
    {
        try
        {
            using Stream stream = part.Open();
            return PartXml.Load(stream, limits, cancellation);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            diagnostics.Error(format + "-part-unreadable", "reading", $"{part.Name} cannot be read: {failure.Message}", place with { Part = part.Name });
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

    /// <summary>What the package library throws over damaged packages and parts.</summary>
    public static bool IsDamage(Exception failure) => failure is XmlException or IOException or InvalidDataException or FormatException
        or OpenXmlPackageException or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException or KeyNotFoundException;
}
