using System.Numerics;

namespace Extraction.Learning.Networks;

/// <summary>
/// Rows of weights that learn by gradients, each weight at a pace of its own (AdaGrad, Duchi, Hazan and Singer 2011). Every number is computed
/// by itself, so that the width of the processor's registers changes nothing.
/// </summary>
internal sealed class AdaptiveWeights
{
    private const float Smallest = 1e-6f;

    private readonly float[] squares;
    private readonly int width;
    private readonly float rate;

    /// <summary>Rows of zeros.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="width">Weights in a row.</param>
    /// <param name="rate">The first step of each weight.</param>
    internal AdaptiveWeights(int rows, int width, float rate)
    {
        (this.width, this.rate) = (width, rate);
        Values = new float[rows * width];
        squares = new float[rows * width];
    }

    /// <summary>All rows, one behind the other.</summary>
    internal float[] Values { get; }

    /// <summary>One row.</summary>
    internal Span<float> Row(int row) => Values.AsSpan(row * width, width);

    /// <summary>Adds a row, multiplied, to a sum.</summary>
    internal void AddTo(Span<float> sum, int row, float factor)
    {
        ReadOnlySpan<float> weights = Row(row);
        int i = 0;
        for (; i <= width - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(sum[i..]) + (new Vector<float>(weights[i..]) * factor)).CopyTo(sum[i..]);
        for (; i < width; i++) sum[i] += weights[i] * factor;
    }

    /// <summary>Moves a row against a gradient, multiplied.</summary>
    internal void Learn(int row, ReadOnlySpan<float> gradient, float factor)
    {
        Span<float> weights = Row(row), past = squares.AsSpan(row * width, width);
        int i = 0;
        for (; i <= width - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> slope = new Vector<float>(gradient[i..]) * factor;
            Vector<float> sum = new Vector<float>(past[i..]) + (slope * slope);
            sum.CopyTo(past[i..]);
            (new Vector<float>(weights[i..]) - (slope * rate / (Vector.SquareRoot(sum) + new Vector<float>(Smallest)))).CopyTo(weights[i..]);
        }

        for (; i < width; i++)
        {
            float slope = gradient[i] * factor;
            past[i] += slope * slope;
            weights[i] -= slope * rate / (MathF.Sqrt(past[i]) + Smallest);
        }
    }
}
