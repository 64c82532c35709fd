using System.Globalization;

namespace Extraction.ReadingMeasure;

/// <summary>Writes measurements for people: Markdown tables, then the worst documents.</summary>
internal static class ReadingReport
{
    private const int ShownCharacters = 60;
    private const double CjkDocument = 0.1;

    internal static void Write(TextWriter writer, Measurement[] all, int worst)
    {
        writer.WriteLine("| documents | files | complete | partial | failed | crash, hang | measured | recall, mean | recall, worst | complete, > 1 % missing | precision | s p50 | s p99 | MB p50 | MB p99 | MB most |");
        writer.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var group in all.GroupBy(measurement => (measurement.File.Group, measurement.File.Kind)).OrderBy(group => group.Key.Group, StringComparer.Ordinal).ThenBy(group => group.Key.Kind))
            WriteRow(writer, $"{group.Key.Group} {NameOf(group.Key.Kind)}".Trim(), [.. group]);
        foreach (var group in all.GroupBy(measurement => measurement.File.Kind).OrderBy(group => group.Key)) WriteRow(writer, $"**all {NameOf(group.Key)}**", [.. group]);
        WriteRow(writer, "**PDF with Chinese, Japanese, Korean**", [.. all.Where(measurement => measurement is { File.Kind: FileKind.Pdf, Truth.Sure.CjkShare: >= CjkDocument })]);
        WriteCodes(writer, all);
        foreach (Measurement measurement in all.Where(measurement => measurement.BreaksItsPromise)) writer.WriteLine("BROKEN PROMISE " + Line(measurement));
        WriteWorst(writer, all, worst);
    }

    /// <summary>Path, outcome, recall, precision, seconds, megabytes and codes, separated by tabs.</summary>
    internal static string Line(Measurement measurement) => string.Join('\t',
        measurement.File.Path, measurement.Read.Outcome, Share(measurement.Recall), Share(measurement.Precision),
        Seconds(measurement.Read.Seconds), Whole(Megabytes(measurement)), string.Join(' ', measurement.Read.Codes));

    private static void WriteRow(TextWriter writer, string name, Measurement[] group)
    {
        if (group.Length == 0) return;
        double[] recalls = [.. group.Where(measurement => measurement is { WasRead: true, Recall: not null }).Select(measurement => measurement.Recall!.Value)];
        double[] precisions = [.. group.Where(measurement => measurement is { WasRead: true, Precision: not null }).Select(measurement => measurement.Precision!.Value)];
        double[] seconds = [.. group.Select(measurement => measurement.Read.Seconds).Order()];
        double[] memory = [.. group.Select(Megabytes).Order()];
        string[] cells =
        [
            name, Number(group.Length), Count(group, "complete"), Count(group, "partial"), Count(group, "failed"),
            Number(group.Count(measurement => measurement.Read.Outcome is "crash" or "hang")), Number(recalls.Length),
            Share(recalls.Length == 0 ? null : recalls.Average()), Share(recalls.Length == 0 ? null : recalls.Min()),
            Number(group.Count(measurement => measurement.LosesSilently)), Share(precisions.Length == 0 ? null : precisions.Average()),
            Seconds(At(seconds, 0.5)), Seconds(At(seconds, 0.99)),
            Whole(At(memory, 0.5)), Whole(At(memory, 0.99)), Whole(memory[^1]),
        ];
        writer.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    private static void WriteCodes(TextWriter writer, Measurement[] all)
    {
        writer.WriteLine();
        writer.WriteLine("| outcome | code | files |");
        writer.WriteLine("|---|---|---:|");
        var codes = all.SelectMany(measurement => measurement.Read.Codes.Select(code => (measurement.Read.Outcome, Code: code))).GroupBy(pair => pair)
            .OrderBy(group => group.Key.Outcome, StringComparer.Ordinal).ThenBy(group => group.Key.Code, StringComparer.Ordinal);
        foreach (var group in codes) writer.WriteLine($"| {group.Key.Outcome} | `{group.Key.Code}` | {Number(group.Count())} |");
        writer.WriteLine();
    }

    private static void WriteWorst(TextWriter writer, Measurement[] all, int worst)
    {
        foreach (Measurement measurement in all.Where(measurement => measurement is { WasRead: true, Recall: < 1 }).OrderBy(measurement => measurement.Recall).Take(worst))
        {
            writer.WriteLine(Line(measurement));
            writer.WriteLine($"  missing {Number(measurement.Missing!.Total)} of {Number(measurement.Truth!.Sure.Total)}: {measurement.Missing.Describe(ShownCharacters)}");
            if (measurement.Extra is { Total: > 0 } extra) writer.WriteLine($"  extra {Number(extra.Total)}: {extra.Describe(ShownCharacters)}");
        }
    }

    private static string NameOf(FileKind kind) => kind == FileKind.Text ? "text" : kind.ToString().ToUpperInvariant();

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];

    private static string Count(Measurement[] group, string outcome) => Number(group.Count(measurement => measurement.Read.Outcome == outcome));

    private static double Megabytes(Measurement measurement) => measurement.Read.PeakBytes / (double)(1 << 20);

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Share(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";
}
