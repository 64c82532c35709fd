using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Review.Comparing;

/// <summary>What became of a record. docs/review.md defines each.</summary>
public enum ChangeKind
{
    /// <summary>It was there and is not.</summary>
    Removed,

    /// <summary>It states something else, or less.</summary>
    Changed,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It states the same and more: a finer date, a value that was missing.</summary>
    Refined,

    /// <summary>It states the same, all of it from other places.</summary>
    Moved,

    /// <summary>It states the same, from more, fewer or other words.</summary>
    EvidenceOnly,

    /// <summary>Only how sure it is, or who decided, is new.</summary>
    ConfidenceOnly,
}

/// <summary>How the two sides of a change were found to be one record.</summary>
public enum Pairing
{
    /// <summary>There is one side only.</summary>
    None,

    /// <summary>The same id.</summary>
    Id,

    /// <summary>The same words of the same document.</summary>
    Evidence,

    /// <summary>The same facts.</summary>
    Content,

    /// <summary>As <see cref="Evidence"/> or <see cref="Content"/>, under another name.</summary>
    Renamed,

    /// <summary>Several records of the base are one record of the head.</summary>
    Merged,

    /// <summary>One record of the base is several records of the head.</summary>
    Split,
}

/// <summary>What the difference of a field does to the record.</summary>
public enum FieldEffect
{
    /// <summary>A value is gone, none took its place.</summary>
    Lost,

    /// <summary>Another value.</summary>
    Changed,

    /// <summary>The same value, finer, or a value where there was none.</summary>
    Refined,

    /// <summary>Only where it stands in the text, or how it is written there.</summary>
    Evidence,

    /// <summary>Only how sure it is, or who decided.</summary>
    Confidence,
}

/// <summary>A field that differs in meaning.</summary>
/// <param name="Field">Its path in the record: <c>date</c>, <c>amount.value</c>.</param>
/// <param name="Before">Null where there was none; members of a list are joined by <c>; </c>.</param>
/// <param name="After">Null where there is none.</param>
/// <param name="Effect">What that does to the record.</param>
/// <param name="Size">0 to 1: |a−b|/(|a|+|b|) for numbers, the share of other members for lists, of other characters for texts, else 1.</param>
/// <param name="Note">How it differs, for patterns: <c>from month to day</c>; empty where there is nothing to say.</param>
public sealed record FieldChange(string Field, string? Before, string? After, FieldEffect Effect, double Size, string Note);

/// <summary>What became of one record, or of a pair.</summary>
/// <param name="Record">What it is.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Pairing">How its sides were found.</param>
/// <param name="Before">The base's record, as its dataset has it; null for an added one.</param>
/// <param name="After">The head's record; null for a removed one.</param>
/// <param name="Fields">What differs, in the contract's order.</param>
/// <param name="Cause">What made the difference.</param>
public sealed record RecordChange(
    RecordKind Record, ChangeKind Kind, Pairing Pairing, JsonElement? Before, JsonElement? After, ImmutableArray<FieldChange> Fields, Cause Cause)
{
    /// <summary>Id on the side that is there, the base's first.</summary>
    public string Id => (Before ?? After)!.Value.GetProperty("id").GetString()!;

    /// <summary>How much the record changed, 0 to 1: its largest field; 1 for a record that came or went.</summary>
    public double Size => Fields.IsEmpty ? 1 : Fields.Max(change => change.Size);

    /// <summary>Whether something that the base states is no longer stated.</summary>
    public bool LosesFacts => Kind == ChangeKind.Removed || Fields.Any(change => change.Effect == FieldEffect.Lost);
}
