namespace Extraction.Ocr.Detection;

/// <summary>A point in pixels, x to the right, y downwards.</summary>
internal readonly record struct Position(double X, double Y)
{
    public static Position operator +(Position left, Position right) => new(left.X + right.X, left.Y + right.Y);

    public static Position operator -(Position left, Position right) => new(left.X - right.X, left.Y - right.Y);

    /// <summary>Positive where <paramref name="other"/> lies clockwise of this one, as seen on a page.</summary>
    public double Cross(Position other) => (X * other.Y) - (Y * other.X);

    public double Dot(Position other) => (X * other.X) + (Y * other.Y);
}
