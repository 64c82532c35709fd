using System.Xml;
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
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);

    public string Format => format;

    public ReadLimits Limits => limits;

    public DiagnosticBag Diagnostics => diagnostics;

    public CancellationToken Cancellation => cancellation;

    /// <summary>
    /// Loads a part. One that is not well-formed is repaired (<c>{format}-part-repaired</c>, an error where text may be lost); one that cannot be
    /// is reported as <c>{format}-part-unreadable</c> with the place and gives null, and so does one that costs more than it may.
    /// </summary>
    public PartElement? TryLoad(PackageNode part, Locator place)
    {
        loaded.Add(part.Name);
        try
        {
            using EntryStream bytes = part.Open();
            if (!bytes.IsWhole) repaired.Add(part.Name);
            return Load(bytes.Content, part.Name, place with { Part = part.Name });
        }
        catch (Exception failure) when (failure is XmlException or PartLimitException)
        {
            Error("part-unreadable", $"{part.Name} cannot be read: {failure.Message}", place with { Part = part.Name });
            return null;
        }
        catch (UnreadableDocumentException refusal) when (refusal.Code != format + "-unpacks-too-large")
        {
            diagnostics.Error(refusal.Code, "reading", $"{part.Name} cannot be read: {refusal.Message}", place with { Part = part.Name });
            return null;
        }
    }

    /// <summary>Whether a part was damaged when it was loaded.</summary>
    public bool IsRepaired(PackageNode part) => repaired.Contains(part.Name);

    /// <summary>Whether any part was damaged when it was loaded.</summary>
    public bool HasRepaired => repaired.Count > 0;

    /// <summary>Whether a part has been loaded, or it was tried.</summary>
    public bool IsLoaded(PackageNode part) => loaded.Contains(part.Name);

    private PartElement Load(ArraySegment<byte> bytes, string name, Locator place)
    {
        try
        {
            return PartXml.Load(bytes, names, limits, cancellation);
        }
        catch (Exception failure) when (failure is XmlException or ArgumentException or InvalidOperationException)
        {
            MendedXml mended = XmlMender.Load(bytes, limits, cancellation);
            repaired.Add(name);
            if (mended.LosesText) Error("part-repaired", $"{name} is damaged; what could be made out of it was read. {Cause(failure)}", place);
            else Warning("part-repaired", $"{name} is not well-formed; nothing of its text was lost. {Cause(failure)}", place);
            return mended.Root;
        }
    }

    // the parser's own words about declarations of entities are for programmers
    private static string Cause(Exception failure) => failure.Message.Contains("DTD", StringComparison.Ordinal)
        ? "It declares entities (DTD), which no office program writes and nobody follows. Do not trust the file."
        : failure.Message;

    /// <summary>Reports lost text as <c>{format}-{code}</c>.</summary>
    public void Error(string code, string message, Locator place) => diagnostics.Error($"{format}-{code}", "reading", message, place);

    /// <summary>Reports something repaired or odd as <c>{format}-{code}</c>.</summary>
    public void Warning(string code, string message, Locator? place = null) => diagnostics.Warning($"{format}-{code}", "reading", message, place);

    /// <summary>The part behind a relationship, or null with a report when the relationship leads nowhere.</summary>
    public PackageNode? TryGetPart(PackageNode owner, string? relationship, Locator place)
    {
        if (relationship is not null && owner.ById(relationship) is { } part) return part;
        diagnostics.Error(
            format + "-part-missing", "reading", $"{owner.Name} refers to a part ({relationship ?? "no id"}) that the package does not have.", place);
        return null;
    }

    /// <summary>The parts behind all relationships of a type, in the order of their ids; what the package lacks is reported.</summary>
    public IReadOnlyList<PackageNode> GetParts(PackageNode owner, string type, Locator place)
    {
        foreach (string missing in owner.MissingOfType(type))
            diagnostics.Error(format + "-part-missing", "reading", $"{owner.Name} refers to {missing}, which the package does not have.", place);
        return owner.ByType(type);
    }
}
