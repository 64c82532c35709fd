using Extraction.Ocr.Pictures;
using Extraction.Reading;

namespace Extraction.Ocr.Detection;

/// <summary>Finds the ruling lines of tables: long runs of dark pixels along the page's axes, on light ground.</summary>
internal sealed class RulingSearch
{
    // a page's height, in which a hair line is still a pixel wide
    private const int Side = 1600;

    // a stroke of a title's character is shorter: 60 pixels are 32 points of an A4 page
    private const int MinLength = 60;

    // specks of noise and a scan's slight bend interrupt a run
    private const int MaxGap = 3;

    // a line is thin: what is dark so far to both sides is a filled area, a picture or the scanner's lid
    private const int MaxThickness = 8;
    private const byte Dark = 160;

    // more are a drawing or a photograph
    private const int MaxPieces = 20_000;

    private readonly bool[] isDark;
    private readonly int width;
    private readonly int height;

    private RulingSearch(byte[] pixels, int width, int height)
    {
        (this.width, this.height) = (width, height);
        isDark = new bool[width * height];
        // of the three colours green is nearest to brightness
        for (int at = 0; at < isDark.Length; at++) isDark[at] = pixels[(at * 4) + 1] < Dark;
    }

    /// <summary>Pieces of rulings, in pixels of the picture turned back about its corner by the tilt; none where there are more than any table has.</summary>
    public static List<RecognizedRuling> Find(Picture picture, double tilt)
    {
        // a page that lies on its side would need a cut of other sides
        if (Math.Abs(tilt) > Math.PI / 8) return [];
        double scale = Math.Min(1, (double)Side / Math.Max(picture.Width, picture.Height));
        (int width, int height) = ((int)(picture.Width * scale), (int)(picture.Height * scale));
        if (Math.Min(width, height) < MinLength) return [];
        var part = new TiltedBox(new Position(picture.Width / 2.0, picture.Height / 2.0), picture.Width, picture.Height, tilt);
        var search = new RulingSearch(picture.Cut(part, width, height), width, height);
        List<RecognizedRuling> pieces = [.. search.Runs(true).Concat(search.Runs(false)).Take(MaxPieces + 1)];
        if (pieces.Count > MaxPieces) return [];
        Position corner = Turned(part.At(0, 0), -tilt);
        return [.. pieces.Select(piece => Placed(piece, 1 / scale, corner))];
    }

    private static Position Turned(Position point, double angle)
    {
        (double sine, double cosine) = Math.SinCos(angle);
        return new Position((point.X * cosine) - (point.Y * sine), (point.X * sine) + (point.Y * cosine));
    }

    private static RecognizedRuling Placed(RecognizedRuling piece, double scale, Position corner)
    {
        (double across, double along) = piece.IsHorizontal ? (corner.Y, corner.X) : (corner.X, corner.Y);
        return piece with { At = (piece.At * scale) + across, From = (piece.From * scale) + along, To = (piece.To * scale) + along };
    }

    private IEnumerable<RecognizedRuling> Runs(bool isHorizontal)
    {
        (int rows, int length) = isHorizontal ? (height, width) : (width, height);
        for (int row = 0; row < rows; row++)
        {
            int start = -1, last = -1;
            for (int at = 0; at <= length; at++)
            {
                if (at < length && IsDark(isHorizontal, row, at))
                {
                    if (start < 0) start = at;
                    last = at;
                }
                else if (start >= 0 && (at == length || at - last > MaxGap))
                {
                    if (last - start >= MinLength && IsThin(isHorizontal, row, start, last)) yield return new RecognizedRuling(isHorizontal, row + 0.5, start, last + 1);
                    start = -1;
                }
            }
        }
    }

    private bool IsDark(bool isHorizontal, int row, int at) => isDark[isHorizontal ? (row * width) + at : (at * width) + row];

    private bool IsThin(bool isHorizontal, int row, int start, int last)
    {
        int rows = isHorizontal ? height : width, filled = 0;
        for (int at = start; at <= last; at++)
        {
            bool before = row >= MaxThickness && IsDark(isHorizontal, row - MaxThickness, at);
            bool after = row + MaxThickness < rows && IsDark(isHorizontal, row + MaxThickness, at);
            if (before || after) filled++;
        }
        return 2 * filled < last - start;
    }
}
