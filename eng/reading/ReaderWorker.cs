using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Cli;
using Extraction.Cli.Isolation;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.ReadingMeasure;

/// <summary>What the readers gave for a file.</summary>
/// <param name="Outcome">complete, partial, failed; crash or hang where the process did not answer.</param>
/// <param name="Codes">Codes of its errors.</param>
/// <param name="Seconds">From the bytes to the normalized text.</param>
/// <param name="Text">The raw text.</param>
/// <param name="PeakBytes">Most resident memory while it was read, dictionaries and models of later stages included; 0 where the system does not say.</param>
internal sealed record ReadResult(string Outcome, string[] Codes, double Seconds, string Text, long PeakBytes = 0);

/// <summary>The child process: paths come in a line each, results go out a line of JSON each. A crash takes nothing but this process along.</summary>
internal static class ReaderWorker
{
    internal const string Switch = "--worker";

    internal static int Run(Stream input, Stream output)
    {
        // what is recognized in pictures stands in none of the other programs' accounts
        using LoadedPipeline loaded = PipelineFactory.Load(null, limits: new ReadLimits { Recognition = RecognitionScope.None });
        FirstDocuments.Read(loaded.Reader, CancellationToken.None);
        using var reader = new StreamReader(input);
        using var writer = new StreamWriter(output) { AutoFlush = true };
        while (reader.ReadLine() is { } path)
        {
            PeakMemory.Reset();
            ReadResult result = Read(loaded.Pipeline, path) with { PeakBytes = PeakMemory.Bytes };
            writer.WriteLine(JsonSerializer.Serialize(result, ReadResultJson.Default.ReadResult));
        }
        return 0;
    }

    private static ReadResult Read(ExtractionPipeline pipeline, string path)
    {
        SourceFile file = SourceFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
        var diagnostics = new DiagnosticBag();
        var watch = Stopwatch.StartNew();
        try
        {
            string text = pipeline.ReadText(file, diagnostics, CancellationToken.None).Raw.Text;
            return new ReadResult(diagnostics.HasErrors ? "partial" : "complete", Codes(diagnostics), watch.Elapsed.TotalSeconds, text);
        }
        catch (UnreadableDocumentException error)
        {
            return new ReadResult("failed", [error.Code], watch.Elapsed.TotalSeconds, "");
        }
        catch (Exception error)
        {
            return new ReadResult("crash", [error.GetType().Name], watch.Elapsed.TotalSeconds, "");
        }
    }

    private static string[] Codes(DiagnosticBag diagnostics) =>
        [.. diagnostics.Items.Where(item => item.IsError).Select(item => item.Code).Distinct().Order(StringComparer.Ordinal)];
}

[JsonSerializable(typeof(ReadResult))]
internal sealed partial class ReadResultJson : JsonSerializerContext;
