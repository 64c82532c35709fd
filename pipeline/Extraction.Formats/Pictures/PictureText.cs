using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>Makes elements of a page out of what a picture shows.</summary>
internal static class PictureText
{
    /// <summary>Of the benchmark's lines below this mean confidence two thirds of the characters and more are wrong, above it a fifth at most (docs/ocr.md).</summary>
    public const double MinConfidence = 0.7;

    // characters of a run, so that a quote's box is not a whole line's
    private const int RunLength = 8;

    // lines of one block stand closely under one another and are of about one height
    private const double MaxGapInHeights = 0.8;
    private const double MaxHeightRatio = 1.4;

    /// <summary>The ruled tables, then the text boxes.</summary>
    /// <param name="picture">What was recognized.</param>
    /// <param name="lines">Those of its lines that are wanted, in reading order.</param>
    /// <param name="place">Of the picture.</param>
    /// <param name="map">Takes a box in pixels to one on the page; null where the page has no geometry, and then no tables.</param>
    public static List<SourceElement> Of(RecognizedPicture picture, IEnumerable<RecognizedLine> lines, Locator place, Func<Box, Box>? map)
    {
        List<RecognizedLine> left = [.. lines];
        List<SourceTable> tables = map is null ? [] : new PictureTables(picture, place, map).Take(left);
        return [.. tables, .. Of(left, place, map)];
    }

    /// <summary>A text box for each block of lines; lines that are likely wrong become furniture.</summary>
    /// <param name="lines">In reading order.</param>
    /// <param name="place">Of the picture.</param>
    /// <param name="map">Takes a box in pixels to one on the page; null where the page has no geometry.</param>
    private static IEnumerable<SourceTextBox> Of(List<RecognizedLine> lines, Locator place, Func<Box, Box>? map)
    {
        place = place with { IsRecognized = true };
        var block = new List<RecognizedLine>();
        foreach (RecognizedLine line in lines)
        {
            if (block.Count > 0 && !IsUnder(block[^1], line))
            {
                yield return ToBox(block, place, map);
                block = [];
            }
            block.Add(line);
        }
        if (block.Count > 0) yield return ToBox(block, place, map);
    }

    /// <summary>Whether a line is more likely right than wrong.</summary>
    public static bool IsTrusted(RecognizedLine line) => line.Confidence >= MinConfidence;

    private static bool IsUnder(RecognizedLine above, RecognizedLine line)
    {
        if (IsTrusted(above) != IsTrusted(line)) return false;
        (double small, double large) = (Math.Min(above.Box.Height, line.Box.Height), Math.Max(above.Box.Height, line.Box.Height));
        double gap = line.Box.Top - above.Box.Bottom;
        bool isBelow = line.Box.Left < above.Box.Right && above.Box.Left < line.Box.Right && line.Box.Bottom > above.Box.Bottom;
        return isBelow && large <= MaxHeightRatio * small && gap <= MaxGapInHeights * small;
    }

    private static SourceTextBox ToBox(List<RecognizedLine> lines, Locator place, Func<Box, Box>? map)
    {
        SourceLayer layer = IsTrusted(lines[0]) ? SourceLayer.Content : SourceLayer.Furniture;
        Box whole = lines.Select(line => line.Box).Aggregate((left, right) => left.Union(right));
        return new SourceTextBox(At(place, whole, map), layer, false, [.. lines.Select(line => ToParagraph(line, place, map))]);
    }

    /// <summary>A line as a paragraph, in runs of a few characters.</summary>
    public static SourceParagraph ToParagraph(RecognizedLine line, Locator place, Func<Box, Box>? map)
    {
        var runs = ImmutableArray.CreateBuilder<SourceRun>();
        for (int start = 0; start < line.Text.Length;)
        {
            int end = Math.Min(line.Text.Length, start + RunLength);
            if (end < line.Text.Length && char.IsLowSurrogate(line.Text[end])) end++;
            Box box = line.Characters[start..end].Aggregate((left, right) => left.Union(right));
            runs.Add(new SourceRun(line.Text[start..end] + (end == line.Text.Length ? "\n" : ""), At(place, box, map)) { Confidence = Math.Round(line.Confidence, 3) });
            start = end;
        }
        return new SourceParagraph(runs.ToImmutable()) { FontSize = map is null ? null : FontSize(map(line.Box)) };
    }

    /// <summary>The box of a line is by a quarter higher than its letters.</summary>
    private static double FontSize(Box box) => Math.Round(Math.Min(box.Width, box.Height) / 1.25, 1);

    private static Locator At(Locator place, Box box, Func<Box, Box>? map) => map is null ? place : place with { Box = Rounded(map(box)) };

    /// <summary>To hundredths of a point.</summary>
    public static Box Rounded(Box box) => new(Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Right, 2), Math.Round(box.Bottom, 2));
}
