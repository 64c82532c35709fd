using System.Buffers;
using System.Runtime.Intrinsics;

namespace Extraction.Segmentation;

/// <summary>
/// The Viterbi algorithm over <see cref="HmmModel"/>, sum for sum as jieba's <c>finalseg</c>; of two equal ways the state with the
/// later letter wins. The four states are scored at once. Holds pooled scratch space: one for each run, not for several threads.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class HmmDecoder(HmmModel model) : IDisposable
{
    // For each character a bit a state: whether the later of the two states that may stand before it is the better one.
    private byte[] isLater = ArrayPool<byte>.Shared.Rent(64);
    private byte[] states = ArrayPool<byte>.Shared.Rent(64);

    // What may stand before B, E, M and S: the end of a word before a begin or a single, an open word before a middle or an end.
    private static ReadOnlySpan<byte> Earlier => [HmmModel.E, HmmModel.B, HmmModel.B, HmmModel.E];

    private static ReadOnlySpan<byte> Later => [HmmModel.S, HmmModel.M, HmmModel.M, HmmModel.S];

    /// <summary>The state of each character; valid until the next call.</summary>
    /// <param name="run">At least one character, all <see cref="JiebaCharacters.IsHan"/>.</param>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<char> run)
    {
        if (states.Length < run.Length || isLater.Length < run.Length)
        {
            Dispose();
            isLater = ArrayPool<byte>.Shared.Rent(run.Length * 2);
            states = ArrayPool<byte>.Shared.Rent(run.Length * 2);
        }

        int state = Forward(run);
        states[run.Length - 1] = (byte)state;
        for (int i = run.Length - 1; i > 0; i--)
        {
            state = (isLater[i] >> state & 1) == 0 ? Earlier[state] : Later[state];
            states[i - 1] = (byte)state;
        }

        return states.AsSpan(0, run.Length);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(isLater);
        ArrayPool<byte>.Shared.Return(states);
    }

    // Returns the best last state.
    private int Forward(ReadOnlySpan<char> run)
    {
        Vector256<double> scores = model.Start + model.Emissions(run[0]);
        for (int i = 1; i < run.Length; i++)
        {
            Vector256<double> emissions = model.Emissions(run[i]);
            Vector256<double> earlier = Vector256.Shuffle(scores, Vector256.Create(HmmModel.E, HmmModel.B, HmmModel.B, HmmModel.E)) + model.FromEarlier + emissions;
            Vector256<double> later = Vector256.Shuffle(scores, Vector256.Create(HmmModel.S, HmmModel.M, HmmModel.M, HmmModel.S)) + model.FromLater + emissions;
            Vector256<double> isBetter = Vector256.GreaterThanOrEqual(later, earlier);
            isLater[i] = (byte)isBetter.ExtractMostSignificantBits();
            scores = Vector256.ConditionalSelect(isBetter, later, earlier);
        }

        return scores[HmmModel.S] >= scores[HmmModel.E] ? HmmModel.S : HmmModel.E;
    }
}
