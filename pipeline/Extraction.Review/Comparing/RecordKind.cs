using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>What a record of a dataset is.</summary>
public enum RecordKind
{
    /// <summary>A file that was read.</summary>
    Document,

    /// <summary>A happening.</summary>
    Event,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary>A law, regulation, plan.</summary>
    Policy,

    /// <summary>A registration (备案).</summary>
    Filing,

    /// <summary>A figure.</summary>
    Statistic,

    /// <summary>A disagreement between sources.</summary>
    Conflict,
}

/// <summary>The file of each kind.</summary>
internal static class RecordKinds
{
    /// <summary>Kinds with their files, in the contract's order.</summary>
    internal static ImmutableArray<(RecordKind Kind, string File)> Files { get; } =
    [
        (RecordKind.Document, "documents.jsonl"),
        (RecordKind.Event, "events.jsonl"),
        (RecordKind.Organization, "organizations.jsonl"),
        (RecordKind.Policy, "policies.jsonl"),
        (RecordKind.Filing, "filings.jsonl"),
        (RecordKind.Statistic, "statistics.jsonl"),
        (RecordKind.Conflict, "conflicts.jsonl"),
    ];
}
