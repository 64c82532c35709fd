using Extraction.Documents;

namespace Extraction.Ocr.Detection;

/// <summary>A rectangle that need not stand upright, in pixels.</summary>
/// <param name="Center">Where its diagonals meet.</param>
/// <param name="Width">Along its own x axis.</param>
/// <param name="Height">Along its own y axis.</param>
/// <param name="Angle">By which its own x axis is turned clockwise, in radians.</param>
internal readonly record struct TiltedBox(Position Center, double Width, double Height, double Angle)
{
    /// <summary>The smallest rectangle around a convex polygon: one of its sides lies on a side of the polygon (rotating calipers).</summary>
    /// <param name="hull">The corners in order of turn, one or more.</param>
    public static TiltedBox Around(IReadOnlyList<Position> hull)
    {
        TiltedBox best = Along(hull, 0);
        for (int index = 0; index < hull.Count; index++)
        {
            Position side = hull[(index + 1) % hull.Count] - hull[index];
            if (side == default) continue;
            TiltedBox box = Along(hull, Math.Atan2(side.Y, side.X));
            if (box.Width * box.Height < best.Width * best.Height) best = box;
        }
        return best;
    }

    /// <summary>Grown on every side.</summary>
    public TiltedBox Grown(double distance) => this with { Width = Width + (2 * distance), Height = Height + (2 * distance) };

    /// <summary>In a picture of another scale.</summary>
    public TiltedBox Scaled(double factor) => new(new Position(Center.X * factor, Center.Y * factor), Width * factor, Height * factor, Angle);

    /// <summary>The point at a place of its own axes, both counted from its top left corner.</summary>
    public Position At(double x, double y)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        (double right, double down) = (x - (Width / 2), y - (Height / 2));
        return new Position(Center.X + (right * cosine) - (down * sine), Center.Y + (right * sine) + (down * cosine));
    }

    /// <summary>The place of a point on its own axes, the other way round.</summary>
    public Position Inside(Position point)
    {
        (double sine, double cosine) = Math.SinCos(Angle);
        Position from = point - Center;
        return new Position((from.X * cosine) + (from.Y * sine) + (Width / 2), (from.Y * cosine) - (from.X * sine) + (Height / 2));
    }

    /// <summary>The upright box around a part of it, the part in its own axes.</summary>
    public Box Upright(double left, double top, double right, double bottom)
    {
        ReadOnlySpan<Position> corners = [At(left, top), At(right, top), At(right, bottom), At(left, bottom)];
        Box box = new(corners[0].X, corners[0].Y, corners[0].X, corners[0].Y);
        foreach (Position corner in corners) box = box.Union(new Box(corner.X, corner.Y, corner.X, corner.Y));
        return box;
    }

    /// <summary>The upright box around it.</summary>
    public Box Upright() => Upright(0, 0, Width, Height);

    private static TiltedBox Along(IReadOnlyList<Position> hull, double direction)
    {
        double angle = direction - (Math.Round(direction / (Math.PI / 2)) * (Math.PI / 2));
        (double sine, double cosine) = Math.SinCos(angle);
        Position x = new(cosine, sine), y = new(-sine, cosine);
        (double left, double right) = (hull.Min(x.Dot), hull.Max(x.Dot));
        (double top, double bottom) = (hull.Min(y.Dot), hull.Max(y.Dot));
        (double across, double down) = ((left + right) / 2, (top + bottom) / 2);
        return new TiltedBox(new Position((across * cosine) - (down * sine), (across * sine) + (down * cosine)), right - left, bottom - top, angle);
    }
}
