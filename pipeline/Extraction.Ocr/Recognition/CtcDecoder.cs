using System.Numerics.Tensors;

namespace Extraction.Ocr.Recognition;

/// <summary>A recognized character.</summary>
/// <param name="Text">One or two UTF-16 units.</param>
/// <param name="Confidence">The model's probability, 0 to 1.</param>
/// <param name="First">First time step that shows it.</param>
/// <param name="Last">Last time step that shows it.</param>
internal readonly record struct ReadCharacter(string Text, double Confidence, int First, int Last)
{
    /// <summary>Its middle as a time step; the middle of step 0 is 0.5.</summary>
    public double Middle => (First + Last + 1) / 2.0;
}

/// <summary>Reads the line model's output: for each narrow slice of a line (a time step) a probability for each character.</summary>
internal static class CtcDecoder
{
    /// <summary>The most probable character of each step, steps that repeat a character joined, blanks dropped.</summary>
    /// <param name="probabilities">Step after step, <paramref name="table"/>.Count numbers each.</param>
    /// <param name="table">What the numbers stand for.</param>
    public static List<ReadCharacter> Decode(ReadOnlySpan<float> probabilities, CharacterTable table)
    {
        List<ReadCharacter> characters = [];
        int before = CharacterTable.Blank;
        for (int step = 0; step < probabilities.Length / table.Count; step++)
        {
            ReadOnlySpan<float> outputs = probabilities.Slice(step * table.Count, table.Count);
            int best = TensorPrimitives.IndexOfMax(outputs);
            if (best != CharacterTable.Blank)
            {
                if (best == before) characters[^1] = characters[^1] with { Last = step, Confidence = Math.Max(characters[^1].Confidence, outputs[best]) };
                else characters.Add(new ReadCharacter(table[best], outputs[best], step, step));
            }
            before = best;
        }
        return characters;
    }
}
