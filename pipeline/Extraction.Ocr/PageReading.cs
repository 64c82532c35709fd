using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Ocr.Detection;
using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;
using Extraction.Ocr.Recognition;
using Extraction.Reading;

namespace Extraction.Ocr;

/// <summary>The way of one picture: find its lines, turn them upright, read them, put them in order.</summary>
internal sealed class PageReading(OcrModels models, Picture picture)
{
    private const int MaxLines = 2_000;
    private const int LinesAtOnce = 2;
    private const int Voters = 5;
    private const double VerticalRatio = 1.5;

    /// <summary>The lines in reading order and the rulings, in pixels of the file's picture.</summary>
    public RecognizedPicture Read(CancellationToken cancellation)
    {
        List<TiltedBox> boxes = [.. models.Search.Find(picture).Take(MaxLines).Select(Lying)];
        cancellation.ThrowIfCancellationRequested();
        if (IsUpsideDown(boxes)) boxes = [.. boxes.Select(box => box with { Angle = box.Angle + Math.PI })];
        var lines = new RecognizedLine?[boxes.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = LinesAtOnce, CancellationToken = cancellation };
        Parallel.For(0, boxes.Count, options, index => lines[index] = models.Reader.Read(picture, boxes[index]));
        double tilt = boxes.Count == 0 ? 0 : boxes.Select(box => box.Angle).Order().ElementAt(boxes.Count / 2);
        ImmutableArray<RecognizedLine> ordered = [.. ReadingOrder.Of(Straightened(boxes, lines, tilt)).Select(placed => InFile(placed.Line))];
        double scale = (double)picture.FileWidth / picture.Width;
        IEnumerable<RecognizedRuling> rulings = RulingSearch.Find(picture, tilt).Select(each => each with { At = each.At * scale, From = each.From * scale, To = each.To * scale });
        return new RecognizedPicture(picture.FileWidth, picture.FileHeight, ordered) { Tilt = tilt, Rulings = [.. rulings] };
    }

    /// <summary>A box with its x axis along the writing, for one that is higher than wide.</summary>
    private static TiltedBox Lying(TiltedBox box) => box.Height < VerticalRatio * box.Width
        ? box
        : box with { Width = box.Height, Height = box.Width, Angle = box.Angle - (Math.PI / 2) };

    /// <summary>A page's lines stand one way up; the longest ones are asked and their mean holds.</summary>
    private bool IsUpsideDown(List<TiltedBox> boxes)
    {
        double[] votes = [.. boxes.OrderByDescending(box => box.Width).Take(Voters).Select(box => models.Direction.UpsideDown(picture, box))];
        return votes.Length > 0 && votes.Average() > 0.5;
    }

    private static List<PlacedLine> Straightened(List<TiltedBox> boxes, RecognizedLine?[] lines, double tilt)
    {
        (double sine, double cosine) = Math.SinCos(-tilt);
        List<PlacedLine> placed = [];
        for (int index = 0; index < lines.Length; index++)
        {
            if (lines[index] is not { } line) continue;
            TiltedBox box = boxes[index];
            Position center = new((box.Center.X * cosine) - (box.Center.Y * sine), (box.Center.X * sine) + (box.Center.Y * cosine));
            placed.Add(new PlacedLine((box with { Center = center, Angle = box.Angle - tilt }).Upright(), line));
        }
        return placed;
    }

    private RecognizedLine InFile(RecognizedLine line)
    {
        double right = (double)picture.FileWidth / picture.Width, down = (double)picture.FileHeight / picture.Height;
        return line with { Box = Scaled(line.Box), Characters = [.. line.Characters.Select(Scaled)] };

        Box Scaled(Box box) => new(box.Left * right, box.Top * down, box.Right * right, box.Bottom * down);
    }
}
