using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Resolution;

namespace Extraction.Tests.Resolution;

/// <summary>Builds small records by hand.</summary>
internal static class Facts
{
    internal static readonly ResolutionOptions Options = new() { HeadWords = ["大模型", "模型", "系列", "助手"] };

    internal static string DocumentId(int number) => "sha256:" + number.ToString("x64", null);

    internal static ImmutableArray<Evidence> At(int document, int start) =>
        [new(DocumentId(document), $"d{document}.txt", new Locator { Page = 1 }, new TextSpan(start, start + 2), "原文")];

    internal static DocumentRecords Document(int number, params ExtractedRecord[] records) => new(
        new DocumentRecord(DocumentId(number), $"d{number}.txt", SourceFormat.Text, null, null, null, 1, 1000, Outcome.Complete, []), [.. records]);

    internal static RecordDate? Date(string? value, DateBasis basis = DateBasis.Explicit) => value is null ? null : new RecordDate(
        value, PrecisionOf(value), basis, value, [], null);

    internal static EventRecord Event(
        StatementLabel type, string agent, string? thing, string? date, int document, int start = 0, string? summary = null) => new()
        {
            Type = type,
            Date = Date(date),
            Participants = agent.Length == 0 ? [] : [new Participant("agent", agent)],
            Object = thing is null ? null : new EventObject(thing, "model", null),
            Summary = summary ?? $"{agent}{thing}{date}",
            Confidence = 0.8,
            Method = "rules/events.yaml#test",
            Evidence = At(document, start),
        };

    internal static OrganizationRecord Organization(string name, int document, int start = 0, string? founded = null, params OrganizationAlias[] aliases) => new()
    {
        Name = name,
        Type = OrganizationType.Company,
        Founded = Date(founded),
        Aliases = [.. aliases],
        Evidence = At(document, start),
    };

    internal static PolicyRecord Policy(string title, int document, string? number = null, string? date = null) => new()
    {
        Title = title,
        DocumentNumber = number,
        Date = Date(date),
        Status = "issued",
        Issuers = [new PolicyIssuer("某省人民政府")],
        Evidence = At(document, 0),
    };

    internal static StatisticRecord Statistic(string subject, decimal value, int document, int start = 0) => new()
    {
        Subject = subject,
        Measure = "销量",
        Quantity = new Quantity(value, null, "台", QuantityKind.Count, QuantityQualifier.Exact, $"{value}台"),
        Period = Date("2024"),
        Evidence = At(document, start),
    };

    internal static Dataset Resolve(params DocumentRecords[] documents) => new RecordResolver(Options).Resolve(documents);

    private static DatePrecision PrecisionOf(string value) => value switch
    {
        { Length: 4 } => DatePrecision.Year,
        _ when value.Contains('/') => DatePrecision.Range,
        _ when value.Contains('Q') => DatePrecision.Quarter,
        _ when value.Contains('H') => DatePrecision.Half,
        { Length: 7 } => DatePrecision.Month,
        _ => DatePrecision.Day,
    };
}
