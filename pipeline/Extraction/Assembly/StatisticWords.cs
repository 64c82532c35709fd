using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>The words of rules/statistics.yaml.</summary>
internal sealed class StatisticWords
{
    private StatisticWords(StatisticsFile file)
    {
        Trailing = [.. file.Trailing.OrderByDescending(word => word.Length)];
        Leading = [.. file.Leading.OrderByDescending(word => word.Length)];
        Of = [.. file.Of];
        Copulas = [.. file.Copulas];
        EventAmounts = [.. file.EventAmounts];
        Share = file.Share;
    }

    internal ImmutableArray<string> Trailing { get; }

    internal ImmutableArray<string> Leading { get; }

    internal ImmutableArray<string> Of { get; }

    internal ImmutableArray<string> Copulas { get; }

    internal ImmutableArray<string> EventAmounts { get; }

    internal string Share { get; }

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
    }
}
