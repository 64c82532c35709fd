using System.Globalization;
using System.Text;
using Extraction.Knowledge;
using Extraction.Normalization;
using Extraction.Recognition.Names;

// NormalizationBenchmark TEXT...: repairs each UTF-8 file line by line, on one thread, and prints one row a file. Time is processor
// time, so that other work on the machine counts little.
const double LeastSeconds = 3;
KnowledgeFolder knowledge = KnowledgeFolder.Default();
TextNormalizer normalizer = TextNormalizer.Load(knowledge, NameRecognizer.Load(knowledge).LexiconWords);
Print("file", "MB", "edits", "MB/s", "MB allocated per MB");
foreach (string file in args)
{
    string[] lines = File.ReadAllLines(file);
    double megabytes = lines.Sum(Encoding.UTF8.GetByteCount) / 1e6;
    Measure(lines, 1);
    (double seconds, int rounds, long edits, long bytes) = Measure(lines, LeastSeconds);
    Print(
        Path.GetFileName(file), Number(megabytes), (edits / rounds).ToString(CultureInfo.InvariantCulture),
        Number(megabytes * rounds / seconds), Number(bytes / 1e6 / rounds / megabytes));
}

(double Seconds, int Rounds, long Edits, long Bytes) Measure(string[] lines, double least)
{
    TimeSpan start = Environment.CpuUsage.TotalTime;
    long allocated = GC.GetAllocatedBytesForCurrentThread(), edits = 0;
    for (int rounds = 1; ; rounds++)
    {
        foreach (string line in lines) edits += normalizer.NormalizeString(line).Map.Edits.Length;
        double seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        if (seconds > least) return (seconds, rounds, edits, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}

static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

static void Print(params string[] cells) => Console.WriteLine(string.Join('\t', cells));
