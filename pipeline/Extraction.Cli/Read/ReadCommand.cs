using System.CommandLine;
using Extraction.Cli.Isolation;
using Extraction.Cli.Run;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;

namespace Extraction.Cli.Read;

/// <summary><c>extraction read FILE</c>: what is read of one file, in reading order, for people and programs that want to look.</summary>
internal static class ReadCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Markdown = "markdown";

    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The report. 报告文件。" };
        var format = new Option<string>("--format", "-f") { Description = "text, json or markdown.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json, Markdown);
        var page = new Option<int?>("--page", "-p") { Description = "This page alone. 只看这一页。" };
        var edits = new Option<bool>("--edits") { Description = "Show what was repaired: raw characters struck out in red, repaired ones in green." };
        var picture = new Option<string?>("--picture") { Description = "Draw the page's boxes in reading order into this SVG file." };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var isolation = new IsolationOptions();
        var command = new Command("read", "Show what is read of a file: text, order, roles, places. 查看文件读到了什么。") { file, format, page, edits, picture, knowledge };
        isolation.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Read(
            new ReadOptions(parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(page), parsed.GetValue(edits), parsed.GetValue(picture), parsed.GetValue(knowledge), isolation.Of(parsed, workers: 1)),
            cancellation)));
        return command;
    }

    private static int Read(ReadOptions options, CancellationToken cancellation)
    {
        if (!File.Exists(options.File)) throw new UsageException($"There is no file '{options.File}'.");
        using LoadedPipeline loaded = PipelineFactory.Load(options.Knowledge, isolation: options.Isolation);
        SourceFile file = SourceFile.FromBytes(Path.GetFileName(options.File), File.ReadAllBytes(options.File));
        var diagnostics = new DiagnosticBag();
        try
        {
            NormalizedText text = loaded.Pipeline.ReadText(file, diagnostics, cancellation);
            Show(text, options);
            Say(diagnostics);
            return diagnostics.HasErrors ? ExitCode.SomeFailed : ExitCode.Done;
        }
        catch (UnreadableDocumentException failure)
        {
            Say(diagnostics);
            Console.Error.WriteLine(Printable.Of($"error: {failure.Code}: {failure.Message}"));
            return ExitCode.NothingProduced;
        }
    }

    private static void Show(NormalizedText text, ReadOptions options)
    {
        int pages = text.Raw.Document.Pages.Length;
        if (options.Page is { } page && (page < 1 || page > pages)) throw new UsageException($"The file has pages 1 to {pages}.");
        if (options.Picture is { } path) File.WriteAllText(path, PagePicture.Draw(text, options.Page ?? 1));
        switch (options.Format)
        {
            case Json: BlockJson.Write(Console.Out, text, options.Page); break;
            case Markdown: BlockMarkdown.Write(Console.Out, text, options.Page); break;
            default: BlockPrinter.Write(Console.Out, text, options.Page, options.Edits); break;
        }
    }

    private static void Say(DiagnosticBag diagnostics)
    {
        foreach (Diagnostic item in diagnostics.Items)
        {
            string place = item.Locator is { Page: { } page } ? $" (page {page})" : item.Locator?.Part is { } part ? $" ({part})" : "";
            Console.Error.WriteLine(Printable.Of($"{(item.IsError ? "error" : "warning")}: {item.Code}{place}: {item.Message}"));
        }
    }
}

/// <summary>What the command line asked for.</summary>
internal sealed record ReadOptions(string File, string Format, int? Page, bool Edits, string? Picture, string? Knowledge, IsolationLimits? Isolation);
