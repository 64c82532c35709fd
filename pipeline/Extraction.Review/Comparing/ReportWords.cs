using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>The words for kinds and causes that reports and filters share: <c>evidence-only</c>, <c>rule rules/events.yaml#release</c>.</summary>
public static class ReportWords
{
    private const int MostListed = 8;

    /// <summary>A member of an enumeration as it is written in reports and options: <c>EvidenceOnly</c> is <c>evidence-only</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsAsciiLetterUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>A cause in a line.</summary>
    public static string Of(Cause cause) => cause.Kind switch
    {
        CauseKind.Several => "several: " + string.Join(" | ", cause.Candidates.Select(Of)),
        _ when cause.References.IsEmpty => Of(cause.Kind),
        // each report that was edited had its share; of rules it is not known which
        CauseKind.Source => $"source {List(cause.References)}",
        _ when cause.References.Length > 1 => $"{Of(cause.Kind)}, one of {List(cause.References)}",
        _ => $"{Of(cause.Kind)} {cause.References[0]}",
    };

    /// <summary>References in a line: the first few, and how many more there are.</summary>
    public static string List(ImmutableArray<string> references) => references.Length <= MostListed
        ? string.Join(", ", references)
        : FormattableString.Invariant($"{string.Join(", ", references.Take(MostListed))} … and {references.Length - MostListed} more");

    /// <summary>A change kind in Chinese.</summary>
    public static string Chinese(ChangeKind kind) => kind switch
    {
        ChangeKind.Removed => "删除",
        ChangeKind.Changed => "改变",
        ChangeKind.Added => "新增",
        ChangeKind.Refined => "细化",
        ChangeKind.Moved => "移动",
        ChangeKind.EvidenceOnly => "仅出处",
        _ => "仅置信度",
    };

    /// <summary>A record kind in Chinese.</summary>
    public static string Chinese(RecordKind kind) => kind switch
    {
        RecordKind.Document => "文档",
        RecordKind.Event => "事件",
        RecordKind.Organization => "机构",
        RecordKind.Policy => "政策",
        RecordKind.Filing => "备案",
        RecordKind.Statistic => "数据",
        _ => "冲突",
    };
}
