using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>Which reports are others in the second run, and which were read as another text though they are the same.</summary>
internal sealed class SourceDifference
{
    private readonly HashSet<(string Document, string Source)> moved = [];
    private readonly HashSet<string> reread = new(StringComparer.Ordinal);
    private readonly HashSet<string> baseSources;
    private readonly HashSet<string> headSources;

    internal SourceDifference(IReadOnlyList<RecordView> before, IReadOnlyList<RecordView> after)
    {
        (baseSources, headSources) = (SourcesOf(before), SourcesOf(after));
        Dictionary<(string, string), RecordView> known = after.ToDictionary(Key);
        foreach (RecordView document in before)
        {
            if (!known.Remove(Key(document), out RecordView? same)) moved.Add(Key(document));
            else if (IsOtherText(document, same)) reread.Add(document.Id);
        }

        moved.UnionWith(known.Keys);
        Moved = [.. moved.Select(key => key.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Sources that were added, removed, renamed or edited, ordinal order.</summary>
    internal ImmutableArray<string> Moved { get; }

    /// <summary>Whether the place lies in a report that is another one now.</summary>
    internal bool IsMoved(EvidencePlace place) => moved.Contains((place.Document, place.Source));

    /// <summary>Whether the place lies in a report of which another text was read from the same bytes.</summary>
    internal bool IsReread(EvidencePlace place) => reread.Contains(place.Document);

    /// <summary>Whether the place lies in a report that only one of the runs was given.</summary>
    internal bool IsInOneRunOnly(EvidencePlace place) => baseSources.Contains(place.Source) != headSources.Contains(place.Source);

    /// <summary>Marks a document as read otherwise: its quotes say so.</summary>
    internal void MarkReread(string document) => reread.Add(document);

    private static HashSet<string> SourcesOf(IReadOnlyList<RecordView> documents) => documents.Select(document => document.Text("source")!).ToHashSet(StringComparer.Ordinal);

    private static (string Document, string Source) Key(RecordView document) => (document.Id, document.Text("source")!);

    private static bool IsOtherText(RecordView before, RecordView after) =>
        ((string[])["format", "pages", "characters", "outcome"]).Any(field => before.Text(field) != after.Text(field))
        || !before.Members("diagnostics").SequenceEqual(after.Members("diagnostics"), StringComparer.Ordinal);
}
