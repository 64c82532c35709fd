using Extraction.Ocr.Detection;

namespace Extraction.Ocr.Tests.Detection;

public sealed class LineBoxesTests
{
    [Fact]
    public void Each_connected_area_is_one_island_corners_connecting()
    {
        TextMap map = Map("##..#", "..#..", "....#");

        Assert.Equal(3, Islands.Of(map, 0.3f).Count());
    }

    [Fact]
    public void An_island_gives_the_ends_of_its_rows()
    {
        List<Position> island = Assert.Single(Islands.Of(Map(".###.", "..#.."), 0.3f));

        Assert.Equal([new(1.5, 0.5), new(3.5, 0.5), new(2.5, 1.5), new(2.5, 1.5)], island);
    }

    [Fact]
    public void A_marked_middle_grows_by_area_over_circumference()
    {
        TextMap map = Blank(80, 40);
        Fill(map, 10, 10, 51, 21, 0.9f);

        TiltedBox box = Assert.Single(LineBoxes.Of(map));

        // 40 x 10 between the outermost centres: 400 * 1.5 / 100 = 6 on each side
        Assert.Equal(52, box.Width, 6);
        Assert.Equal(22, box.Height, 6);
        Assert.Equal(new Position(30.5, 15.5), box.Center);
    }

    [Fact]
    public void Specks_and_faint_areas_are_no_lines()
    {
        TextMap map = Blank(80, 40);
        Fill(map, 2, 2, 4, 4, 0.9f);
        Fill(map, 20, 20, 60, 30, 0.4f);

        Assert.Empty(LineBoxes.Of(map));
    }

    [Fact]
    public void The_mean_of_a_box_off_the_map_is_zero() => Assert.Equal(0, Blank(10, 10).Mean(new TiltedBox(new Position(100, 100), 5, 5, 0.1)));

    private static TextMap Blank(int width, int height) => new(width, height, new float[width * height]);

    private static void Fill(TextMap map, int left, int top, int right, int bottom, float value)
    {
        for (int y = top; y < bottom; y++) map.Probability.AsSpan((y * map.Width) + left, right - left).Fill(value);
    }

    private static TextMap Map(params string[] rows) => new(rows[0].Length, rows.Length, [.. string.Concat(rows).Select(each => each == '#' ? 1f : 0f)]);
}
