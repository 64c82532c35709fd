namespace Extraction.Documents;

/// <summary>A rectangle on a page, in points (1/72 inch), origin at the top left corner, y growing downwards. Readers convert; nobody after them does.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Right minus left, in points.</summary>
    public double Width => Right - Left;

    /// <summary>Bottom minus top, in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Whether the two share some area.</summary>
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
