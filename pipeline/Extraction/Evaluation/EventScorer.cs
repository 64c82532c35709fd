using System.Collections.Immutable;
using System.Text.Json;
using static Extraction.Evaluation.PredictedRecords;

namespace Extraction.Evaluation;

/// <summary>
/// Matches predicted events with gold events, one to one, best pairs first. A pair needs the gold's organizations and its object;
/// then date and type are compared: event_core, event_dated (core and date), event_exact (core, date and type).
/// </summary>
internal sealed class EventScorer(NameMatcher names)
{
    // Where organization and type say it all, the object may differ.
    private static readonly ImmutableHashSet<string> ObjectFree =
        ["founding", "funding", "acquisition", "partnership", "shutdown", "legal", "financial", "personnel", "milestone"];

    internal void Score(GoldFile gold, ImmutableArray<JsonElement> events, Dictionary<string, Score> measures, List<string> errors)
    {
        ImmutableArray<JsonElement> facts = [.. events.Where(IsFact)];
        Dictionary<int, (int Predicted, bool Dated, bool Typed)> hits = Match(gold.Events, facts);
        measures["event_core"] = Count(gold, facts.Length, hits, _ => true);
        measures["event_dated"] = Count(gold, facts.Length, hits, hit => hit.Dated);
        measures["event_exact"] = Count(gold, facts.Length, hits, hit => hit.Dated && hit.Typed);
        Describe(gold, facts, hits, errors);
    }

    internal int NegatedAsFact(GoldFile gold, ImmutableArray<JsonElement> events) =>
        gold.NegativeEvents.Sum(negative => events.Where(IsFact).Count(record =>
            negative.Orgs.All(org => names.IsAmong(org, Each(record, "participants", "name"))) && HasObject(negative, record)));

    private static bool IsFact(JsonElement record) =>
        Text(record, "polarity") is null or "affirmed" && Text(record, "modality") is null or "asserted" or "reported";

    private Dictionary<int, (int Predicted, bool Dated, bool Typed)> Match(IReadOnlyList<GoldEvent> gold, ImmutableArray<JsonElement> facts)
    {
        var pairs = new List<(double Weight, int Gold, int Predicted, bool Dated, bool Typed)>();
        for (int i = 0; i < gold.Count; i++)
            for (int j = 0; j < facts.Length; j++)
                if (Compare(gold[i], facts[j]) is { } pair) pairs.Add((pair.Weight - (gold[i].Optional ? 0.01 : 0), i, j, pair.Dated, pair.Typed));
        var hits = new Dictionary<int, (int Predicted, bool Dated, bool Typed)>();
        var taken = new HashSet<int>();
        foreach (var pair in pairs.OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Gold).ThenBy(pair => pair.Predicted))
            if (!hits.ContainsKey(pair.Gold) && taken.Add(pair.Predicted)) hits[pair.Gold] = (pair.Predicted, pair.Dated, pair.Typed);
        return hits;
    }

    private (double Weight, bool Dated, bool Typed)? Compare(GoldEvent gold, JsonElement record)
    {
        double organizations = gold.Orgs.Count == 0 ? 1 : gold.Orgs.Count(org => names.IsAmong(org, Each(record, "participants", "name"))) / (double)gold.Orgs.Count;
        bool isObject = HasObject(gold, record);
        bool isTyped = gold.Type.Contains(Text(record, "type") ?? "");
        bool isFree = gold.Orgs.Count > 0 && isTyped && ObjectFree.Contains(gold.Type[0]);
        if (organizations < 0.5 || !(isObject || isFree)) return null;
        bool isDated = gold.Date.Contains(Inner(record, "date", "value"));
        return ((isDated ? 2 : 0) + (isTyped ? 1 : 0) + organizations + (isObject ? 1 : 0), isDated, isTyped);
    }

    private static bool HasObject(GoldEvent gold, JsonElement record)
    {
        string[] wanted = [.. gold.Object.OfType<string>()];
        if (wanted.Length == 0) return true;
        string? version = Inner(record, "object", "version"), name = Inner(record, "object", "name");
        IEnumerable<string?> found = [name, name + version, Inner(record, "amount", "text"), .. Each(record, "participants", "name")];
        return wanted.Any(want => found.Any(have => NameMatcher.IsSameObject(want, have)));
    }

    // A surplus prediction that restates a matched event is surplus; one that matches an optional event is neither.
    private static Score Count(
        GoldFile gold, int facts, Dictionary<int, (int Predicted, bool Dated, bool Typed)> hits, Func<(int Predicted, bool Dated, bool Typed), bool> isRight)
    {
        int required = gold.Events.Count(item => !item.Optional);
        int right = hits.Count(hit => !gold.Events[hit.Key].Optional && isRight(hit.Value));
        int optional = hits.Count(hit => gold.Events[hit.Key].Optional);
        return new Score(right, facts - optional - right, required - right);
    }

    private static void Describe(
        GoldFile gold, ImmutableArray<JsonElement> facts, Dictionary<int, (int Predicted, bool Dated, bool Typed)> hits, List<string> errors)
    {
        for (int i = 0; i < gold.Events.Count; i++)
        {
            GoldEvent wanted = gold.Events[i];
            string name = $"{string.Join('/', wanted.Orgs)} {wanted.Object.FirstOrDefault()} {wanted.Date.FirstOrDefault()}";
            if (!hits.TryGetValue(i, out var hit))
            {
                if (!wanted.Optional) errors.Add("event missed: " + name);
            }
            else if (!hit.Dated || !hit.Typed)
                errors.Add($"event wrong: {name}: {Text(facts[hit.Predicted], "type")} {Inner(facts[hit.Predicted], "date", "value")}");
        }

        var taken = hits.Values.Select(hit => hit.Predicted).ToHashSet();
        for (int j = 0; j < facts.Length; j++)
            if (!taken.Contains(j)) errors.Add($"event surplus: {Text(facts[j], "type")} {Inner(facts[j], "date", "value")} {Text(facts[j], "summary")}");
    }
}
