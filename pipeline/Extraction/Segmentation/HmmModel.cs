using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// jieba's hidden Markov model for characters that form no known word: a character is the begin (B), end (E) or middle (M) of a
/// word, or a word of its own (S). Logarithms of probabilities. Immutable, safe between threads.
/// </summary>
public sealed class HmmModel
{
    internal const int B = 0, E = 1, M = 2, S = 3, States = 4;

    // jieba's stand-in for log 0: finite, so that sums of several stay comparable.
    private const double Impossible = -3.14e100;
    private const string TransitionsFile = "segmentation/hmm-transitions.tsv";
    private const string EmissionsFile = "segmentation/hmm-emissions.tsv";
    private const string EmissionsHeader = "character\tB\tE\tM\tS";

    private static readonly string[] Names = ["B", "E", "M", "S"];

    private readonly double[] emissions;

    private HmmModel(double[] start, double[] transitions, double[] emissions)
    {
        this.emissions = emissions;
        Start = Vector256.Create(start);
        // What may stand before B, E, M and S.
        FromEarlier = Vector256.Create(Transition(E, B), Transition(B, E), Transition(B, M), Transition(E, S));
        FromLater = Vector256.Create(Transition(S, B), Transition(M, E), Transition(M, M), Transition(S, S));

        double Transition(int from, int to) => transitions[(from * States) + to];
    }

    /// <summary>Of each state as the first.</summary>
    internal Vector256<double> Start { get; }

    /// <summary>Of the step to each state from the one with the earlier letter of the two that may stand before it.</summary>
    internal Vector256<double> FromEarlier { get; }

    /// <summary>Of the step from the one with the later letter.</summary>
    internal Vector256<double> FromLater { get; }

    /// <summary>Reads <c>segmentation/hmm-transitions.tsv</c> and <c>segmentation/hmm-emissions.tsv</c>.</summary>
    /// <exception cref="KnowledgeException">A file is missing or a row of it is wrong.</exception>
    public static HmmModel Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(TransitionsFile);
        double[] start = [.. Enumerable.Repeat(Impossible, States)];
        double[] transitions = [.. Enumerable.Repeat(Impossible, States * States)];
        foreach (TsvRow row in table.Rows)
        {
            string from = table.Field(row, "from");
            int state = Array.IndexOf(Names, from);
            if (state < 0 && from != "start") throw table.Error(row, $"'{from}' is neither start nor a state (B, E, M, S)");
            ReadRow(table, row, from == "start" ? start : transitions.AsSpan(state * States, States));
        }

        return new HmmModel(start, transitions, ParseEmissions(knowledge.ReadText(EmissionsFile)));
    }

    /// <summary>Of a Han character in each state.</summary>
    internal Vector256<double> Emissions(char character) => Vector256.Create(emissions.AsSpan((character - JiebaCharacters.FirstHan) * States, States));

    // Runs once, before the runtime would find the time to optimize it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] ParseEmissions(string text)
    {
        var emissions = new double[(JiebaCharacters.LastHan - JiebaCharacters.FirstHan + 1) * States];
        Array.Fill(emissions, Impossible);
        int number = 0;
        bool isHeader = true;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (line.IsEmpty || line[0] == '#') continue;
            if (isHeader ? !line.SequenceEqual(EmissionsHeader) : !ParseEmission(line, emissions))
                throw new KnowledgeException(EmissionsFile, number, isHeader ? $"the header is not {EmissionsHeader}" : "a character and up to four numbers are needed");
            isHeader = false;
        }

        return emissions;
    }

    private static bool ParseEmission(ReadOnlySpan<char> line, double[] emissions)
    {
        if (line.Length < 3 || line[1] != '\t') return false;
        // jieba's table holds a sign that its Han class leaves out and that is never looked up.
        if (!JiebaCharacters.IsHan(line[0])) return true;
        ReadOnlySpan<char> fields = line[2..];
        int state = 0;
        foreach (Range range in fields.Split('\t'))
        {
            if (state == States) return false;
            ref double target = ref emissions[((line[0] - JiebaCharacters.FirstHan) * States) + state++];
            if (fields[range].Length > 0 && !double.TryParse(fields[range], NumberStyles.Float, CultureInfo.InvariantCulture, out target)) return false;
        }

        return true;
    }

    private static void ReadRow(TsvTable table, TsvRow row, Span<double> target)
    {
        for (int state = 0; state < States; state++)
        {
            string field = table.Field(row, Names[state]);
            if (field.Length == 0) continue;
            if (!double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out target[state]))
                throw table.Error(row, $"'{field}' is not a number");
        }
    }
}
