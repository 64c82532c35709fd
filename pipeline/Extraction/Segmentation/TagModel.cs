using System.Collections.Immutable;
using System.Globalization;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// jieba's hidden Markov model of words and their parts of speech: a state is a place in a word (B begin, M middle, E end, S single)
/// with a tag, and has the number of its rank among all of them. Logarithms of probabilities. Immutable, safe between threads.
/// </summary>
internal sealed class TagModel
{
    /// <summary>jieba's stand-in for log 0.</summary>
    public const double Impossible = -3.14e100;

    private const string EmissionsFile = "segmentation/tag-emissions.tsv", CandidatesFile = "segmentation/tag-candidates.tsv";

    private readonly TagStates states;
    private readonly byte[] every;
    private readonly Emissions?[] emissions = new Emissions?[JiebaCharacters.LastHan - JiebaCharacters.FirstHan + 1];
    private readonly byte[]?[] candidates = new byte[]?[JiebaCharacters.LastHan - JiebaCharacters.FirstHan + 1];

    private TagModel(TagStates states) => (this.states, every) = (states, [.. Enumerable.Range(0, states.Count).Select(state => (byte)state)]);

    /// <summary>How many states there are, at most 256.</summary>
    public int States => states.Count;

    /// <summary>Reads <c>segmentation/tag-states.tsv</c>, <c>tag-emissions.tsv</c> and <c>tag-candidates.tsv</c>.</summary>
    /// <exception cref="KnowledgeException">A file is missing or a row of it is wrong.</exception>
    public static TagModel Load(KnowledgeFolder knowledge)
    {
        var model = new TagModel(TagStates.Load(knowledge));
        model.ReadEmissions(knowledge.ReadTsv(EmissionsFile));
        model.ReadCandidates(knowledge.ReadTsv(CandidatesFile));
        return model;
    }

    public char Place(int state) => states.Place(state);

    public string Tag(int state) => states.Tag(state);

    public double Start(int state) => states.Start(state);

    /// <summary>The states that a state may follow, ascending, each with the logarithm of that step.</summary>
    public ReadOnlySpan<(byte From, double Log)> Before(int state) => states.Before(state);

    /// <summary>The states in which a Han character is looked for first.</summary>
    public ReadOnlySpan<byte> Candidates(char character) =>
        candidates[character - JiebaCharacters.FirstHan] is { } listed ? listed
        : emissions[character - JiebaCharacters.FirstHan] is { } emission ? emission.States.AsSpan()
        : every;

    /// <summary>Writes the probability of a Han character in each state.</summary>
    public void Emit(char character, Span<double> logs)
    {
        logs.Fill(Impossible);
        if (emissions[character - JiebaCharacters.FirstHan] is not { } emission) return;
        for (int i = 0; i < emission.States.Length; i++) logs[emission.States[i]] = emission.Logs[i];
    }

    private void ReadEmissions(TsvTable table)
    {
        var builders = new (ImmutableArray<byte>.Builder States, ImmutableArray<double>.Builder Logs)[emissions.Length];
        foreach (TsvRow row in table.Rows)
        {
            byte state = states.Find(table, row, table.Field(row, "place"), table.Field(row, "tag"));
            if (!double.TryParse(table.Field(row, "log"), NumberStyles.Float, CultureInfo.InvariantCulture, out double log)) throw table.Error(row, "'log' is not a number");
            foreach (char character in Han(table, row))
            {
                ref var builder = ref builders[character - JiebaCharacters.FirstHan];
                builder.States ??= ImmutableArray.CreateBuilder<byte>();
                builder.Logs ??= ImmutableArray.CreateBuilder<double>();
                builder.States.Add(state);
                builder.Logs.Add(log);
            }
        }

        for (int i = 0; i < builders.Length; i++)
            if (builders[i].States is { } found) emissions[i] = new Emissions(found.ToImmutable(), builders[i].Logs.ToImmutable());
    }

    private void ReadCandidates(TsvTable table)
    {
        foreach (TsvRow row in table.Rows)
        {
            string field = table.Field(row, "states");
            byte[] listed = field.Length == 0 ? every : [.. field.Split(' ').Select(name => states.Find(table, row, name))];
            foreach (char character in Han(table, row)) candidates[character - JiebaCharacters.FirstHan] = listed;
        }
    }

    private static string Han(TsvTable table, TsvRow row)
    {
        string characters = table.Field(row, "characters");
        foreach (char character in characters)
            if (!JiebaCharacters.IsHan(character)) throw table.Error(row, $"'{character}' is no Han character of jieba's");
        return characters;
    }

    private sealed record Emissions(ImmutableArray<byte> States, ImmutableArray<double> Logs);
}
