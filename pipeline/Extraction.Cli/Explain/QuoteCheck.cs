using System.Text.Json;
using Extraction.Cli.Run;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation;

namespace Extraction.Cli.Explain;

/// <summary>Reads a record's sources again and compares each quote with the raw text at its span, character by character.</summary>
internal static class QuoteCheck
{
    /// <returns>Whether every quote could be checked and agrees.</returns>
    internal static bool Run(TextWriter writer, JsonElement record, IReadOnlyList<string> inputs, string? knowledge)
    {
        using LoadedPipeline loaded = PipelineFactory.Load(knowledge, isolation: new IsolationLimits { Workers = 1 });
        ExtractionPipeline pipeline = loaded.Pipeline;
        Dictionary<string, InputFile> byId = InputFinder.Find(inputs).Files
            .GroupBy(file => SourceFile.FromBytes(file.Source, File.ReadAllBytes(file.Path)).DocumentId)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        int agree = 0, all = 0;
        writer.WriteLine();
        foreach (JsonElement evidence in record.GetProperty("evidence").EnumerateArray())
        {
            all++;
            string document = evidence.GetProperty("document").GetString()!;
            if (!byId.TryGetValue(document, out InputFile? file)) writer.WriteLine($"not checked    {evidence.GetProperty("source").GetString()} is not among the inputs");
            else if (Agrees(evidence, RawTextOf(pipeline, file, texts))) agree++;
            else writer.WriteLine($"DIFFERS        {file.Source} {evidence.GetProperty("span").GetRawText()}");
        }

        writer.WriteLine($"checked        {agree} of {all} quotes stand in their sources, character by character");
        return agree == all;
    }

    private static string RawTextOf(ExtractionPipeline pipeline, InputFile file, Dictionary<string, string> texts)
    {
        if (texts.TryGetValue(file.Path, out string? known)) return known;
        SourceFile source = SourceFile.FromBytes(file.Source, File.ReadAllBytes(file.Path));
        return texts[file.Path] = pipeline.ReadText(source, new DiagnosticBag(), CancellationToken.None).Raw.Text;
    }

    private static bool Agrees(JsonElement evidence, string raw)
    {
        JsonElement span = evidence.GetProperty("span");
        int start = span[0].GetInt32(), end = span[1].GetInt32();
        return end <= raw.Length && raw.AsSpan(start, end - start).SequenceEqual(evidence.GetProperty("quote").GetString());
    }
}
