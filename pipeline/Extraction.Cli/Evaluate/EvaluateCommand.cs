using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Extraction.Emission;
using Extraction.Evaluation;

namespace Extraction.Cli.Evaluate;

/// <summary><c>extraction evaluate DATASET --gold FILES</c>: a dataset against gold files.</summary>
internal static class EvaluateCommand
{
    internal static Command Create()
    {
        var dataset = new Argument<string>("dataset") { Description = "Folder of the dataset." };
        var gold = new Option<string[]>("--gold", "-g") { Description = "Gold files (JSON).", Required = true, AllowMultipleArgumentsPerToken = true };
        var aliases = new Option<string?>("--aliases") { Description = "Alias groups (JSON): names that count as one." };
        var minimum = new Option<string[]>("--min") { Description = "measure=F1 in the mean, e.g. event_exact=0.9; exit 1 below.", AllowMultipleArgumentsPerToken = true };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Each error." };
        var command = new Command("evaluate", "Compare a dataset with gold files. 对照标注评估数据集。") { dataset, gold, aliases, minimum, verbose };
        command.SetAction(parsed => Evaluate(
            parsed.GetValue(dataset)!, parsed.GetValue(gold)!, parsed.GetValue(aliases), parsed.GetValue(minimum) ?? [], parsed.GetValue(verbose)));
        return command;
    }

    private static int Evaluate(string dataset, string[] goldFiles, string? aliases, string[] minimum, bool verbose)
    {
        DatasetReader reader = DatasetReader.Open(dataset);
        var scorer = new DatasetScorer(reader.Records, new NameMatcher(aliases is null ? [] : ReadAliases(aliases)));
        DocumentScore[] scores = [.. goldFiles.Select(file => scorer.Score(ReadGold(file)))];
        foreach (DocumentScore score in scores) Print(score, verbose);
        IReadOnlyDictionary<string, double> means = Means(scores);
        Console.Out.WriteLine("mean F1  " + string.Join("  ", means.Select(entry => $"{entry.Key} {Figure(entry.Value)}")));
        return minimum.Count(check => !Holds(check, means)) == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static GoldFile ReadGold(string path) => Read(path, GoldFile.Read);

    private static IReadOnlyDictionary<string, string[]> ReadAliases(string path) => Read(path, GoldFile.ReadAliases);

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception error) when (error is IOException or JsonException)
        {
            throw new UsageException($"{path}: {error.Message}");
        }
    }

    private static void Print(DocumentScore score, bool verbose)
    {
        Console.Out.WriteLine(score.Doc);
        foreach ((string name, Score value) in score.Measures.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Console.Out.WriteLine($"  {name,-18} P {Figure(value.Precision)}  R {Figure(value.Recall)}  F1 {Figure(value.F1)}   right {value.Right}, surplus {value.Surplus}, missed {value.Missed}");
        Console.Out.WriteLine($"  denied or planned events as facts: {score.NegatedAsFact}");
        if (!verbose) return;
        foreach (string error in score.Errors) Console.Out.WriteLine("    " + error);
    }

    private static SortedDictionary<string, double> Means(DocumentScore[] scores)
    {
        var means = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (IGrouping<string, double> measure in scores.SelectMany(score => score.Measures).GroupBy(entry => entry.Key, entry => entry.Value.F1))
            means[measure.Key] = measure.Average();
        return means;
    }

    private static bool Holds(string check, IReadOnlyDictionary<string, double> means)
    {
        string[] parts = check.Split('=');
        if (parts.Length != 2 || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out double least))
            throw new UsageException($"'{check}' is not of the form measure=0.9.");
        if (!means.TryGetValue(parts[0], out double mean)) throw new UsageException($"The gold files give no measure '{parts[0]}'; they give {string.Join(", ", means.Keys)}.");
        if (mean >= least) return true;
        Console.Error.WriteLine($"{parts[0]} is {Figure(mean)}, below {parts[1]}");
        return false;
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
