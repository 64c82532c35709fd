using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>The words of rules/statistics.yaml.</summary>
internal sealed class StatisticWords
{
    private const int LongestComparison = 10;
    private const string Among = "中";
    private readonly ImmutableArray<string> studies;
    private readonly ImmutableArray<string> comparisons;
    private readonly ImmutableArray<string> changeVerbs;
    private readonly ImmutableArray<string> targets;

    private StatisticWords(StatisticsFile file)
    {
        Trailing = [.. file.Trailing.OrderByDescending(word => word.Length)];
        Leading = [.. file.Leading.OrderByDescending(word => word.Length)];
        Of = [.. file.Of];
        Copulas = [.. file.Copulas];
        EventAmounts = [.. file.EventAmounts];
        (Share, ShareVerb) = (file.Share, file.ShareVerb);
        Rest = [.. file.Rest];
        BeforeDates = [.. file.BeforeDates.OrderByDescending(word => word.Length)];
        Times = [.. file.Times];
        (Anaphors, NowWords) = ([.. file.Anaphors], [.. file.NowWords]);
        (Prices, Measures) = ([.. file.Prices], [.. file.Measures]);
        comparisons = [.. file.Comparisons];
        changeVerbs = [.. file.ChangeVerbs.OrderByDescending(word => word.Length)];
        targets = [.. file.Targets];
        studies = [.. file.Studies];
    }

    internal ImmutableArray<string> Trailing { get; }

    internal ImmutableArray<string> Leading { get; }

    internal ImmutableArray<string> Of { get; }

    internal ImmutableArray<string> Copulas { get; }

    internal ImmutableArray<string> EventAmounts { get; }

    internal string Share { get; }

    internal string ShareVerb { get; }

    internal ImmutableArray<string> Rest { get; }

    internal ImmutableArray<string> BeforeDates { get; }

    internal ImmutableArray<string> Times { get; }

    /// <summary>What takes up the subject of the figure before: 这一比例.</summary>
    internal ImmutableArray<string> Anaphors { get; }

    /// <summary>Words of time beside a second value of the same measure: 如今.</summary>
    internal ImmutableArray<string> NowWords { get; }

    /// <summary>Measures of money that are figures of their own in a clause about a deal: 对价.</summary>
    internal ImmutableArray<string> Prices { get; }

    /// <summary>Measures that need a subject from the clause before: 比例.</summary>
    internal ImmutableArray<string> Measures { get; }

    /// <summary>Whether a measure only compares or tells a change, so that its subject stands before it.</summary>
    internal bool IsChange(string? text) =>
        text is not null && comparisons.Concat(changeVerbs).Any(word => text.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a text is nothing but a verb of change: 下调.</summary>
    internal bool IsChangeVerb(string text) => changeVerbs.Contains(text);

    /// <summary>Whether a text between two figures leads from one to the other: 至, 降至.</summary>
    internal bool LeadsTo(string text) => targets.Any(word => text.TrimEnd().EndsWith(word, StringComparison.Ordinal));

    /// <summary>Where a verb of change, or a comparison with it, ends a text; null where none does.</summary>
    internal int? ChangeAtEnd(string text)
    {
        if (changeVerbs.FirstOrDefault(word => text.EndsWith(word, StringComparison.Ordinal)) is not { } verb) return null;
        int at = text.Length - verb.Length, reach = Math.Max(0, at - LongestComparison);
        int comparison = comparisons.Where(word => word != ShareVerb).Select(word => text.IndexOf(word, reach, at - reach, StringComparison.Ordinal))
            .Where(found => found > 0).DefaultIfEmpty(at).Min();
        return comparison;
    }

    /// <summary>Whether a text ends with a word that compares with what follows: 较2022年.</summary>
    internal bool IsComparedWith(string text) => comparisons.Any(word => text.EndsWith(word, StringComparison.Ordinal));

    /// <summary>The counted noun without the study of it and without 中: 产业人士的调研显示, 集成商中.</summary>
    internal string WithoutStudy(string noun)
    {
        int at = studies.Select(word => noun.IndexOf(word, StringComparison.Ordinal)).Where(found => found > 1).DefaultIfEmpty(noun.Length).Min();
        return noun.Length > 2 && at == noun.Length && noun.EndsWith(Among, StringComparison.Ordinal) ? noun[..^Among.Length] : noun[..at];
    }

    internal static StatisticWords Load(KnowledgeFolder knowledge) => new(YamlKnowledge.Read<StatisticsFile>(knowledge, "rules/statistics.yaml"));

    /// <summary>The text without the words that belong neither to subject nor to measure.</summary>
    internal string Trim(string text)
    {
        string current = text.Trim();
        while (Leading.FirstOrDefault(word => current.StartsWith(word, StringComparison.Ordinal)) is { } word) current = current[word.Length..];
        while (Trailing.FirstOrDefault(word => current.EndsWith(word, StringComparison.Ordinal)) is { } word) current = current[..^word.Length];
        return current.Trim(' ', '“', '”', '"', '，', '、');
    }

    private sealed class StatisticsFile
    {
        public List<string> Trailing { get; set; } = [];

        public List<string> Leading { get; set; } = [];

        public List<string> Of { get; set; } = [];

        public List<string> Copulas { get; set; } = [];

        public List<string> EventAmounts { get; set; } = [];

        public string Share { get; set; } = "";

        public string ShareVerb { get; set; } = "";

        public List<string> Rest { get; set; } = [];

        public List<string> BeforeDates { get; set; } = [];

        public List<string> Times { get; set; } = [];

        public List<string> Anaphors { get; set; } = [];

        public List<string> NowWords { get; set; } = [];

        public List<string> Prices { get; set; } = [];

        public List<string> Measures { get; set; } = [];

        public List<string> Comparisons { get; set; } = [];

        public List<string> ChangeVerbs { get; set; } = [];

        public List<string> Targets { get; set; } = [];

        public List<string> Studies { get; set; } = [];
    }
}
