using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Emission;

/// <summary>The files of a dataset.</summary>
public static class DatasetFiles
{
    /// <summary>Tool, hashes, inputs and files.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>What <see cref="Manifest"/> says in <c>tool</c>: the mark by which a folder is known to be a dataset.</summary>
    public const string Tool = "extraction";

    /// <summary>The contract's number: it rises when a dataset can no longer be read by what read the one before.</summary>
    public const int Schema = 1;

    /// <summary>The documents that were read.</summary>
    public const string Documents = "documents.jsonl";

    /// <summary>The files of records, one JSON object a line, in the contract's order.</summary>
    public static ImmutableArray<string> RecordFiles { get; } =
        [Documents, "events.jsonl", "organizations.jsonl", "policies.jsonl", "filings.jsonl", "statistics.jsonl", "conflicts.jsonl"];

    /// <summary>Every file that belongs to a dataset; no other file of its folder is ever touched.</summary>
    public static ImmutableArray<string> All { get; } = [Manifest, .. RecordFiles];

    /// <summary>The file that a record goes to.</summary>
    public static string Of(ExtractedRecord record) => record switch
    {
        EventRecord => "events.jsonl",
        OrganizationRecord => "organizations.jsonl",
        PolicyRecord => "policies.jsonl",
        FilingRecord => "filings.jsonl",
        StatisticRecord => "statistics.jsonl",
        ConflictRecord => "conflicts.jsonl",
        _ => throw new ArgumentException($"No file is known for {record.GetType().Name}.", nameof(record)),
    };
}
