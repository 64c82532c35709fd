using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>All that differs between two datasets.</summary>
/// <param name="Base">What the older one was called.</param>
/// <param name="Head">What the newer one was called.</param>
/// <param name="Unchanged">Records that are the same on both sides.</param>
/// <param name="Causes">What is another between the runs, by their manifests: reports, rules, lines, options; one a kind.</param>
/// <param name="Notes">What to know beside.</param>
/// <param name="Changes">Worst first.</param>
public sealed record DatasetDiff(
    string Base, string Head, int Unchanged, ImmutableArray<Cause> Causes, ImmutableArray<ComparisonNote> Notes, ImmutableArray<RecordChange> Changes)
{
    /// <summary>Changes of one kind.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);

    /// <summary>Changes that look alike, the group with the worst change first.</summary>
    public ImmutableArray<ChangeGroup> Groups() => ChangeGroup.Of(Changes);
}
