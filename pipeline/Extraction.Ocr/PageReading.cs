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
    private static readonly int SearchSide = int.Parse(Environment.GetEnvironmentVariable("SIDE") ?? "1280");
    private const int MaxLines = 2_000;
    private const int Voters = 7;
    private const double VerticalRatio = 1.5;

    public ImmutableArray<RecognizedLine> Read(CancellationToken cancellation)
    {
        List<TiltedBox> boxes = [.. Boxes().Take(MaxLines)];
        cancellation.ThrowIfCancellationRequested();
        bool isUpsideDown = IsUpsideDown(boxes);
        var lines = new RecognizedLine?[boxes.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        Parallel.For(0, boxes.Count, options, index => lines[index] = models.Reader.Read(picture, isUpsideDown ? Turned(boxes[index], Math.PI) : boxes[index]));
        return [.. ReadingOrder.Of([.. lines.OfType<RecognizedLine>()]).Select(InFile)];
    }

    private IEnumerable<TiltedBox> Boxes()
    {
        double scale = Math.Min(1, (double)SearchSide / Math.Max(picture.Width, picture.Height));
        var whole = new TiltedBox(new Position(picture.Width / 2.0, picture.Height / 2.0), picture.Width, picture.Height, 0);
        return models.Detector.Find(picture, whole, scale)
            .Select(box => box.Height >= VerticalRatio * box.Width ? Turned(box with { Width = box.Height, Height = box.Width }, -Math.PI / 2) : box);
    }

    /// <summary>A page's lines stand one way up; the longest ones are asked and the majority holds.</summary>
    private bool IsUpsideDown(List<TiltedBox> boxes)
    {
        double[] votes = [.. boxes.OrderByDescending(box => box.Width).Take(Voters).Select(box => models.Direction.UpsideDown(picture, box))];
        return votes.Length > 0 && votes.Average() > 0.5;
    }

    private static TiltedBox Turned(TiltedBox box, double angle) => box with { Angle = box.Angle + angle };

    private RecognizedLine InFile(RecognizedLine line)
    {
        double right = (double)picture.FileWidth / picture.Width, down = (double)picture.FileHeight / picture.Height;
        return line with { Box = Scaled(line.Box), Characters = [.. line.Characters.Select(Scaled)] };

        Box Scaled(Box box) => new(box.Left * right, box.Top * down, box.Right * right, box.Bottom * down);
    }
}
