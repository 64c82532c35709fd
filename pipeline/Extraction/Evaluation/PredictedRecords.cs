using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Evaluation;

/// <summary>The records of one document in a dataset, as the scorer sees them.</summary>
internal sealed class PredictedRecords
{
    private readonly string document;

    internal PredictedRecords(string document) => this.document = document;

    internal ImmutableArray<JsonElement> Of(ImmutableArray<JsonElement> records) =>
        [.. records.Where(record => record.GetProperty("evidence").EnumerateArray().Any(item => item.GetProperty("source").GetString()!.Contains(document, StringComparison.Ordinal)))];

    internal static string? Text(JsonElement record, string property) =>
        record.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static string? Inner(JsonElement record, string property, string inner) =>
        record.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? Text(value, inner) : null;

    internal static IEnumerable<string> Each(JsonElement record, string property, string inner) =>
        record.TryGetProperty(property, out JsonElement list) ? list.EnumerateArray().Select(item => Text(item, inner)).OfType<string>() : [];
}
