using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

// SegmentationBenchmark TEXT TOKENS-HMM TOKENS-DICT: cuts a UTF-8 file with and without the model, writes the tokens parted by U+0001,
// and prints one `name value` a line. parity.py calls it.
const int Rounds = 3;
string text = File.ReadAllText(args[0]);
double megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;

long before = GC.GetTotalMemory(forceFullCollection: true);
var watch = Stopwatch.StartNew();
KnowledgeFolder knowledge = KnowledgeFolder.Default();
var segmenter = new JiebaSegmenter(SegmentationDictionary.Load(knowledge, []), HmmModel.Load(knowledge));
Print("load-ms", watch.Elapsed.TotalMilliseconds);
Print("memory-MB", (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);

foreach ((bool hmm, string output) in new[] { (true, args[1]), (false, args[2]) })
{
    double best = double.MaxValue;
    ImmutableArray<Token> tokens = [];
    for (int round = 0; round < Rounds; round++)
    {
        watch.Restart();
        tokens = segmenter.Cut(text, hmm);
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
    }

    Print(hmm ? "hmm-MB/s" : "dict-MB/s", megabytes / best);
    File.WriteAllText(output, string.Join('\u0001', tokens.Select(token => token.Span.Of(text))));
}

GC.KeepAlive(segmenter);

static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.0}"));
