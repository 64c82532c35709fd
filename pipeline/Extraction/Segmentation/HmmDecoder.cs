namespace Extraction.Segmentation;

/// <summary>
/// The Viterbi algorithm over <see cref="HmmModel"/>, sum for sum as jieba's <c>finalseg</c>; of two equal ways the state with the
/// later letter wins. Holds scratch space: one for each run, not for several threads.
/// </summary>
internal sealed class HmmDecoder(HmmModel model)
{
    private byte[] predecessors = new byte[256];
    private byte[] states = new byte[64];

    /// <summary>The state of each character; valid until the next call.</summary>
    /// <param name="run">At least one character, all <see cref="JiebaCharacters.IsHan"/>.</param>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<char> run)
    {
        if (states.Length < run.Length)
        {
            states = new byte[run.Length * 2];
            predecessors = new byte[run.Length * 2 * HmmModel.States];
        }

        states[run.Length - 1] = (byte)Forward(run);
        for (int i = run.Length - 1; i > 0; i--) states[i - 1] = predecessors[(i * HmmModel.States) + states[i]];
        return states.AsSpan(0, run.Length);
    }

    // Returns the best last state.
    private int Forward(ReadOnlySpan<char> run)
    {
        Span<double> current = stackalloc double[HmmModel.States];
        Span<double> before = stackalloc double[HmmModel.States];
        for (int state = 0; state < HmmModel.States; state++) current[state] = model.Start(state) + model.Emission(state, run[0]);
        for (int i = 1; i < run.Length; i++)
        {
            current.CopyTo(before);
            Span<byte> from = predecessors.AsSpan(i * HmmModel.States, HmmModel.States);
            // What may stand before a state: the end of a word before a begin or a single, an open word before a middle or an end.
            Advance(before, current, from, HmmModel.B, HmmModel.E, HmmModel.S, run[i]);
            Advance(before, current, from, HmmModel.S, HmmModel.E, HmmModel.S, run[i]);
            Advance(before, current, from, HmmModel.M, HmmModel.B, HmmModel.M, run[i]);
            Advance(before, current, from, HmmModel.E, HmmModel.B, HmmModel.M, run[i]);
        }

        return current[HmmModel.S] >= current[HmmModel.E] ? HmmModel.S : HmmModel.E;
    }

    private void Advance(
        ReadOnlySpan<double> before, Span<double> current, Span<byte> from, int state, int earlier, int later, char character)
    {
        double emission = model.Emission(state, character);
        double fromEarlier = before[earlier] + model.Transition(earlier, state) + emission;
        double fromLater = before[later] + model.Transition(later, state) + emission;
        bool isLater = fromLater >= fromEarlier;
        current[state] = isLater ? fromLater : fromEarlier;
        from[state] = (byte)(isLater ? later : earlier);
    }
}
