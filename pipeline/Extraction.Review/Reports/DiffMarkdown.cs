using System.Globalization;
using System.Text;
using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>Writes a comparison as Markdown: for pull requests and job summaries.</summary>
/// <param name="limit">Changes of one group that are listed; 0 for all.</param>
public sealed class DiffMarkdown(int limit)
{
    /// <summary>The report.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="isStat">Counts alone.</param>
    /// <param name="mostBytes">UTF-8 bytes that it may have; what does not fit is counted at its end.</param>
    public string Write(DatasetDiff diff, bool isStat, int mostBytes = int.MaxValue)
    {
        var text = new StringBuilder(Head(diff));
        if (isStat) return text.ToString();
        int bytes = Encoding.UTF8.GetByteCount(text.ToString()), left = diff.Changes.Length;
        foreach (ChangeGroup group in diff.Groups())
        {
            string part = Group(group);
            bytes += Encoding.UTF8.GetByteCount(part);
            if (bytes > mostBytes) return text.Append(CultureInfo.InvariantCulture, $"\n…and {left} more changes, which `--format json` lists. 其余 {left} 处从略。\n").ToString();
            text.Append(part);
            left -= group.Changes.Length;
        }

        return text.ToString();
    }

    /// <summary>Text from files, so that it cannot be taken for markup.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char character in text.ReplaceLineEndings("⏎"))
        {
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!' or '@') escaped.Append('\\').Append(character);
            else if (character is '<') escaped.Append("&lt;");
            else if (character is '&') escaped.Append("&amp;");
            else escaped.Append(char.IsControl(character) ? ' ' : character);
        }

        return escaped.ToString();
    }

    private static string Head(DatasetDiff diff)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {Escaped(diff.Base)} → {Escaped(diff.Head)}\n\n");
        text.Append("| record 记录 |");
        foreach (ChangeKind kind in Enum.GetValues<ChangeKind>()) text.Append(CultureInfo.InvariantCulture, $" {ReportWords.Of(kind)} {ReportWords.Chinese(kind)} |");
        text.Append("\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (IGrouping<RecordKind, RecordChange> record in diff.Changes.GroupBy(change => change.Record).OrderBy(group => group.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {ReportWords.Of(record.Key)} {ReportWords.Chinese(record.Key)} |");
            foreach (ChangeKind kind in Enum.GetValues<ChangeKind>()) text.Append(CultureInfo.InvariantCulture, $" {record.Count(change => change.Kind == kind)} |");
            text.Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{diff.Changes.Length} changes, {diff.Unchanged} records unchanged. 共 {diff.Changes.Length} 处变化，{diff.Unchanged} 条未变。\n");
        foreach (Cause cause in diff.Causes) text.Append(CultureInfo.InvariantCulture, $"\n- between the runs 两次之间: {ReportWords.Of(cause.Kind)} {Escaped(ReportWords.List(cause.References))}");
        foreach (ComparisonNote note in diff.Notes) text.Append(CultureInfo.InvariantCulture, $"\n- **{note.Code}**: {Escaped(note.Message)}");
        return text.Append('\n').ToString();
    }

    private string Group(ChangeGroup group)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\n#### {group.Changes.Length} × {ReportWords.Of(group.Record)} {ReportWords.Of(group.Kind)} {ReportWords.Chinese(group.Kind)}");
        if (group.Pattern != ReportWords.Of(group.Kind)) text.Append(": ").Append(Escaped(group.Pattern));
        text.Append(CultureInfo.InvariantCulture, $"\n\nby {Escaped(ReportWords.Of(group.Cause))}\n\n");
        int shown = limit > 0 ? Math.Min(limit, group.Changes.Length) : group.Changes.Length;
        foreach (RecordChange change in group.Changes.Take(shown)) text.Append(Change(change));
        if (shown < group.Changes.Length) text.Append(CultureInfo.InvariantCulture, $"- …and {group.Changes.Length - shown} more\n");
        return text.ToString();
    }

    private static string Change(RecordChange change)
    {
        JsonElement shown = (change.After ?? change.Before)!.Value;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"- `{change.Id}` {Escaped(RecordLabel.Of(change.Record, shown))}\n");
        foreach (FieldChange field in change.Fields)
            text.Append(CultureInfo.InvariantCulture, $"  - {field.Field}: {Side(field.Before, "~~")} → {Side(field.After, "**")}\n");
        foreach ((string place, string quote) in RecordLabel.Quotes(change.Record, shown).Quotes) text.Append(CultureInfo.InvariantCulture, $"  - “{Escaped(quote)}” {Escaped(place)}\n");
        return text.ToString();
    }

    private static string Side(string? value, string mark) => string.IsNullOrWhiteSpace(value) ? "∅" : $"{mark}{Escaped(value.Trim())}{mark}";
}
