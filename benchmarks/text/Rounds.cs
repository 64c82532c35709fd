using System.Diagnostics;
using System.Globalization;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.TextBenchmark;

/// <summary>
/// Measures one round at a time when it is told to, so that rounds of several programs can take turns: then the load of the machine
/// is the same for all of them.
/// </summary>
internal sealed class Rounds
{
    private readonly string text;
    private readonly double loadSeconds;
    private readonly WordSegmenter segmenter;
    private PartOfSpeechTagger? tagger;

    /// <summary>Loads the dictionary and a UTF-8 file.</summary>
    public Rounds(string file)
    {
        text = File.ReadAllText(file);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        segmenter = WordSegmenter.Load(KnowledgeFolder.Default(), []);
        loadSeconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    /// <summary>For each line — spans, strings, tags, threads, load, memory — one line with a number: seconds, or megabytes of memory.</summary>
    public void Run(TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } way)
        {
            output.WriteLine(Measure(way).ToString(CultureInfo.InvariantCulture));
            output.Flush();
        }
    }

    private double Measure(string way) => way switch
    {
        "load" => loadSeconds,
        "memory" => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,
        "spans" => Processor(() => segmenter.Cut(text).Length),
        "strings" => Processor(() => segmenter.Words(text).Length),
        "tags" => Processor(() => (tagger ??= PartOfSpeechTagger.Load(KnowledgeFolder.Default(), [])).Cut(text).Length),
        "one-thread" => Elapsed(() => segmenter.Cut(text)),
        "two-threads" => Elapsed(() => segmenter.Cut(text), () => segmenter.Cut(text)),
        _ => throw new ArgumentException($"'{way}' is no way of measuring", nameof(way)),
    };

    // Processor time of the whole process: garbage collection and compilation count.
    private static double Processor(Func<int> cut)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        _ = cut();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Elapsed(params Action[] cuts)
    {
        var watch = Stopwatch.StartNew();
        Parallel.Invoke(cuts);
        return watch.Elapsed.TotalSeconds / cuts.Length;
    }
}
