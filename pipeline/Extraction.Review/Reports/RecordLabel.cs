using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>A record in a few words, and the words that it quotes.</summary>
internal static class RecordLabel
{
    private const int QuotesShown = 3;

    internal static string Of(RecordKind kind, JsonElement json)
    {
        var record = new RecordView(kind, json);
        return string.Join(' ', Parts(record).Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>Source, page and quote of the first places, and how many more there are.</summary>
    internal static (IReadOnlyList<(string Place, string Quote)> Quotes, int More) Quotes(RecordKind kind, JsonElement json)
    {
        if (kind == RecordKind.Document) return ([], 0);
        var record = new RecordView(kind, json);
        return ([.. record.Evidence.Take(QuotesShown).Select(place => (Place(place), place.Quote.ReplaceLineEndings("⏎")))], Math.Max(0, record.Evidence.Length - QuotesShown));
    }

    /// <summary>Source and line-like number of the first place: page or slide, where there is one.</summary>
    internal static (string Source, int? Page) FirstPlace(RecordKind kind, JsonElement json) =>
        new RecordView(kind, json).Evidence is [var first, ..] ? (first.Source, first.Page) : ("", null);

    private static string Place(EvidencePlace place) => place.Page is { } page ? $"{place.Source} p.{page}" : place.Source;

    private static IEnumerable<string?> Parts(RecordView record) => record.Kind switch
    {
        RecordKind.Event => [record.Text("type"), record.Text("date"), string.Join("、", Names(record)), record.Text("object.name"), record.Text("amount.text"), Stance(record)],
        RecordKind.Organization => [record.Text("name")],
        RecordKind.Policy => [$"《{record.Text("title")}》", record.Text("date")],
        RecordKind.Filing => [record.Text("model"), record.Text("owner.name"), record.Text("registrationNumber")],
        RecordKind.Statistic => [record.Text("subject"), record.Text("measure"), string.Join(' ', record.Members("dims")), record.Text("value") + record.Text("unit"), record.Text("period")],
        RecordKind.Conflict => [record.Text("record"), record.Text("field"), string.Join(" ≠ ", record.Members("values"))],
        _ => [record.Text("source"), record.Text("outcome")],
    };

    private static string Stance(RecordView record) => (record.Text("polarity"), record.Text("modality")) switch
    {
        ("negated", _) => "(negated)",
        (_, "asserted" or null) => "",
        (_, var modality) => $"({modality})",
    };

    private static IEnumerable<string> Names(RecordView record) => record.At("participants") is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.GetProperty("name").GetString()!)
        : [];
}
