using System.Runtime.InteropServices;
using Extraction.Learning.Features;

namespace Extraction.Learning.Networks;

/// <summary>
/// A network with one hidden layer (rectified) for use: weights of the first layer, which are nearly all of it, are rounded to a few steps,
/// with one scale a feature. Immutable and thread-safe.
/// </summary>
internal sealed class StatementNetwork
{
    // Few steps let a zip file take half a byte a weight; over the features of a statement their errors cancel out.
    private const int Steps = 7;

    private readonly int hidden;
    private readonly int labels;
    private readonly sbyte[] first;
    private readonly float[] scales;
    private readonly float[] bias;
    private readonly float[] second;

    private StatementNetwork(sbyte[] first, float[] scales, float[] bias, float[] second)
    {
        (this.first, this.scales, this.bias, this.second) = (first, scales, bias, second);
        hidden = bias.Length;
        labels = second.Length / (hidden + 1);
    }

    /// <summary>Rounds trained weights.</summary>
    /// <param name="first">A row of hidden units for each feature.</param>
    /// <param name="bias">Of the hidden units.</param>
    /// <param name="second">A row of labels for each hidden unit, and one more for their bias.</param>
    internal static StatementNetwork Round(float[] first, float[] bias, float[] second)
    {
        int hidden = bias.Length;
        var rounded = new sbyte[first.Length];
        var scales = new float[first.Length / hidden];
        for (int slot = 0; slot < scales.Length; slot++)
        {
            ReadOnlySpan<float> row = first.AsSpan(slot * hidden, hidden);
            float largest = 0;
            foreach (float weight in row) largest = Math.Max(largest, Math.Abs(weight));
            if (largest == 0) continue;
            scales[slot] = largest / Steps;
            for (int unit = 0; unit < hidden; unit++) rounded[(slot * hidden) + unit] = (sbyte)MathF.Round(row[unit] / scales[slot]);
        }

        return new StatementNetwork(rounded, scales, bias, second);
    }

    /// <summary>A probability for each label; they sum up to 1.</summary>
    internal float[] Score(FeatureVector statement)
    {
        float[] units = [.. bias];
        for (int i = 0; i < statement.Slots.Length; i++)
        {
            ReadOnlySpan<sbyte> row = first.AsSpan(statement.Slots[i] * hidden, hidden);
            float value = statement.Values[i] * scales[statement.Slots[i]];
            for (int unit = 0; unit < hidden; unit++) units[unit] += value * row[unit];
        }

        float[] scores = second[(hidden * labels)..];
        for (int unit = 0; unit < hidden; unit++)
            for (int label = 0; label < labels && units[unit] > 0; label++) scores[label] += units[unit] * second[(unit * labels) + label];
        Softmax.Apply(scores);
        return scores;
    }

    /// <summary>Writes sizes and weights.</summary>
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(scales.Length);
        writer.Write(hidden);
        writer.Write(labels);
        writer.Write(MemoryMarshal.AsBytes(first.AsSpan()));
        foreach (float weight in (float[])[.. scales, .. bias, .. second]) writer.Write(weight);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no network.</exception>
    /// <exception cref="EndOfStreamException">They end too early.</exception>
    internal static StatementNetwork ReadFrom(BinaryReader reader)
    {
        int slots = reader.ReadInt32(), hidden = reader.ReadInt32(), labels = reader.ReadInt32();
        if (slots <= 0 || hidden <= 0 || labels <= 0 || (long)slots * hidden > reader.BaseStream.Length) throw new InvalidDataException("a network's sizes are wrong");
        var first = new sbyte[slots * hidden];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(first.AsSpan()));
        return new StatementNetwork(first, Floats(reader, slots), Floats(reader, hidden), Floats(reader, (hidden + 1) * labels));
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) numbers[i] = reader.ReadSingle();
        return numbers;
    }
}
