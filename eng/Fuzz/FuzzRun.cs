using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Fuzz.Targets;
using Extraction.Isolation;

namespace Extraction.Fuzz;

/// <summary>Takes files and what damage makes of them through the readers; those of the target <c>files</c> through the whole pipeline, as <c>extraction run</c> does.</summary>
internal sealed class FuzzRun(FuzzOptions options, ExtractionPipeline pipeline, IsolationLimits limits, ImmutableArray<Seed> seeds)
{
    private const double Slow = 2.5; // seconds

    private readonly Promises promises = new(pipeline);

    // reading ends at twice its time; what comes behind it has no limit of its own and must be over soon
    private TimeSpan Most => (2 * limits.Time) + limits.StartTimeout;

    /// <summary>All cases of one target, in order.</summary>
    internal ImmutableArray<Trial> Run(string target)
    {
        int count = options.Counts[target];
        if (target == FuzzTarget.Files) return All(seeds.Length + count, index => Extract(index));
        if (target == FuzzTarget.Wire) return All(count, number => Internals.Decode(seeds[number % seeds.Length], Numbers(target, number), number));
        if (target == FuzzTarget.Sniffer) return All(count, number => Internals.Sniff(seeds[number % seeds.Length], Numbers(target, number), number));
        FuzzTarget reader = FuzzTarget.Readers.Single(each => each.Name == target);
        ImmutableArray<Seed> own = [.. seeds.Concat(Seeds.All).Where(seed => reader.Takes(seed.Name))];
        return own.IsEmpty ? [] : All(count, number => Read(reader, own[number % own.Length], number));
    }

    private ImmutableArray<Trial> All(int count, Func<int, Trial> attempt)
    {
        var trials = new Trial[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, index => trials[index] = attempt(index));
        return [.. trials];
    }

    // each target and each number draws its own, whatever else runs
    private Random Numbers(string target, int number) =>
        new(unchecked((options.Seed * 1_000_003) + number + target.Aggregate(0, (sum, letter) => (sum * 31) + letter)));

    private Trial Extract(int index)
    {
        int number = index - seeds.Length;
        Seed seed = seeds[index % seeds.Length];
        string name = number < 0 ? seed.Name : $"{seed.Name}#{number}";
        byte[] bytes = number < 0 ? seed.Bytes : Mutation.Of(seed.Bytes, Numbers(FuzzTarget.Files, number));
        return Kept(bytes, Trial.Of(name, Most, () =>
        {
            DocumentRecord document = pipeline.Extract(SourceFile.FromBytes(seed.Name, bytes), CancellationToken.None).Document;
            return (document.Outcome, [.. document.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Code).Distinct()], null);
        }));
    }

    private Trial Read(FuzzTarget target, Seed seed, int number)
    {
        Mutant mutant = target.Damage(seed.Bytes, Numbers(target.Name, number));
        string name = $"{target.Name}/{seed.Name}#{number} ({mutant.Damage})";
        return Kept(mutant.Bytes, Trial.Of(name, Most, () => Read(seed, mutant)));
    }

    private (Outcome Outcome, ImmutableArray<string> Codes, string? Escape) Read(Seed seed, Mutant mutant)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            string text = pipeline.ReadText(SourceFile.FromBytes(seed.Name, mutant.Bytes), diagnostics, CancellationToken.None).Raw.Text;
            ImmutableArray<string> codes = [.. diagnostics.Items.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Code).Distinct()];
            return codes.IsEmpty ? (Outcome.Complete, codes, promises.Broken(seed, mutant, text)) : (Outcome.Partial, codes, null);
        }
        catch (UnreadableDocumentException failure)
        {
            return (Outcome.Failed, [failure.Code], null);
        }
    }

    private Trial Kept(byte[] bytes, Trial trial)
    {
        if (options.Keep is { } folder && (trial.IsEscape || trial.CostWorker || trial.Seconds > Slow))
            File.WriteAllBytes(Path.Combine(folder, trial.Name.Split(" (")[0].Replace('/', '_')), bytes);
        return trial;
    }
}
