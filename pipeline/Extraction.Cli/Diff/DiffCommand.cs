using System.CommandLine;
using Extraction.Cli.Read;
using Extraction.Cli.Run;
using Extraction.Review.Comparing;
using Extraction.Review.Datasets;
using Extraction.Review.Reports;

namespace Extraction.Cli.Diff;

/// <summary><c>extraction diff BASE HEAD</c>: what differs between two datasets, and why.</summary>
internal static class DiffCommand
{
    private const string SummaryVariable = "GITHUB_STEP_SUMMARY";

    internal static Command Create()
    {
        var before = new Argument<string>("base") { Description = "The dataset that was: a folder, or git:REV:PATH for a committed one. 旧数据集。" };
        var after = new Argument<string>("head") { Description = "The dataset that is. 新数据集。" };
        var options = new DiffOptions();
        var command = new Command("diff", "Compare two datasets: what changed, and what caused it. 比较两个数据集：变了什么，为什么。") { before, after };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Compare(parsed.GetValue(before)!, parsed.GetValue(after)!, options.Of(parsed), cancellation)));
        return command;
    }

    private static int Compare(string before, string after, DiffRequest request, CancellationToken cancellation)
    {
        string here = Directory.GetCurrentDirectory();
        using DatasetPlace basePlace = DatasetPlace.Find(before, here), headPlace = DatasetPlace.Find(after, here);
        basePlace.RefuseSame(headPlace);
        TextFolding folding = TextFolding.Load(PipelineFactory.Knowledge(request.Knowledge));
        Say(request, $"reading 读取 {before}, {after}");
        (ComparedDataset baseDataset, ComparedDataset headDataset) = DatasetPlace.OpenBoth(basePlace, headPlace);
        DatasetDiff diff = new DatasetComparison(folding).Compare(baseDataset, headDataset, kind => Say(request, $"comparing 比较 {ReportWords.Of(kind)} {ReportWords.Chinese(kind)}"), cancellation);
        DatasetDiff shown = request.Filter.Apply(diff);
        // the text says them itself; the others may go to a file
        foreach (ComparisonNote note in request.Format == "text" ? [] : shown.Notes) Console.Error.WriteLine(Printable.Of($"note[{note.Code}] {note.Message}"));
        Write(shown, request);
        return request.SetsExitCode && !shown.Changes.IsEmpty ? ExitCode.CheckFailed : ExitCode.Done;
    }

    // On a terminal the steps are told, as long as they take; in a log they would be noise.
    private static void Say(DiffRequest request, string step)
    {
        if (!request.IsQuiet && !Console.IsErrorRedirected) Console.Error.WriteLine(Printable.Of(step));
    }

    private static void Write(DatasetDiff diff, DiffRequest request)
    {
        switch (request.Format)
        {
            case "json": DiffJson.Write(Console.Out, diff, request.IsStat); break;
            case "markdown": Console.Out.Write(new DiffMarkdown(request.Limit).Write(diff, request.IsStat)); break;
            case "html": Console.Out.Write(DiffHtml.Write(diff)); break;
            case "github": WriteGitHub(diff, request); break;
            default: WriteText(diff, request); break;
        }
    }

    private static void WriteText(DatasetDiff diff, DiffRequest request)
    {
        Ink ink = Ink.ForConsole();
        var text = new DiffText(Console.Out, new TextStyle(Printable.Of, ink.Strong, ink.Faint, ink.Removed, ink.Added), request.Limit);
        if (request.IsStat) text.WriteStat(diff);
        else text.Write(diff);
    }

    private static void WriteGitHub(DatasetDiff diff, DiffRequest request)
    {
        Console.Out.Write(DiffGitHub.Annotations(diff));
        string summary = DiffGitHub.Summary(diff, request.Limit);
        if (Environment.GetEnvironmentVariable(SummaryVariable) is not { Length: > 0 } file)
        {
            Console.Out.Write(summary);
            return;
        }

        try
        {
            File.AppendAllText(file, summary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{SummaryVariable} names '{file}', which cannot be written: {error.Message}");
        }
    }
}
