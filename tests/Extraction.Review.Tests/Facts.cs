using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Knowledge;
using Extraction.Review.Comparing;

namespace Extraction.Review.Tests;

/// <summary>Small records and datasets, by hand.</summary>
internal static class Facts
{
    internal static readonly RunInfo Run = new("0.1.0", Hash('a'), Hash('b'))
    {
        KnowledgeFiles = Map(("lexicon/organizations.tsv", Hash('1')), ("rules/events.yaml", Hash('2')), ("rules/dates.yaml", Hash('3')), ("rules/stance.yaml", Hash('4')), ("normalization/ideographs.tsv", Hash('5')), ("resolution/head-words.tsv", Hash('6'))),
        Rules = Map(("lexicon/organizations.tsv#明川", "01"), ("lexicon/organizations.tsv#远海", "02"), ("rules/events.yaml#release", "03"), ("rules/events.yaml#founding", "04"), ("rules/dates.yaml#month", "05"), ("rules/stance.yaml#planned.before", "06")),
    };

    internal static readonly TextFolding Folding = TextFolding.Load(KnowledgeFolder.Default());

    internal static ImmutableSortedDictionary<string, string> Map(params (string Key, string Value)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>The run with another hash of one knowledge file and, where named, of one of its rules.</summary>
    internal static RunInfo With(this RunInfo run, string file, string? rule = null) => run with
    {
        KnowledgeHash = Hash('f'),
        KnowledgeFiles = run.KnowledgeFiles.SetItem(file, Hash('9')),
        Rules = rule is null ? run.Rules : run.Rules.SetItem($"{file}#{rule}", "99"),
    };

    internal static string Hash(char digit) => new(digit, 64);

    internal static string DocumentId(int number) => "sha256:" + number.ToString("x64", null);

    internal static DocumentRecord Document(int number, string? source = null, int characters = 1000, Outcome outcome = Outcome.Complete) =>
        new(DocumentId(number), source ?? $"d{number}.txt", SourceFormat.Text, null, null, null, 1, characters, outcome, []);

    internal static Evidence At(int document, int start, string quote = "原文如此", string? source = null) =>
        new(DocumentId(document), source ?? $"d{document}.txt", new Locator { Page = 1 }, new TextSpan(start, start + quote.Length), quote);

    internal static RecordDate? Date(string? value) => value is null ? null : new RecordDate(
        value, value.Length switch { 4 => DatePrecision.Year, 7 => DatePrecision.Month, _ => DatePrecision.Day }, DateBasis.Explicit, value, [], null);

    internal static EventRecord Event(string id, string agent = "明川", string? thing = "清泉", string? date = "2024-02", int document = 1, int start = 10) => new()
    {
        Id = "event:" + id.PadLeft(16, '0'),
        Type = StatementLabel.Release,
        Date = Date(date),
        Participants = [new Participant("agent", agent)],
        Object = thing is null ? null : new EventObject(thing, "model", null),
        Summary = $"{agent}发布{thing}",
        Confidence = 0.9,
        Method = "rules/events.yaml#release",
        Evidence = [At(document, start)],
    };

    internal static OrganizationRecord Organization(string id, string name, int document = 1, int start = 10, params string[] aliases) => new()
    {
        Id = "org:" + id.PadLeft(16, '0'),
        Name = name,
        Type = OrganizationType.Company,
        Aliases = [.. aliases.Select(alias => new OrganizationAlias(alias, "short"))],
        Evidence = [At(document, start)],
    };

    internal static StatisticRecord Statistic(string id, decimal value, int document = 1, int start = 50, string subject = "明川") => new()
    {
        Id = "stat:" + id.PadLeft(16, '0'),
        Subject = subject,
        Measure = "销量",
        Quantity = new Quantity(value, null, "台", QuantityKind.Count, QuantityQualifier.Exact, $"{value}台"),
        Evidence = [At(document, start)],
    };

    internal static Dataset Dataset(params ExtractedRecord[] records) => new([Document(1), Document(2)], [.. records]);

    /// <summary>Writes both and compares them.</summary>
    internal static DatasetDiff Compare(Dataset before, Dataset after, RunInfo? baseRun = null, RunInfo? headRun = null)
    {
        using var scratch = new ScratchFolder();
        return new DatasetComparison(Folding).Compare(Open(scratch, "base", before, baseRun), Open(scratch, "head", after, headRun));
    }

    /// <summary>Writes a dataset and opens it.</summary>
    internal static ComparedDataset Open(ScratchFolder scratch, string name, Dataset dataset, RunInfo? run = null)
    {
        new DatasetWriter().Write(dataset, run ?? Run, scratch.At(name));
        return ComparedDataset.Open(scratch.At(name), name);
    }
}
