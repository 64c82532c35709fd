using System.Collections.Immutable;
using System.Text;

namespace Extraction.Cli.Read;

/// <summary>Text broken into lines for a box, in the largest size that fits.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Size">Height of a letter, in points.</param>
internal sealed record FittedText(ImmutableArray<string> Lines, double Size)
{
    /// <summary>From one line's foot to the next, in sizes.</summary>
    internal const double LineHeight = 1.3;

    private const double Largest = 13;
    private const double Smallest = 3;
    private const double NarrowLetter = 0.56;

    /// <summary>Fits text into a box; what does not fit even in the smallest size ends with an ellipsis.</summary>
    internal static FittedText Into(ImmutableArray<string> text, double width, double height)
    {
        for (double size = Largest; size > Smallest; size *= 0.9)
        {
            ImmutableArray<string> lines = Wrap(text, width / size);
            if (lines.Length * size * LineHeight <= height) return new FittedText(lines, size);
        }

        ImmutableArray<string> smallest = Wrap(text, width / Smallest);
        int most = Math.Max(1, (int)(height / (Smallest * LineHeight)));
        return new FittedText(smallest.Length <= most ? smallest : [.. smallest.Take(most - 1), smallest[most - 1] + "…"], Smallest);
    }

    /// <summary>Breaks text so that no line is wider than <paramref name="width"/> (in letter heights); between Latin words where there are any.</summary>
    internal static ImmutableArray<string> Wrap(IEnumerable<string> text, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (string paragraph in text)
        {
            var line = new StringBuilder();
            double used = 0;
            foreach (Rune rune in paragraph.EnumerateRunes())
            {
                double step = WidthOf(rune);
                if (used + step > width && line.Length > 0)
                {
                    string rest = Break(line, rune);
                    lines.Add(line.ToString().TrimEnd());
                    line.Clear().Append(rest);
                    used = rest.EnumerateRunes().Sum(WidthOf);
                }

                line.Append(rune.ToString());
                used += step;
            }

            lines.Add(line.ToString());
        }

        return lines.ToImmutable();
    }

    // The part of a cut word that goes to the next line.
    private static string Break(StringBuilder line, Rune next)
    {
        if (!IsWord(next)) return "";
        int start = line.Length;
        while (start > 0 && line[start - 1] < 0x2E80 && line[start - 1] != ' ') start--;
        if (start <= line.Length / 2) return "";
        string rest = line.ToString(start, line.Length - start);
        line.Length = start;
        return rest;
    }

    private static bool IsWord(Rune rune) => rune.Value is > ' ' and < 0x2E80;

    // Chinese fonts draw quotation marks, dashes and ellipses as wide as a character
    private static double WidthOf(Rune rune) => rune.Value is >= 0x2014 and <= 0x2026 ? 1 : TextWidth.Of(rune) switch { 2 => 1, 0 => 0, _ => NarrowLetter };
}
