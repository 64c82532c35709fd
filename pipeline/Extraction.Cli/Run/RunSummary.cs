using System.Text.Json.Serialization;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Cli.Run;

/// <summary>What a run did, for people and for <c>--json</c>.</summary>
internal sealed record RunSummary(
    int Documents,
    int Complete,
    int Partial,
    int Failed,
    int Skipped,
    int Events,
    int Organizations,
    int Policies,
    int Filings,
    int Statistics,
    int Conflicts,
    double Seconds)
{
    internal static RunSummary Of(BatchResult batch, Dataset dataset, InputSet inputs, TimeSpan elapsed) => new(
        batch.Documents.Length,
        Count(batch, Outcome.Complete),
        Count(batch, Outcome.Partial),
        Count(batch, Outcome.Failed),
        inputs.Skipped.Length,
        dataset.Records.Count(record => record is EventRecord),
        dataset.Records.Count(record => record is OrganizationRecord),
        dataset.Records.Count(record => record is PolicyRecord),
        dataset.Records.Count(record => record is FilingRecord),
        dataset.Records.Count(record => record is StatisticRecord),
        dataset.Records.Count(record => record is ConflictRecord),
        Math.Round(elapsed.TotalSeconds, 2));

    private static int Count(BatchResult batch, Outcome outcome) => batch.Documents.Count(document => document.Document.Outcome == outcome);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class RunSummaryJson : JsonSerializerContext;
