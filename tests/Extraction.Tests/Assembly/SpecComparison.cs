using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Tests.Assembly;

/// <summary>Compares found records with a case's, written out as lines.</summary>
internal static class SpecComparison
{
    /// <summary>A line with <c>+</c> for each surplus record, one with <c>-</c> for each missing one; none where all is right.</summary>
    internal static IEnumerable<string> Differences(SpecCase item, ImmutableArray<ExtractedRecord> records) =>
    [
        .. Exactly(item.Events?.Select(Write), records.OfType<EventRecord>().Select(Write)),
        .. Exactly(item.Policies?.Select(Write), records.OfType<PolicyRecord>().Select(Write)),
        .. Exactly(item.Filings?.Select(Write), records.OfType<FilingRecord>().Select(Write)),
        .. Among(item.Organizations?.Select(Write), records.OfType<OrganizationRecord>().Select(Write)),
        .. Among(item.Statistics?.Select(Write), records.OfType<StatisticRecord>().Select(Write)),
        .. records.OfType<OrganizationRecord>().Where(found => item.NoOrganizations?.Contains(found.Name) == true).Select(found => "+ organization " + found.Name),
        .. item.StatisticCount is { } count && count != records.OfType<StatisticRecord>().Count()
            ? records.OfType<StatisticRecord>().Select(found => $"not {count}: {Write(found)}").DefaultIfEmpty($"not {count} statistics but none")
            : [],
    ];

    private static IEnumerable<string> Exactly(IEnumerable<string>? wanted, IEnumerable<string> found)
    {
        if (wanted is null) return [];
        List<string> missing = [.. wanted], surplus = [.. found.Where(line => !missing.Remove(line))];
        return [.. missing.Select(line => "- " + line), .. surplus.Select(line => "+ " + line)];
    }

    private static IEnumerable<string> Among(IEnumerable<string>? wanted, IEnumerable<string> found)
    {
        if (wanted is null) return [];
        string[] all = [.. found], missing = [.. wanted.Where(line => !all.Contains(line))];
        return missing.Length == 0 ? [] : [.. missing.Select(line => "- " + line), .. all.Select(line => "  found " + line)];
    }

    private static string Write(SpecEvent item) =>
        $"{item.Type} {item.Date} [{Join(item.Participants)}] object {item.Object} amount {item.Amount} round {item.Round} {item.Polarity} {item.Modality}";

    private static string Write(EventRecord record) => Write(new SpecEvent(
        JsonNamingPolicy.SnakeCaseLower.ConvertName($"{record.Type}"), record.Date?.Value,
        [.. record.Participants.Select(participant => $"{participant.Role}:{participant.Name}")], record.Object?.Name,
        record.Amount is { } amount ? $"{Number(amount.Value)} {amount.Unit}" : null, record.Round, Lower(record.Polarity), Lower(record.Modality)));

    private static string Write(SpecOrganization item) => $"organization {item.Name} founded {item.Founded} people [{Join(item.People)}] products [{Join(item.Products)}]";

    private static string Write(OrganizationRecord record) => Write(new SpecOrganization(
        record.Name, record.Founded?.Value, [.. record.People.Select(person => $"{person.Name}/{person.Role}")], [.. record.Products]));

    private static string Write(SpecPolicy item) =>
        $"policy {item.Title} {item.Date} effective {item.Effective} number {item.Number} issuers [{Join(item.Issuers)}] {item.Level} {item.Region} {item.Status}";

    private static string Write(PolicyRecord record) => Write(new SpecPolicy(
        record.Title, record.Date?.Value, record.Effective?.Value, record.DocumentNumber, [.. record.Issuers.Select(issuer => issuer.Name)],
        record.Level, record.Region, record.Status));

    private static string Write(SpecFiling item) =>
        $"filing {item.Model} of {item.Owner} batch {item.Batch} number {item.Registration} {item.Date} disclosed {item.Disclosed}";

    private static string Write(FilingRecord record) => Write(new SpecFiling(
        record.Model, record.Owner?.Name ?? "", record.Batch, record.RegistrationNumber, record.Date?.Value, record.Disclosed));

    private static string Write(SpecStatistic item) =>
        $"statistic {item.Subject} | {item.Measure} = {item.Value} {item.Unit} in {item.Period} [{Join(item.Dims)}] checks [{Join(item.Checks)}]";

    private static string Write(StatisticRecord record) => Write(new SpecStatistic(
        record.Subject, record.Measure, Number(record.Quantity.Value), record.Quantity.Unit ?? "", record.Period?.Value,
        [.. record.Dimensions.Select(entry => $"{entry.Key}={entry.Value}")],
        [.. record.Checks.Select(check => $"{check.Rule}:{Lower(check.Ok)}:{check.Detail}")]));

    private static string Join(IEnumerable<string>? parts) => string.Join(", ", parts ?? []);

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Lower(object value) => JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}
