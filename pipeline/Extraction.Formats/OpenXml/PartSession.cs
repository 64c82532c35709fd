using System.Xml;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml.Repair;
using Extraction.Formats.OpenXml.Zip;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>What the readers of one package share: its limits, its diagnostics, and one way to load a part without losing the others.</summary>
internal sealed class PartSession(string format, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
{
    private readonly XmlNames names = new();
    private readonly HashSet<string> repaired = new(StringComparer.Ordinal);

    public string Format => format;

    public ReadLimits Limits => limits;

    public DiagnosticBag Diagnostics => diagnostics;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Loads a part, or reports <c>{format}-part-unreadable</c> with the place and gives null. Of a damaged part all text that is there is
    /// loaded, and <c>{format}-part-repaired</c> reported.</summary>
    public XElement? TryLoad(PackageNode part, Locator place) => TryLoad(part, place, out _);

    /// <inheritdoc cref="TryLoad(PackageNode, Locator)" />
    /// <param name="part">What to load.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="failure">The end of the code that was reported where null is given: <c>part-unreadable</c>, <c>suspicious-ratio</c>, …</param>
    public XElement? TryLoad(PackageNode part, Locator place, out string? failure)
    {
        try
        {
            failure = null;
            return Load(part, place with { Part = part.Name });
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            failure = problem is PartLimitException limit ? limit.Code : "part-unreadable";
            Error(failure, $"{part.Name} cannot be read: {problem.Message}", place with { Part = part.Name });
            return null;
        }
    }

    /// <summary>Loads a part that holds no text of the document; null where it is damaged.</summary>
    public XElement? LoadQuietly(PackageNode part)
    {
        try
        {
            using EntryBytes bytes = part.Inflate();
            return PartXml.Load(bytes.Content, names, limits, cancellation);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return null;
        }
    }

    /// <summary>Whether a part was damaged when it was loaded.</summary>
    public bool IsRepaired(PackageNode part) => repaired.Contains(part.Name);

    /// <summary>The part behind a relationship, or null with a report when the relationship leads nowhere.</summary>
    public PackageNode? TryGetPart(PackageNode owner, string? relationship, Locator place)
    {
        if (relationship is not null && owner.ById(relationship) is { } part) return part;
        Error("part-missing", $"{owner.Name} refers to a part ({relationship ?? "no id"}) that the package does not have.", place);
        return null;
    }

    /// <summary>Reports lost text as <c>{format}-{code}</c>.</summary>
    public void Error(string code, string message, Locator place) => diagnostics.Error($"{format}-{code}", "reading", message, place);

    /// <summary>Reports something repaired or odd as <c>{format}-{code}</c>.</summary>
    public void Warning(string code, string message, Locator? place = null) => diagnostics.Warning($"{format}-{code}", "reading", message, place);

    /// <summary>What damaged packages and parts throw.</summary>
    public static bool IsDamage(Exception failure) => failure is XmlException or IOException or InvalidDataException or FormatException
        or InvalidOperationException or ArgumentException or NotSupportedException or OverflowException or KeyNotFoundException;

    private XElement Load(PackageNode part, Locator place)
    {
        using EntryBytes bytes = part.Inflate();
        try
        {
            XElement root = PartXml.Load(bytes.Content, names, limits, cancellation);
            if (!bytes.IsWhole) Report(part, true, "its bytes are not those that were packed", place);
            return root;
        }
        catch (Exception problem) when (problem is XmlException or ArgumentException or InvalidOperationException)
        {
            MendedXml mended = XmlMender.Load(bytes.Content, limits, cancellation);
            Report(part, mended.LosesText || !bytes.IsWhole, problem.Message, place);
            return mended.Root;
        }
    }

    private void Report(PackageNode part, bool isLoss, string cause, Locator place)
    {
        repaired.Add(part.Name);
        string message = $"{part.Name} is damaged ({cause}); ";
        if (isLoss) Error("part-repaired", message + "what is left of its text was read.", place);
        else Warning("part-repaired", message + "all of its text was read.", place);
    }
}
