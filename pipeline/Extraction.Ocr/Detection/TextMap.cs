namespace Extraction.Ocr.Detection;

/// <summary>For each pixel how probably it belongs to the middle of a line of text.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Probability">0 to 1, row by row.</param>
internal sealed record TextMap(int Width, int Height, float[] Probability)
{
    /// <summary>The probability at a pixel.</summary>
    public float this[int x, int y] => Probability[(y * Width) + x];

    /// <summary>Mean probability of the pixels whose centres lie in the box; 0 where there are none.</summary>
    public double Mean(TiltedBox box)
    {
        var bounds = box.Upright();
        double sum = 0;
        int count = 0;
        for (int y = Math.Max(0, (int)bounds.Top); y < Math.Min(Height, bounds.Bottom); y++)
        {
            for (int x = Math.Max(0, (int)bounds.Left); x < Math.Min(Width, bounds.Right); x++)
            {
                Position place = box.Inside(new Position(x + 0.5, y + 0.5));
                if (place.X < 0 || place.Y < 0 || place.X > box.Width || place.Y > box.Height) continue;
                sum += this[x, y];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
