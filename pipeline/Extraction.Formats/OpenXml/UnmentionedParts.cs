using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Charts and SmartArt that a part's relationships lead to and its content does not: programs drop such a relationship with what showed it, so
/// where it is left the content has lost it, and nobody knows the place.
/// </summary>
internal static class UnmentionedParts
{
    /// <summary>Reads what is left behind the rest of its page, each reported as <c>{format}-place-lost</c>.</summary>
    /// <param name="owner">A part whose content has been read.</param>
    /// <param name="place">Its page.</param>
    /// <param name="session">The package's session.</param>
    public static ImmutableArray<SourceElement> Of(PackageNode owner, Locator place, PartSession session)
    {
        var found = ImmutableArray.CreateBuilder<SourceElement>();
        foreach (PackageNode part in Left(owner, session, "chart", "chartEx")) found.AddRange(new ChartReader(session).Read(part, Reported(part, owner, place, session), SourceLayer.Content));
        foreach (PackageNode part in Left(owner, session, "diagramData"))
            if (new DiagramReader(session).Read(owner, part, Reported(part, owner, place, session), SourceLayer.Content) is { } diagram) found.Add(diagram);
        return found.ToImmutable();
    }

    private static PackageNode[] Left(PackageNode owner, PartSession session, params string[] types) =>
        [.. types.SelectMany(owner.ByType).Where(part => !session.IsLoaded(part))];

    private static Locator Reported(PackageNode part, PackageNode owner, Locator place, PartSession session)
    {
        Locator here = place with { Part = part.Name };
        session.Error("place-lost", $"{owner.Name} belongs with {part.Name} and shows it nowhere; it was read behind the rest.", here);
        return here;
    }
}
