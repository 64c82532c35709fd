using System.Globalization;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Makes one record of all mentions of one filing: the same authority, batch, model and owner.</summary>
internal static class FilingMerger
{
    internal static IEnumerable<Resolved<FilingRecord>> MergeAll(IEnumerable<FilingRecord> filings, OrganizationIndex organizations) => filings
        .Select(filing => filing with { Owner = Identify(filing.Owner, organizations) })
        .GroupBy(IdOf, StringComparer.Ordinal)
        .Select(group => Merge(group.Key, [.. group]));

    private static PolicyIssuer? Identify(PolicyIssuer? owner, OrganizationIndex organizations) =>
        owner is null ? null : new PolicyIssuer(organizations.NameOf(owner.Name), organizations.IdOf(owner.Name), owner.Mention);

    /// <summary>The registration number counts only where no model is named: there it is all that tells two rows apart.</summary>
    private static string IdOf(FilingRecord filing) => RecordId.Of(
        "filing",
        NameKey.Fold(filing.Authority ?? ""),
        filing.Batch?.ToString(CultureInfo.InvariantCulture),
        NameKey.Fold(filing.Model ?? ""),
        NameKey.Fold(filing.Owner?.Name ?? ""),
        filing.Model is null ? NameKey.Fold(filing.RegistrationNumber ?? "") : "");

    private static Resolved<FilingRecord> Merge(string id, IReadOnlyList<FilingRecord> mentions)
    {
        (string? authority, _) = FieldVote.Choose("authority", FieldVote.Ballots(mentions, item => item.Authority));
        (string? model, _) = FieldVote.Choose("model", FieldVote.Ballots(mentions, item => item.Model));
        (string? number, Disagreement? numbers) = FieldVote.Choose("registrationNumber", FieldVote.Ballots(mentions, item => item.RegistrationNumber));
        (RecordDate? date, Disagreement? dates) = DateVote.Choose("date", mentions, item => item.Date);
        var record = new FilingRecord
        {
            Id = id,
            Authority = authority,
            Batch = mentions[0].Batch,
            Model = model,
            Owner = mentions.Select(item => item.Owner).OfType<PolicyIssuer>().OrderBy(owner => owner.Name, StringComparer.Ordinal).ThenBy(owner => owner.Mention, StringComparer.Ordinal).FirstOrDefault(),
            RegistrationNumber = number,
            Date = date,
            Disclosed = model is not null,
            Evidence = EvidenceSet.Of(mentions),
        };
        return Resolved<FilingRecord>.Of(record, numbers, dates);
    }
}
