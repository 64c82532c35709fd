using System.Globalization;
using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>How texts are written on what reads them: a terminal has colours.</summary>
/// <param name="Safe">Takes control characters out of what comes from files.</param>
/// <param name="Strong">Headings.</param>
/// <param name="Faint">What is beside the point.</param>
/// <param name="Removed">What was.</param>
/// <param name="Added">What is.</param>
public sealed record TextStyle(Func<string, string> Safe, Func<string, string> Strong, Func<string, string> Faint, Func<string, string> Removed, Func<string, string> Added);

/// <summary>Writes a comparison for people at a terminal.</summary>
/// <param name="writer">Where to.</param>
/// <param name="style">How.</param>
/// <param name="limit">Changes of one group that are listed; 0 for all.</param>
public sealed class DiffText(TextWriter writer, TextStyle style, int limit)
{
    /// <summary>Writes counts, what is another between the runs, and the groups, worst first.</summary>
    public void Write(DatasetDiff diff)
    {
        WriteSummary(diff);
        foreach (ChangeGroup group in diff.Groups()) WriteGroup(group);
    }

    /// <summary>Writes the counts alone, by kind of record and of change, and by cause.</summary>
    public void WriteStat(DatasetDiff diff)
    {
        WriteSummary(diff);
        foreach (IGrouping<RecordKind, RecordChange> kind in diff.Changes.GroupBy(change => change.Record).OrderBy(group => group.Key))
            Line($"{ReportWords.Of(kind.Key),-14}{ReportWords.Chinese(kind.Key)}  {string.Join(", ", kind.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => Count(group.Count(), group.Key)))}");
        foreach (IGrouping<string, RecordChange> cause in diff.Changes.GroupBy(change => ReportWords.Of(change.Cause), StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            Line(string.Create(CultureInfo.InvariantCulture, $"{cause.Count(),6}  {cause.Key}"));
    }

    private void WriteSummary(DatasetDiff diff)
    {
        Line($"{diff.Base} → {diff.Head}", style.Strong);
        string counts = string.Join(", ", Enum.GetValues<ChangeKind>().Where(kind => diff.Count(kind) > 0).Select(kind => Count(diff.Count(kind), kind)));
        Line(counts.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{counts}; {diff.Unchanged} unchanged 未变") : string.Create(CultureInfo.InvariantCulture, $"no changes 无变化; {diff.Unchanged} unchanged 未变"));
        foreach (Cause cause in diff.Causes) Line($"between the runs 两次之间: {ReportWords.Of(cause.Kind)} {ReportWords.List(cause.References)}", style.Faint);
        foreach (ComparisonNote note in diff.Notes) Line($"note[{note.Code}] {note.Message}");
    }

    private void WriteGroup(ChangeGroup group)
    {
        writer.WriteLine();
        string what = string.Create(CultureInfo.InvariantCulture, $"{group.Changes.Length} × {ReportWords.Of(group.Record)} {ReportWords.Chinese(group.Record)} {ReportWords.Of(group.Kind)} {ReportWords.Chinese(group.Kind)}");
        string pattern = group.Pattern == ReportWords.Of(group.Kind) ? "" : ": " + group.Pattern;
        Line($"{what}{pattern}, by {ReportWords.Of(group.Cause)}", style.Strong);
        int shown = limit > 0 ? Math.Min(limit, group.Changes.Length) : group.Changes.Length;
        foreach (RecordChange change in group.Changes.Take(shown)) WriteChange(change);
        if (shown < group.Changes.Length) Line(string.Create(CultureInfo.InvariantCulture, $"  … {group.Changes.Length - shown} more; --limit 0 shows all"), style.Faint);
    }

    private void WriteChange(RecordChange change)
    {
        JsonElement shown = (change.After ?? change.Before)!.Value;
        char sign = change.Kind switch { ChangeKind.Removed => '-', ChangeKind.Added => '+', _ => '~' };
        Line($"  {sign} {change.Id}  {RecordLabel.Of(change.Record, shown)}");
        foreach (FieldChange field in change.Fields) WriteField(field);
        (IReadOnlyList<(string Place, string Quote)> quotes, int more) = RecordLabel.Quotes(change.Record, shown);
        foreach ((string place, string quote) in quotes) Line($"      “{quote}”  {place}", style.Faint);
        if (more > 0) Line(string.Create(CultureInfo.InvariantCulture, $"      … {more} more places"), style.Faint);
    }

    private void WriteField(FieldChange field)
    {
        string before = field.Before is { } left ? style.Removed(style.Safe(left)) : "", after = field.After is { } right ? style.Added(style.Safe(right)) : "";
        writer.WriteLine($"      {field.Field}: {string.Join(" → ", ((string[])[before, after]).Where(side => side.Length > 0))}");
    }

    private static string Count(int count, ChangeKind kind) => string.Create(CultureInfo.InvariantCulture, $"{count} {ReportWords.Of(kind)} {ReportWords.Chinese(kind)}");

    private void Line(string text) => writer.WriteLine(style.Safe(text));

    private void Line(string text, Func<string, string> paint) => writer.WriteLine(paint(style.Safe(text)));
}
