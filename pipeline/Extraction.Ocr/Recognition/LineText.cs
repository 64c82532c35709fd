using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Ocr.Detection;
using Extraction.Reading;

namespace Extraction.Ocr.Recognition;

/// <summary>Puts the characters of a line together, each with its box.</summary>
internal static class LineText
{
    /// <summary>The line, null where it has no visible character.</summary>
    /// <param name="characters">In order.</param>
    /// <param name="step">Width of a time step, in pixels of the picture.</param>
    /// <param name="line">Where the line stands.</param>
    public static RecognizedLine? Of(List<ReadCharacter> characters, double step, TiltedBox line)
    {
        List<ReadCharacter> shown = [.. Trimmed(characters)];
        if (shown.Count == 0) return null;
        double[] edges = Edges(shown, step, line.Width);
        var boxes = ImmutableArray.CreateBuilder<Box>();
        for (int index = 0; index < shown.Count; index++)
        {
            Box box = line.Upright(edges[index], 0, edges[index + 1], line.Height);
            foreach (char _ in shown[index].Text) boxes.Add(box);
        }
        string text = Punctuation.Repair(string.Concat(shown.Select(character => character.Text)));
        return new RecognizedLine(text, shown.Average(character => character.Confidence), line.Upright(), boxes.ToImmutable());
    }

    private static IEnumerable<ReadCharacter> Trimmed(List<ReadCharacter> characters)
    {
        int first = characters.FindIndex(character => character.Text != " "), last = characters.FindLastIndex(character => character.Text != " ");
        return first < 0 ? [] : characters[first..(last + 1)];
    }

    /// <summary>Left edge of each character and right edge of the last, halfway between the characters' middles.</summary>
    private static double[] Edges(List<ReadCharacter> characters, double step, double width)
    {
        double[] edges = new double[characters.Count + 1];
        edges[0] = Math.Max(0, (characters[0].First - 1) * step);
        for (int index = 1; index < characters.Count; index++) edges[index] = (characters[index - 1].Middle + characters[index].Middle) / 2 * step;
        edges[^1] = Math.Min(width, (characters[^1].Last + 2) * step);
        return edges;
    }
}
