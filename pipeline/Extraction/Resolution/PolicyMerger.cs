using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Makes one record of all mentions of one policy: the same title, and no two official numbers or regions.</summary>
internal static class PolicyMerger
{
    private static readonly ImmutableArray<string> StatusOrder = ["issued", "draft", "planned"];

    internal static IEnumerable<Resolved<PolicyRecord>> MergeAll(IEnumerable<PolicyRecord> policies, OrganizationIndex organizations) => policies
        .Select(policy => policy with { Issuers = [.. policy.Issuers.Select(issuer => Identify(issuer, organizations))] })
        .GroupBy(policy => NameKey.Fold(policy.Title), StringComparer.Ordinal)
        .SelectMany(title => SameTitle(title.Key, title));

    private static IEnumerable<Resolved<PolicyRecord>> SameTitle(string title, IEnumerable<PolicyRecord> policies)
    {
        List<List<PolicyRecord>> groups = Clusters.Build(
            policies.OrderBy(policy => SortKey(policy), StringComparer.Ordinal),
            _ => [title],
            policy => new List<PolicyRecord> { policy },
            TryAdd);
        bool alone = groups.Count == 1;
        return groups
            .GroupBy(group => RecordId.Of("policy", alone ? [title] : [title, Number(group[0]), Region(group[0])]), StringComparer.Ordinal)
            .Select(same => Merge(same.Key, [.. same.SelectMany(group => group)]));
    }

    private static bool TryAdd(List<PolicyRecord> group, PolicyRecord policy)
    {
        if (!Compatible(Number(group[0]), Number(policy)) || !Compatible(Region(group[0]), Region(policy))) return false;
        group.Add(policy);
        return true;
    }

    private static bool Compatible(string left, string right) => left.Length == 0 || right.Length == 0 || left == right;

    private static string Number(PolicyRecord policy) => NameKey.Fold(policy.DocumentNumber ?? "");

    private static string Region(PolicyRecord policy) => NameKey.Fold(policy.Region ?? "");

    /// <summary>Those with a number and a region first, so that the others find them.</summary>
    private static string SortKey(PolicyRecord policy) => string.Join(
        '\u001f', policy.DocumentNumber is null ? "1" : "0", Number(policy), policy.Region is null ? "1" : "0", Region(policy), policy.Title, EvidenceSet.SortKey(policy.Evidence));

    private static PolicyIssuer Identify(PolicyIssuer issuer, OrganizationIndex organizations) =>
        new(organizations.NameOf(issuer.Name), organizations.IdOf(issuer.Name), issuer.Mention);

    private static Resolved<PolicyRecord> Merge(string id, IReadOnlyList<PolicyRecord> mentions)
    {
        (string? title, _) = FieldVote.Choose("title", FieldVote.Ballots(mentions, item => item.Title));
        (string? number, Disagreement? numbers) = FieldVote.Choose("documentNumber", FieldVote.Ballots(mentions, item => item.DocumentNumber));
        (string? level, Disagreement? levels) = FieldVote.Choose("level", FieldVote.Ballots(mentions, item => item.Level));
        (string? region, Disagreement? regions) = FieldVote.Choose("region", FieldVote.Ballots(mentions, item => item.Region));
        (RecordDate? date, Disagreement? dates) = DateVote.Choose("date", mentions, item => item.Date);
        (RecordDate? effective, Disagreement? effectives) = DateVote.Choose("effective", mentions, item => item.Effective);
        var record = new PolicyRecord
        {
            Id = id,
            Title = title!,
            DocumentNumber = number,
            Issuers = [.. mentions.SelectMany(item => item.Issuers).Distinct().OrderBy(issuer => issuer.Name, StringComparer.Ordinal)],
            Level = level,
            Region = region,
            Date = date,
            Effective = effective,
            Status = mentions.Select(item => item.Status).OrderBy(RankOf).ThenBy(status => status, StringComparer.Ordinal).First(),
            Summary = mentions.Select(item => item.Summary).OfType<string>().OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).FirstOrDefault(),
            Evidence = EvidenceSet.Of(mentions),
        };
        return Resolved<PolicyRecord>.Of(record, numbers, levels, regions, dates, effectives);
    }

    /// <summary>A draft that came to be issued is issued.</summary>
    private static int RankOf(string status) => StatusOrder.IndexOf(status) is var rank and >= 0 ? rank : StatusOrder.Length;
}
