using System.Collections.Immutable;
using System.CommandLine;
using Extraction.Review.Comparing;

namespace Extraction.Cli.Diff;

/// <summary>What the command line asked for.</summary>
internal sealed record DiffRequest(string Format, bool IsStat, bool SetsExitCode, int Limit, bool IsQuiet, string? Knowledge, ChangeFilter Filter);

/// <summary>The options of <c>diff</c>.</summary>
internal sealed class DiffOptions
{
    private readonly Option<string> format = new("--format", "-f") { Description = "text, json, markdown, html or github.", DefaultValueFactory = _ => "text" };
    private readonly Option<bool> stat = new("--stat") { Description = "Counts alone (text, json, markdown). 只看统计。" };
    private readonly Option<bool> exitCode = new("--exit-code") { Description = "Exit with 1 when there are changes. 有变化时退出码为 1。" };
    private readonly Option<int> limit = new("--limit") { Description = "Changes of one pattern that are listed; 0 for all. JSON and HTML list more.", DefaultValueFactory = _ => 10 };
    private readonly Option<string[]> kind = Many("--kind", "Only these records: document event organization policy filing statistic conflict.");
    private readonly Option<string[]> change = Many("--change", "Only these changes: removed changed added refined moved evidence-only confidence-only.");
    private readonly Option<string[]> cause = Many("--cause", "Only these causes: source reader normalizer lexicon rule model resolution option program knowledge several.");
    private readonly Option<string[]> organization = Many("--organization", "Only records in which a name holds this, or with this id. 机构名。");
    private readonly Option<string[]> document = Many("--document", "Only records from sources whose name holds this. 文档名。");
    private readonly Option<string?> knowledge = new("--knowledge") { Description = "Another knowledge folder than the one that travels with the program: its tables say which characters are the same." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress on stderr." };

    internal DiffOptions() => format.AcceptOnlyFromAmong("text", "json", "markdown", "html", "github");

    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[format, stat, exitCode, limit, kind, change, cause, organization, document, knowledge, quiet]) command.Add(option);
    }

    /// <exception cref="UsageException">A word is none of those that an option takes, or options do not go together.</exception>
    internal DiffRequest Of(ParseResult parsed)
    {
        string asked = parsed.GetValue(format)!;
        if (parsed.GetValue(stat) && asked is "html" or "github") throw new UsageException($"--stat is for text, json and markdown, not for {asked}.");
        if (parsed.GetValue(limit) < 0) throw new UsageException("--limit takes a number from 0 on.");
        var filter = new ChangeFilter(
            Words<RecordKind>(parsed, kind), Words<ChangeKind>(parsed, change), Words<CauseKind>(parsed, cause),
            [.. parsed.GetValue(organization) ?? []], [.. parsed.GetValue(document) ?? []]);
        return new DiffRequest(asked, parsed.GetValue(stat), parsed.GetValue(exitCode), parsed.GetValue(limit), parsed.GetValue(quiet), parsed.GetValue(knowledge), filter);
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static ImmutableArray<T> Words<T>(ParseResult parsed, Option<string[]> option)
        where T : struct, Enum
    {
        Dictionary<string, T> known = Enum.GetValues<T>().ToDictionary(value => ReportWords.Of(value), StringComparer.Ordinal);
        return [.. (parsed.GetValue(option) ?? []).SelectMany(words => words.Split(',')).Select(word => known.TryGetValue(word, out T value)
            ? value
            : throw new UsageException($"{option.Name} does not take '{word}', but {string.Join(", ", known.Keys)}."))];
    }
}
