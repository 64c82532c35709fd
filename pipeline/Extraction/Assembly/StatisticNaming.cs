using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>Tells subject and measure of a figure from the words around it.</summary>
internal sealed class StatisticNaming(StatisticWords words)
{
    private const int LongestName = 40;
    private const int LongestPer = 8;

    // 84.57%的大模型产品为非通用行业模型: the share of a noun that something is said of.
    internal (string Subject, string? Measure)? Shared(string behind, string before)
    {
        if (words.Of.FirstOrDefault(of => behind.StartsWith(of, StringComparison.Ordinal)) is not { } of) return null;
        string noun = behind[of.Length..].Trim();
        int copula = words.Copulas.Select(word => noun.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (copula < 0) return noun.Length is > 0 and <= LongestName ? (noun, before.Length > 0 ? Short(before) : words.Share) : null;
        return (noun[..copula], Short(noun[copula..] + words.Share));
    }

    // 其余6.2%采用…: what the rest does is what is measured.
    internal (string Subject, string? Measure)? Remaining(string written, string behind) =>
        words.Rest.Contains(written) && behind.Length > 0 ? (written, Short(behind + words.Share)) : null;

    // 受访的76家集成商中，61%表示…: said of those counted before. What is said ends where the next item begins.
    internal string? Said(QuantityMention mention, string behind)
    {
        if (mention.Quantity.Kind != QuantityKind.Percent || words.Of.Any(of => behind.StartsWith(of, StringComparison.Ordinal))) return null;
        string said = behind.Split('、', '）', ')')[0];
        return said.Length >= 2 && NameFolding.IsHan(said[0]) ? Short(said + words.Share) : null;
    }

    // 1年期LPR再降: what changes, and how.
    internal (string Subject, string? Measure) Split(string before) =>
        words.ChangeAtEnd(before) is { } at and > 0 ? (Short(words.Trim(before[..at])) ?? "", before[at..]) : (Short(before) ?? "", null);

    // 由每瓦0.71元: what the amount is counted on is in its unit already.
    internal string WithoutPer(string before, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Money) return before;
        int at = before.IndexOf('每', Math.Max(0, before.Length - LongestPer));
        return at > 0 ? words.Trim(before[..at]) : before;
    }

    // 超过20个大模型获得备案: the counted noun follows.
    internal string? Counted(string behind) =>
        behind.Length is >= 2 and <= LongestName && char.IsLetter(behind[0]) && !words.IsChange(behind) ? words.WithoutStudy(behind) : null;

    // What is too long for a name keeps its end, where Chinese puts the head.
    internal static string? Short(string text) => text.Length == 0 ? null : text.Length <= LongestName ? text : text[^LongestName..];
}
