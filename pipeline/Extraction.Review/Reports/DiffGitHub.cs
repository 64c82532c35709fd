using System.Globalization;
using System.Text;
using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>Writes a comparison for GitHub Actions: annotations for the worst changes, and a job summary.</summary>
public static class DiffGitHub
{
    /// <summary>GitHub shows ten annotations of a kind and step.</summary>
    public const int MostAnnotations = 10;

    /// <summary>A job summary may have 1 MiB; this leaves room for those of others in the step.</summary>
    public const int MostSummaryBytes = 900_000;

    /// <summary>The workflow commands, worst first, and one that says how many more there are.</summary>
    public static string Annotations(DatasetDiff diff)
    {
        var text = new StringBuilder();
        // what only moved is for the summary
        RecordChange[] telling = [.. diff.Changes.Where(change => change.Kind is not (ChangeKind.Moved or ChangeKind.EvidenceOnly or ChangeKind.ConfidenceOnly))];
        int shown = telling.Length > MostAnnotations ? MostAnnotations - 1 : telling.Length;
        foreach (RecordChange change in telling.Take(shown)) text.Append(Annotation(change));
        if (telling.Length > shown) text.Append(CultureInfo.InvariantCulture, $"::notice title=extraction diff::…and {telling.Length - shown} more changes, see the job summary\n");
        return text.ToString();
    }

    /// <summary>The job summary.</summary>
    public static string Summary(DatasetDiff diff, int limit) => new DiffMarkdown(limit).Write(diff, isStat: false, MostSummaryBytes);

    private static string Annotation(RecordChange change)
    {
        JsonElement shown = (change.After ?? change.Before)!.Value;
        string level = change.Kind == ChangeKind.Removed ? "error" : change.Kind is ChangeKind.Changed ? "warning" : "notice";
        (string source, int? page) = RecordLabel.FirstPlace(change.Record, shown);
        string fields = string.Join("; ", change.Fields.Where(field => field.Effect is FieldEffect.Lost or FieldEffect.Changed or FieldEffect.Refined).Select(field => $"{field.Field}: {field.Before ?? "∅"} → {field.After ?? "∅"}"));
        string message = $"{RecordLabel.Of(change.Record, shown)}{(fields.Length > 0 ? $" ({fields})" : "")}, by {ReportWords.Of(change.Cause)}{(page is { } number ? $", p.{number}" : "")}";
        string title = $"{ReportWords.Of(change.Record)} {ReportWords.Of(change.Kind)} {ReportWords.Chinese(change.Kind)}";
        return $"::{level} file={Property(source)},title={Property(title)}::{Data(message)}\n";
    }

    // GitHub's own escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
