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

    /// <summary>Name of a part without the leading slash.</summary>
    public static string NameOf(OpenXmlPart part) => part.Uri.OriginalString.TrimStart('/');

    /// <summary>Loads a part, or reports <c>{format}-part-unreadable</c> with the place and gives null.</summary>
    public XElement? TryLoad(OpenXmlPart part, Locator place)
    {
        try
        {
            using Stream stream = part.GetStream(FileMode.Open, FileAccess.Read);
            return PartXml.Load(stream, limits.MaxDepth, cancellation);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            diagnostics.Error(format + "-part-unreadable", "reading", $"{NameOf(part)} cannot be read: {failure.Message}", place with { Part = NameOf(part) });
            return null;
        }
    }

    /// <summary>The part behind a relationship, or null with a report when the relationship leads nowhere.</summary>
    public OpenXmlPart? TryGetPart(OpenXmlPart owner, string? relationship, Locator place)
    {
        if (relationship is not null && owner.TryGetPartById(relationship, out OpenXmlPart? part)) return part;
        diagnostics.Error(
            format + "-part-missing", "reading", $"{NameOf(owner)} refers to a part ({relationship ?? "no id"}) that the package does not have.", place);
        return null;
    }

    /// <summary>What the package library throws over damaged packages and parts.</summary>
    public static bool IsDamage(Exception failure) => failure is XmlException or IOException or InvalidDataException or FormatException
        or OpenXmlPackageException or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException or KeyNotFoundException;
}
