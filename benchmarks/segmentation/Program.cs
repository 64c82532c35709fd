using System.Diagnostics;
using System.Globalization;
using System.Text;
using Extraction.Knowledge;
using Extraction.Segmentation;

// SegmentationBenchmark TEXT FOLDER [LEXICON]: cuts a UTF-8 file in every way, writes the tokens of each to FOLDER/NAME parted by U+0001,
// and prints one `name value` a line; speeds are per second of processor time, and of the clock where they say so. LEXICON: word TAB frequency a line. parity.py and speed.mjs call it.
const int Rounds = 5;
string text = File.ReadAllText(args[0]);
double megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
LexiconWord[] lexicon = args.Length > 2 ? [.. File.ReadAllLines(args[2]).Select(ReadWord)] : [];

var watch = Stopwatch.StartNew();
WordSegmenter segmenter = WordSegmenter.Load(KnowledgeFolder.Default(), lexicon);
Print("load-ms", watch.Elapsed.TotalMilliseconds);
Print("load-memory-MB", Environment.WorkingSet / 1e6);

Measure("hmm-spans", () => segmenter.Cut(text).Length);
Measure("hmm-strings", () => Array.ConvertAll([.. segmenter.Cut(text)], token => token.Span.Of(text)).Length);
int half = text.IndexOf('\n', text.Length / 2) + 1;
Measure("hmm-spans-2-threads", () => Parallel.For(0, 2, i => segmenter.Cut(i == 0 ? text[..half] : text[half..])).IsCompleted ? 1 : 0);
Print("peak-memory-MB", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);

Write("hmm", () => Spans(true, SegmentationMode.Accurate));
Write("dict", () => Spans(false, SegmentationMode.Accurate));
Write("all", () => Spans(true, SegmentationMode.All));
Write("search", () => Spans(true, SegmentationMode.Search));

watch.Restart();
PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(KnowledgeFolder.Default(), lexicon);
Print("tagger-load-ms", watch.Elapsed.TotalMilliseconds);
Write("tags-hmm", () => Tagged(true));
Write("tags-dict", () => Tagged(false));
Measure("tags-hmm-spans", () => tagger.Cut(text).Length);

IEnumerable<string> Spans(bool hmm, SegmentationMode mode) => segmenter.Cut(text, mode, hmm).Select(token => token.Span.Of(text));

IEnumerable<string> Tagged(bool hmm) => tagger.Cut(text, hmm).Select(token => $"{token.Span.Of(text)}/{token.Tag}");

void Write(string name, Func<IEnumerable<string>> cut) => File.WriteAllText(Path.Combine(args[1], name), string.Join('\u0001', cut()));

void Measure(string name, Func<int> cut)
{
    (double processor, double elapsed) = (double.MaxValue, double.MaxValue);
    for (int round = 0; round < Rounds; round++)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        watch.Restart();
        _ = cut();
        elapsed = Math.Min(elapsed, watch.Elapsed.TotalSeconds);
        processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    Print($"{name}-MB/s", megabytes / processor);
    Print($"{name}-elapsed-MB/s", megabytes / elapsed);
}

static LexiconWord ReadWord(string line)
{
    string[] fields = line.Split('\t');
    return new LexiconWord(fields[0], fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : null, fields.Length > 2 ? fields[2] : null);
}

static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.0}"));
