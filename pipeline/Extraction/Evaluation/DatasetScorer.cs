using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using static Extraction.Evaluation.PredictedRecords;

namespace Extraction.Evaluation;

/// <summary>Compares the records of a dataset with gold files.</summary>
public sealed class DatasetScorer
{
    private readonly Func<string, ImmutableArray<JsonElement>> records;
    private readonly NameMatcher names;
    private readonly EventScorer events;

    /// <summary>Takes the dataset's records by file name (<c>events.jsonl</c>) and the alias groups of the gold.</summary>
    public DatasetScorer(Func<string, ImmutableArray<JsonElement>> records, NameMatcher names) =>
        (this.records, this.names, events) = (records, names, new EventScorer(names));

    /// <summary>Scores one document.</summary>
    public DocumentScore Score(GoldFile gold)
    {
        var own = new PredictedRecords(gold.Doc);
        var measures = new Dictionary<string, Score>(StringComparer.Ordinal);
        var errors = new List<string>();
        ImmutableArray<JsonElement> found = own.Of(records("events.jsonl"));
        events.Score(gold, found, measures, errors);
        Organizations(gold, own.Of(records("organizations.jsonl")), measures, errors);
        if (gold.Policies.Count > 0) Policies(gold, own.Of(records("policies.jsonl")), measures, errors);
        if (gold.Filings.Count > 0) Filings(gold, own.Of(records("filings.jsonl")), measures, errors);
        if (gold.Statistics.Count > 0) Statistics(gold, own.Of(records("statistics.jsonl")), measures, errors);
        return new DocumentScore(gold.Doc, measures, events.NegatedAsFact(gold, found), errors);
    }

    private void Organizations(GoldFile gold, ImmutableArray<JsonElement> found, Dictionary<string, Score> measures, List<string> errors)
    {
        ImmutableArray<string[]> surfaces = [.. found.Select(record => Each(record, "aliases", "value").Prepend(Text(record, "name")!).ToArray())];
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        // Exact names first, so that containment takes no name that belongs to another.
        foreach (bool isExact in new[] { true, false })
            foreach (string name in gold.Organizations.Keys.Order(StringComparer.Ordinal).Where(name => !taken.ContainsKey(name)))
            {
                int at = FirstFree(surfaces, taken, others => isExact ? others.Any(other => names.Canonical(other) == names.Canonical(name)) : names.IsAmong(name, others));
                if (at >= 0) taken[name] = at;
            }

        ImmutableArray<string> required = [.. gold.Organizations.Where(entry => !entry.Value.Optional).Select(entry => entry.Key)];
        measures["organization"] = new Score(required.Count(taken.ContainsKey), found.Length - taken.Count, required.Count(name => !taken.ContainsKey(name)));
        errors.AddRange(required.Where(name => !taken.ContainsKey(name)).Select(name => "organization missed: " + name));
        errors.AddRange(surfaces.Where((_, index) => !taken.ContainsValue(index)).Select(forms => "organization surplus: " + forms[0]));
    }

    private static int FirstFree(ImmutableArray<string[]> surfaces, Dictionary<string, int> taken, Func<string[], bool> matches)
    {
        for (int i = 0; i < surfaces.Length; i++)
            if (!taken.ContainsValue(i) && matches(surfaces[i])) return i;
        return -1;
    }

    private static void Policies(GoldFile gold, ImmutableArray<JsonElement> found, Dictionary<string, Score> measures, List<string> errors)
    {
        var taken = new HashSet<int>();
        int right = 0, missed = 0, dated = 0;
        foreach (GoldPolicy policy in gold.Policies)
        {
            string[] titles = [.. policy.Alt.Prepend(policy.Title).Select(NameMatcher.Fold)];
            int at = Enumerable.Range(0, found.Length).FirstOrDefault(
                index => !taken.Contains(index) && titles.Contains(NameMatcher.Fold(Text(found[index], "title"))), -1);
            if (at >= 0) taken.Add(at);
            if (policy.Optional) continue;
            if (at < 0)
            {
                missed++;
                errors.Add("policy missed: " + policy.Title);
                continue;
            }

            right++;
            if (policy.Date.Contains(Inner(found[at], "date", "value"))) dated++;
            else errors.Add($"policy misdated: {policy.Title}: {Inner(found[at], "date", "value")}");
        }

        measures["policy"] = new Score(right, found.Length - taken.Count, missed);
        measures["policy_date"] = new Score(dated, right - dated, right - dated);
    }

    private void Filings(GoldFile gold, ImmutableArray<JsonElement> found, Dictionary<string, Score> measures, List<string> errors)
    {
        var taken = new HashSet<int>();
        foreach (GoldFiling filing in gold.Filings)
        {
            int at = Enumerable.Range(0, found.Length).FirstOrDefault(index => !taken.Contains(index) && IsSame(filing, found[index]), -1);
            if (at >= 0) taken.Add(at);
            else errors.Add($"filing missed: {filing.Batch} {filing.Model} {filing.Org}");
        }

        measures["filing"] = new Score(taken.Count, found.Length - taken.Count, gold.Filings.Count - taken.Count);
    }

    private bool IsSame(GoldFiling gold, JsonElement record)
    {
        int? batch = record.TryGetProperty("batch", out JsonElement number) ? number.GetInt32() : null;
        string? model = Text(record, "model");
        bool isModel = model is null ? gold.Model.Contains("未公开", StringComparison.Ordinal) : NameMatcher.Fold(model) == NameMatcher.Fold(gold.Model);
        return batch == gold.Batch && isModel && Inner(record, "owner", "name") is { } owner && names.IsAmong(gold.Org, [owner]);
    }

    private static void Statistics(GoldFile gold, ImmutableArray<JsonElement> found, Dictionary<string, Score> measures, List<string> errors)
    {
        var taken = new HashSet<int>();
        int right = 0, missed = 0;
        foreach (GoldStatistic statistic in gold.Statistics)
        {
            int at = Enumerable.Range(0, found.Length).FirstOrDefault(index => !taken.Contains(index) && IsSame(statistic, found[index]), -1);
            if (at >= 0) taken.Add(at);
            if (statistic.Optional) continue;
            if (at >= 0) right++;
            else
            {
                missed++;
                errors.Add($"statistic missed: {statistic.What} {statistic.Value.ToString(CultureInfo.InvariantCulture)}");
            }
        }

        // Gold files list some figures of a document, not all: only recall is measured.
        measures["statistic_recall"] = new Score(right, 0, missed);
    }

    private static bool IsSame(GoldStatistic gold, JsonElement record)
    {
        if (!double.TryParse(Text(record, "value"), CultureInfo.InvariantCulture, out double value)) return false;
        if (Math.Abs(value - gold.Value) > 1e-6 * Math.Max(1, Math.Abs(gold.Value))) return false;
        string words = NameMatcher.Fold(string.Concat(new[] { "subject", "measure", "text" }.Select(name => Text(record, name))) + (record.TryGetProperty("dims", out JsonElement dims) ? dims.GetRawText() : ""));
        string what = NameMatcher.Fold(gold.What);
        return words.Contains(what, StringComparison.Ordinal) || what.Distinct().Count(words.Contains) >= 0.5 * what.Distinct().Count();
    }
}
