using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>
/// Tells what made a change: by what the two manifests have differently and by what of that can work on the record. Where several can,
/// all of them are named; none is guessed.
/// </summary>
/// <param name="parts">What moved beside the reports.</param>
/// <param name="sources">What moved among them.</param>
/// <param name="reach">What a part can work on.</param>
internal sealed class CauseFinder(ImmutableArray<MovedPart> parts, SourceDifference sources, PartReach reach)
{
    /// <summary>Everything that is another, one cause a kind.</summary>
    internal ImmutableArray<Cause> All => [.. Together(SourceCause(sources.Moved), parts)];

    internal Cause Of(ChangeFacts change)
    {
        if (sources.Moved.Length > 0 && IsOfSourcesAlone(change)) return SourceCause(Touched(change))!;
        bool isReread = IsReread(change);
        ImmutableArray<MovedPart> reaching = [.. parts.Where(part => reach.Of(part, change, isReread) > Reach.None)];
        bool isByOption = isReread && reaching.Any(part => part.Kind == CauseKind.Option);
        ImmutableArray<Cause> candidates = [.. Together(SourceCause(Touched(change)), reaching), .. isReread && !isByOption ? [Reread(change)] : (Cause[])[]];
        if (isReread && !change.HasFactChange && !change.CameOrWent) candidates = [.. candidates.Where(candidate => candidate.Kind is CauseKind.Reader or CauseKind.Option or CauseKind.Source)];
        return One(candidates.IsEmpty ? All : candidates);
    }

    private static Cause One(ImmutableArray<Cause> candidates) => candidates switch
    {
        [] => Cause.Of(CauseKind.Program),
        [var only] => only,
        _ => Cause.OneOf(candidates),
    };

    // A report that only one run was given explains all that stands in it alone, whatever else moved; so does an edited one explain
    // that the same facts now stand elsewhere in it.
    private bool IsOfSourcesAlone(ChangeFacts change)
    {
        if (change.Record == RecordKind.Document) return change.Differs("id", "source") || change.CameOrWent;
        if (change.CameOrWent) return change.Places.All(sources.IsInOneRunOnly);
        return !change.HasFactChange && change.OneSidedPlaces().Any() && change.OneSidedPlaces().All(sources.IsMoved);
    }

    private bool IsReread(ChangeFacts change) => change.Record == RecordKind.Document
        ? change.Differs("characters", "pages", "outcome", "diagnostics")
        : change.OneSidedPlaces().Any(sources.IsReread);

    private Cause Reread(ChangeFacts change) =>
        Cause.Of(CauseKind.Reader, change.OneSidedPlaces().Concat(change.Places).Where(sources.IsReread).Select(place => place.Source));

    private string[] Touched(ChangeFacts change) => [.. change.Places.Where(sources.IsMoved).Select(place => place.Source)];

    private static Cause? SourceCause(IReadOnlyCollection<string> touched) => touched.Count == 0 ? null : Cause.Of(CauseKind.Source, touched);

    private static IEnumerable<Cause> Together(Cause? source, IEnumerable<MovedPart> moved)
    {
        IEnumerable<Cause> others = moved.GroupBy(part => part.Kind).OrderBy(group => group.Key).Select(group => Cause.Of(group.Key, group.Select(part => part.Reference)));
        return source is null ? others : others.Prepend(source);
    }
}
