using CsCheck;
using Extraction.Ocr.Detection;

namespace Extraction.Ocr.Tests.Detection;

public sealed class GeometryTests
{
    [Fact]
    public void The_hull_of_a_square_with_inner_points_is_its_corners()
    {
        List<Position> hull = ConvexHull.Of([new(0, 0), new(4, 0), new(4, 4), new(0, 4), new(2, 2), new(2, 0), new(1, 3)]);

        Assert.Equal([new(0, 0), new(4, 0), new(4, 4), new(0, 4)], hull);
    }

    [Fact]
    public void The_hull_of_points_on_a_line_is_its_ends()
    {
        Assert.Equal([new(0, 0), new(3, 3)], ConvexHull.Of([new(1, 1), new(0, 0), new(3, 3), new(2, 2)]));
        Assert.Equal([new(5, 5)], ConvexHull.Of([new(5, 5), new(5, 5)]));
    }

    [Fact]
    public void No_point_lies_outside_its_hull() => Gen.Select(Gen.Int[-50, 50], Gen.Int[-50, 50]).List[3, 60].Sample(pairs =>
    {
        List<Position> points = [.. pairs.Select(pair => new Position(pair.Item1, pair.Item2))];
        List<Position> hull = ConvexHull.Of(points);
        for (int index = 0; index < hull.Count; index++)
        {
            Position side = hull[(index + 1) % hull.Count] - hull[index];
            Assert.All(points, point => Assert.True(side.Cross(point - hull[index]) >= 0));
        }
    });

    [Fact]
    public void The_smallest_box_around_a_turned_rectangle_is_that_rectangle() =>
        Gen.Select(Gen.Double[5, 200], Gen.Double[5, 200], Gen.Double[-0.7, 0.7]).Sample((width, height, angle) =>
        {
            var box = new TiltedBox(new Position(30, -20), width, height, angle);
            TiltedBox around = TiltedBox.Around(ConvexHull.Of([box.At(0, 0), box.At(width, 0), box.At(width, height), box.At(0, height), box.At(width / 3, height / 2)]));

            Assert.Equal(width, around.Width, 6);
            Assert.Equal(height, around.Height, 6);
            Assert.Equal(angle, around.Angle, 6);
            Assert.Equal(30, around.Center.X, 6);
            Assert.Equal(-20, around.Center.Y, 6);
        });

    [Fact]
    public void Inside_undoes_at()
    {
        var box = new TiltedBox(new Position(10, 20), 30, 8, 0.3);

        Position back = box.Inside(box.At(4, 7));

        Assert.Equal(4, back.X, 9);
        Assert.Equal(7, back.Y, 9);
    }

    [Fact]
    public void A_line_turned_by_half_reads_from_its_other_end()
    {
        var box = new TiltedBox(new Position(50, 10), 100, 20, Math.PI);

        Assert.Equal(100, box.At(0, 0).X, 9);
        Assert.Equal(90, box.Upright(0, 0, 10, 20).Left, 9);
    }
}
