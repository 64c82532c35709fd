using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Makes one record of all mentions of one figure: the same subject, measure, value, unit, period and dimensions.</summary>
internal static class StatisticMerger
{
    internal static IEnumerable<Resolved<StatisticRecord>> MergeAll(IEnumerable<StatisticRecord> statistics, OrganizationIndex organizations) => statistics
        .Select(statistic => statistic with { Subject = organizations.NameOf(statistic.Subject) })
        .GroupBy(IdOf, StringComparer.Ordinal)
        .Select(group => Merge(group.Key, [.. group]));

    private static string IdOf(StatisticRecord statistic) => RecordId.Of(
        "stat",
        NameKey.Fold(statistic.Subject),
        NameKey.Fold(statistic.Measure ?? ""),
        RecordId.Digits(statistic.Quantity.Value),
        statistic.Quantity.Upper is { } upper ? RecordId.Digits(upper) : "",
        statistic.Quantity.Unit,
        statistic.Period?.Value,
        string.Join('\u001e', statistic.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{NameKey.Fold(pair.Key)}={NameKey.Fold(pair.Value)}")));

    /// <summary>The wording of the most mentioned form; checks of all.</summary>
    private static Resolved<StatisticRecord> Merge(string id, IReadOnlyList<StatisticRecord> mentions)
    {
        StatisticRecord form = mentions
            .GroupBy(item => (item.Subject, item.Measure, item.Quantity.Qualifier, item.Quantity.Text, Dimensions(item)))
            .OrderByDescending(group => EvidenceSet.Of(group).Length)
            .ThenBy(group => group.Key.Qualifier)
            .ThenBy(group => string.Join('\u001f', group.Key.Subject, group.Key.Measure, group.Key.Text, group.Key.Item5), StringComparer.Ordinal)
            .First().OrderBy(item => EvidenceSet.SortKey(item.Evidence), StringComparer.Ordinal).First();
        return Resolved<StatisticRecord>.Of(form with
        {
            Id = id,
            Period = DateVote.Choose("period", mentions, item => item.Period).Kept,
            Checks = [.. mentions.SelectMany(item => item.Checks).Distinct()
                .OrderBy(check => check.Rule, StringComparer.Ordinal).ThenBy(check => check.Ok).ThenBy(check => check.Detail, StringComparer.Ordinal)],
            Evidence = EvidenceSet.Of(mentions),
        });
    }

    private static string Dimensions(StatisticRecord statistic) =>
        string.Join('\u001e', statistic.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
