using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Review.Comparing;

/// <summary>A place that a record cites.</summary>
/// <param name="Document"><c>sha256:…</c>.</param>
/// <param name="Source">Path in the dataset.</param>
/// <param name="Start">In the raw text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Quote">The raw text there; empty for a document as a whole.</param>
/// <param name="IsInTable">Whether it is a cell.</param>
/// <param name="IsRecognized">Whether it was recognized in a picture.</param>
/// <param name="Page">From 1, null where the format has none.</param>
internal sealed record EvidencePlace(string Document, string Source, int Start, int End, string Quote, bool IsInTable, bool IsRecognized, int? Page)
{
    internal bool Overlaps(EvidencePlace other) => Document == other.Document && Start < other.End && other.Start < End;

    internal bool IsSamePlace(EvidencePlace other) => Document == other.Document && Source == other.Source && Start == other.Start && End == other.End;
}

/// <summary>A record of a dataset, seen by those who compare. Reads the dataset's own JSON; keeps no second model of it.</summary>
internal sealed class RecordView(RecordKind kind, JsonElement json)
{
    private ImmutableArray<EvidencePlace> evidence;

    internal RecordKind Kind => kind;

    internal JsonElement Json => json;

    internal string Id { get; } = json.GetProperty("id").GetString()!;

    /// <summary>Who decided; null for records that no single rule made.</summary>
    internal string? Method => Text("method");

    /// <summary>The places that it cites, in the record's order; a document cites itself as a whole.</summary>
    internal ImmutableArray<EvidencePlace> Evidence => evidence.IsDefault ? evidence = ReadEvidence() : evidence;

    /// <summary>The value at a path, null where a part of it is missing.</summary>
    internal JsonElement? At(string path)
    {
        JsonElement value = json;
        foreach (string part in path.Split('.'))
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value)) return null;
        return value;
    }

    /// <summary>A value as text: a string's content, a date's value, a number or a truth value as written; null where it is missing.</summary>
    internal string? Text(string path) => At(path) is { } value ? TextOf(value) : null;

    /// <summary>A list's members as text, in the record's order; empty where it is missing.</summary>
    internal IEnumerable<string> Members(string path) => At(path) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(MemberText),
        { ValueKind: JsonValueKind.Object } map => map.EnumerateObject().Select(entry => $"{entry.Name}={TextOf(entry.Value)}"),
        _ => [],
    };

    /// <summary>Everything in it that names something, as it is written and as it is called.</summary>
    internal IEnumerable<string> Names() => Strings(json, isName: true);

    /// <summary>Ids of other records, and its own.</summary>
    internal IEnumerable<string> Links() => Strings(json, isName: false);

    private static IEnumerable<string> Strings(JsonElement value, bool isName)
    {
        foreach (JsonProperty property in value.EnumerateObject().Where(property => property.Name is not ("evidence" or "anchor")))
            foreach (string text in Strings(property, isName)) yield return text;
    }

    private static IEnumerable<string> Strings(JsonProperty property, bool isName) => property.Value.ValueKind switch
    {
        JsonValueKind.Object => Strings(property.Value, isName || property.Name == "dims"),
        JsonValueKind.Array => property.Value.EnumerateArray().SelectMany(member =>
            member.ValueKind == JsonValueKind.Object ? Strings(member, isName) : member.ValueKind == JsonValueKind.String && isName ? [member.GetString()!] : []),
        JsonValueKind.String when isName == IsName(property.Name) && isName != IsLink(property.Name) => [property.Value.GetString()!],
        _ => [],
    };

    private static bool IsLink(string property) => property is "id" or "organization" or "record" or "refinedBy";

    // words of the contract, texts and methods name nothing
    private static bool IsName(string property) => !IsLink(property) && property is not
        ("type" or "role" or "kind" or "precision" or "basis" or "polarity" or "modality" or "summary" or "method" or "level" or "status" or "qualifier"
        or "text" or "rule" or "detail" or "field" or "reason" or "outcome" or "format" or "source" or "code" or "stage" or "message" or "unit");

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object => value.TryGetProperty("value", out JsonElement inner) ? TextOf(inner) : null,
        JsonValueKind.Array or JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => value.GetRawText(),
    };

    private static string MemberText(JsonElement member)
    {
        if (member.ValueKind != JsonValueKind.Object) return TextOf(member) ?? "";
        string[] parts = [.. ((string[])["role", "name", "value", "rule", "ok", "code"]).Select(part => member.TryGetProperty(part, out JsonElement value) ? TextOf(value) : null).OfType<string>()];
        return string.Join(' ', parts);
    }

    private ImmutableArray<EvidencePlace> ReadEvidence()
    {
        if (kind == RecordKind.Document) return [new EvidencePlace(Id, Text("source") ?? "", 0, 0, "", false, false, null)];
        return At("evidence") is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(Place)] : [];
    }

    private static EvidencePlace Place(JsonElement item)
    {
        JsonElement span = item.GetProperty("span");
        bool isPlaced = item.TryGetProperty("locator", out JsonElement locator);
        return new EvidencePlace(
            item.GetProperty("document").GetString()!, item.GetProperty("source").GetString()!, span[0].GetInt32(), span[1].GetInt32(), item.GetProperty("quote").GetString()!,
            isPlaced && locator.TryGetProperty("table", out _), isPlaced && locator.TryGetProperty("recognized", out _),
            isPlaced && locator.TryGetProperty("page", out JsonElement page) ? page.GetInt32() : null);
    }
}
