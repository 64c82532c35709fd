using System.CommandLine;
using Extraction.Cli.Isolation;
using Extraction.Cli.Ocr;
using Extraction.Cli.Run;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli.Read;

/// <summary><c>extraction read FILE</c>: what was read of a file, in reading order, for people to look at.</summary>
internal static class ReadCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A report. 报告文件。" };
        var format = new Option<string>("--format", "-f") { Description = "text, json or markdown.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var page = new Option<int?>("--page", "-p") { Description = "Only this page or slide; for --picture, the page that is drawn (default 1)." };
        var raw = new Option<bool>("--raw") { Description = "The text as the file has it, without repairs. 原文，不修复。" };
        var edits = new Option<bool>("--edits") { Description = "Show in the text what was repaired. 标出修复之处。" };
        var picture = new Option<string?>("--picture") { Description = "Draw a page's boxes in reading order into this SVG file instead of printing. 画出阅读顺序。" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var isolation = new IsolationOptions();
        var command = new Command("read", "Show what is read of a report, block by block. 查看读到的内容。") { file, format, page, raw, edits, picture, knowledge };
        isolation.AddTo(command);
        var ocr = new OcrOptions();
        ocr.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Read(
            new ReadOptions(
                parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(page), parsed.GetValue(raw), parsed.GetValue(edits),
                parsed.GetValue(picture), parsed.GetValue(knowledge), isolation.Of(parsed, workers: 1), ocr.Of(parsed)),
            cancellation)));
        return command;
    }

    private static int Read(ReadOptions options, CancellationToken cancellation)
    {
        if (options.ShowsEdits && (options.IsRaw || options.Format != "text")) throw new UsageException("--edits shows raw and repaired text together, as text: leave out --raw and --format.");
        if (!File.Exists(options.File)) throw new UsageException($"There is no file '{options.File}'.");
        using LoadedPipeline loaded = PipelineFactory.Load(options.Knowledge, isolation: options.Isolation, limits: options.Limits);
        var diagnostics = new DiagnosticBag();
        SourceFile file = SourceFile.FromBytes(Path.GetFileName(options.File), []);
        try
        {
            file = SourceFile.FromBytes(file.Source, Content(options.File, loaded.Pipeline.MaxFileBytes));
            NormalizedText text = loaded.Pipeline.ReadText(file, diagnostics, cancellation);
            var reading = new Reading(text, diagnostics.Items, options.IsRaw, options.Page);
            Show(reading, options);
            return Finish(diagnostics, reading.Summary(), diagnostics.HasErrors ? ExitCode.SomeFailed : ExitCode.Done);
        }
        catch (UnreadableDocumentException error)
        {
            diagnostics.Error(error.Code, "reading", error.Message);
            if (options is { Format: "json", Picture: null }) ReadJson.WriteFailed(Console.Out, file, diagnostics.Items);
            return Finish(diagnostics, $"{file.Source}: failed", ExitCode.NothingProduced);
        }
    }

    private static byte[] Content(string path, long most)
    {
        try
        {
            long length = new FileInfo(path).Length;
            if (length > most) throw new UnreadableDocumentException("file-too-large", $"{length} bytes where {most} are allowed; split it.");
            // a pipe has no length and never ends
            return length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException("file-unreadable", "The file system refuses it: " + error.GetType().Name, error);
        }
    }

    private static void Show(Reading reading, ReadOptions options)
    {
        int pages = reading.Document.Pages.Length;
        if (options.Page is { } page && (page < 1 || page > pages)) throw new UsageException($"There is no page {page}; the document has {pages}.");
        if (options.Picture is { } path) WritePicture(reading, options.Page ?? 1, path);
        else if (options.Format == "json") ReadJson.Write(Console.Out, reading);
        else if (options.Format == "markdown") ReadMarkdown.Write(Console.Out, reading);
        else new ReadText(Console.Out, reading, Ink.ForConsole(), options.ShowsEdits).Write();
    }

    private static void WritePicture(Reading reading, int page, string path)
    {
        if (reading.Document.Pages.FirstOrDefault(candidate => candidate.Number == page) is not { Width: > 0, Height: > 0 } drawn)
            throw new UsageException($"{reading.Document.Format} has no places on a page to draw; --picture is for PPTX and PDF.");
        try
        {
            File.WriteAllText(path, PagePicture.Draw(reading, drawn));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {error.Message}");
        }
    }

    private static int Finish(DiagnosticBag diagnostics, string summary, int code)
    {
        foreach (Diagnostic item in diagnostics.Items)
            Say($"{(item.IsError ? "error" : "warning"),-8}[{item.Code}] {Reading.PlaceText(item.Locator)}{item.Message}");
        Say(summary);
        return code;
    }

    private static void Say(string line) => Console.Error.WriteLine(Printable.Of(line));
}

/// <summary>What the command line asked for.</summary>
internal sealed record ReadOptions(
    string File, string Format, int? Page, bool IsRaw, bool ShowsEdits, string? Picture, string? Knowledge, IsolationLimits? Isolation, ReadLimits Limits);
