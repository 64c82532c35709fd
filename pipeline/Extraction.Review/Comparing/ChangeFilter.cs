using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Review.Comparing;

/// <summary>Which changes are asked for; an empty list asks for all.</summary>
/// <param name="Records">Kinds of records.</param>
/// <param name="Changes">Kinds of changes.</param>
/// <param name="Causes">Kinds of causes; a cause that is one of several passes where one of them does.</param>
/// <param name="Organizations">Names or ids; a record passes where one of its names holds one of these.</param>
/// <param name="Documents">Parts of sources' names, or <c>sha256:…</c>; a record passes where its evidence stands in one.</param>
public sealed record ChangeFilter(
    ImmutableArray<RecordKind> Records,
    ImmutableArray<ChangeKind> Changes,
    ImmutableArray<CauseKind> Causes,
    ImmutableArray<string> Organizations,
    ImmutableArray<string> Documents)
{
    /// <summary>Everything.</summary>
    public static ChangeFilter All { get; } = new([], [], [], [], []);

    /// <summary>The diff with the changes that pass.</summary>
    public DatasetDiff Apply(DatasetDiff diff) => diff with { Changes = [.. diff.Changes.Where(Passes)] };

    private bool Passes(RecordChange change) =>
        (Records.IsEmpty || Records.Contains(change.Record))
        && (Changes.IsEmpty || Changes.Contains(change.Kind))
        && (Causes.IsEmpty || Causes.Any(change.Cause.MayBe))
        && (Organizations.IsEmpty || Sides(change).Any(IsOfOrganization))
        && (Documents.IsEmpty || Sides(change).Any(IsOfDocument));

    private static IEnumerable<RecordView> Sides(RecordChange change)
    {
        foreach (JsonElement? side in (JsonElement?[])[change.Before, change.After])
            if (side is { } json) yield return new RecordView(change.Record, json);
    }

    private bool IsOfOrganization(RecordView record) =>
        record.Names().Concat(record.Links()).Any(name => Organizations.Any(asked => name.Contains(asked, StringComparison.OrdinalIgnoreCase)));

    private bool IsOfDocument(RecordView record) =>
        record.Evidence.Any(place => Documents.Any(asked => place.Source.Contains(asked, StringComparison.OrdinalIgnoreCase) || place.Document == asked));
}
