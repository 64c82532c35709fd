namespace Extraction.Segmentation;

/// <summary>
/// The Viterbi algorithm over <see cref="TagModel"/>, sum for sum as jieba's <c>posseg.viterbi</c>; of two equal ways the state of
/// higher rank wins. Holds scratch space: one for each run, not for several threads.
/// </summary>
internal sealed class TagDecoder(TagModel model)
{
    // The states that each character can be in, each with the state before it; segments[i] is where those of character i begin.
    private readonly List<(byte State, byte From)> ways = [];
    private readonly List<int> segments = [];
    private readonly double[] emission = new double[model.States];

    // The probability of the best way to each state, not a number where none leads.
    private double[] current = new double[model.States];
    private double[] before = new double[model.States];
    private byte[] states = new byte[64];

    /// <summary>The state of each character; valid until the next call.</summary>
    /// <param name="run">At least one character, all <see cref="JiebaCharacters.IsHan"/>.</param>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<char> run)
    {
        if (states.Length < run.Length) states = new byte[run.Length * 2];
        ways.Clear();
        segments.Clear();
        Begin(run[0]);
        foreach (char character in run[1..]) Advance(character);
        Trace(run.Length);
        return states.AsSpan(0, run.Length);
    }

    private void Begin(char character)
    {
        segments.Add(0);
        Array.Fill(current, double.NaN);
        model.Emit(character, emission);
        foreach (byte state in model.Candidates(character))
        {
            current[state] = model.Start(state) + emission[state];
            ways.Add((state, 0));
        }
    }

    private void Advance(char character)
    {
        (current, before) = (before, current);
        Array.Fill(current, double.NaN);
        model.Emit(character, emission);
        segments.Add(ways.Count);
        foreach (byte state in model.Candidates(character)) Reach(state);
        // No way into any of its states: into all that there is a way to.
        if (ways.Count == segments[^1])
            for (int state = 0; state < model.States; state++) Reach((byte)state);
    }

    private void Reach(byte state)
    {
        double best = double.NegativeInfinity;
        int from = -1;
        foreach ((byte earlier, double log) in model.Before(state))
        {
            double score = before[earlier] + log + emission[state];
            // Where no way leads to the earlier state the score is not a number, and no comparison holds.
            if (!(score >= best)) continue;
            (best, from) = (score, earlier);
        }

        if (from < 0) return;
        current[state] = best;
        ways.Add((state, (byte)from));
    }

    private void Trace(int length)
    {
        int best = -1;
        for (int state = 0; state < model.States; state++)
            if (best < 0 ? !double.IsNaN(current[state]) : current[state] >= current[best]) best = state;
        for (int i = length - 1, end = ways.Count; i >= 0; i--)
        {
            states[i] = (byte)best;
            int way = segments[i];
            while (way < end - 1 && ways[way].State != best) way++;
            (best, end) = (ways[way].From, segments[i]);
        }
    }
}
