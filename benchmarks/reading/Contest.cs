using System.Diagnostics;
using System.Globalization;

namespace Extraction.Benchmarks.Reading;

/// <summary>Reads a file in one way and says how many characters it has found.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Read">Throws where it cannot read the file.</param>
internal sealed record Contestant(string Name, Func<Input, long> Read);

/// <summary>
/// Lets ways of reading take turns on the same files. A file that any of them cannot read is left out for all, and named. Each round reads
/// every file in every way; of each file the best round counts, since whatever else the machine does only makes rounds slower.
/// </summary>
internal sealed class Contest(string format, string[] endings, IReadOnlyList<Contestant> contestants)
{
    public string Format => format;

    public IReadOnlyList<Contestant> Contestants => contestants;

    /// <summary>Runs the rounds and prints the figures; the first contestant is the one the others are compared with.</summary>
    public void Run(IReadOnlyList<string> folders, int rounds)
    {
        IReadOnlyList<Input> inputs = Inputs.Of(folders, endings);
        Input[] common = Common(inputs);
        if (common.Length == 0) return;
        double megabytes = common.Sum(input => (double)input.Content.Length) / 1e6;
        Console.WriteLine(Text($"{format}: {common.Length} files, {megabytes:0.0} MB ({inputs.Count - common.Length} that not all can read are left out), best of {rounds} rounds"));
        double[][] seconds = [.. contestants.Select(_ => Enumerable.Repeat(double.MaxValue, common.Length).ToArray())];
        long[] characters = new long[contestants.Count];
        for (int round = 0; round < rounds; round++)
        {
            Array.Clear(characters);
            GC.Collect();
            for (int file = 0; file < common.Length; file++)
                for (int i = 0; i < contestants.Count; i++)
                    characters[i] += Read(contestants[i], common[file], ref seconds[i][file]);
        }
        double[] best = [.. seconds.Select(files => files.Sum())];
        for (int i = 0; i < contestants.Count; i++)
        {
            string ratio = i == 0 ? "" : Text($"   ours is {best[i] / best[0]:0.00} times as fast");
            Console.WriteLine(Text($"  {contestants[i].Name,-34}{common.Length / best[i],9:0.0} files/s {megabytes / best[i],8:0.0} MB/s {characters[i],10} characters{ratio}"));
        }
    }

    private Input[] Common(IReadOnlyList<Input> inputs)
    {
        var leftOut = new HashSet<Input>();
        foreach (Contestant contestant in contestants)
        {
            foreach ((Input input, string reason) in Trial.Failures(format, contestant, inputs).OrderBy(failure => failure.Key.Path, StringComparer.Ordinal))
            {
                leftOut.Add(input);
                Console.WriteLine(Text($"{format}: left out {Path.GetFileName(input.Path)}: {contestant.Name}: {reason}"));
            }
        }
        return [.. inputs.Where(input => !leftOut.Contains(input))];
    }

    private static long Read(Contestant contestant, Input file, ref double best)
    {
        var watch = Stopwatch.StartNew();
        long characters = contestant.Read(file);
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
        return characters;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
