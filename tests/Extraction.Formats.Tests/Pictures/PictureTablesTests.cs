using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Formats.Pictures;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pictures;

public sealed class PictureTablesTests
{
    private static readonly Box Page = new(0, 0, 300, 300);

    [Fact]
    public void A_ruled_grid_with_lines_in_its_cells_is_a_table_and_the_rest_stays_text()
    {
        List<RecognizedLine> lines = [Line("年度报告", 10, 5), .. Cells()];

        SourceTable table = Assert.Single(Tables(Grid(), lines));

        Assert.Equal((3, 2), (table.Rows, table.Columns));
        Assert.Equal(["公司", "金额", "甲", "12", "乙", "34"], table.Cells.Select(Text));
        Assert.True(table.Locator.IsRecognized);
        Assert.Equal("年度报告", Assert.Single(lines).Text);
    }

    [Fact]
    public void A_line_that_runs_through_two_cells_is_taken_apart()
    {
        List<RecognizedLine> lines = [.. Cells().Skip(2), Line("公司注册金额", 80, 60)];

        SourceTable table = Assert.Single(Tables(Grid(), lines));

        Assert.Equal(["公司", "注册金额"], table.Cells.Take(2).Select(Text));
    }

    [Fact]
    public void Lines_of_a_page_that_lies_askew_are_placed_as_if_it_lay_straight()
    {
        const double Tilt = 0.05;
        List<RecognizedLine> lines = [.. Cells().Select(line => Turned(line, Tilt))];

        SourceTable table = Assert.Single(Tables(Grid() with { Tilt = Tilt }, lines));

        Assert.Equal(["公司", "金额", "甲", "12", "乙", "34"], table.Cells.Select(Text));
    }

    [Fact]
    public void A_frame_around_text_is_no_table()
    {
        List<RecognizedLine> lines = [Line("公司发布公告", 80, 60)];
        RecognizedPicture frame = Grid() with { Rulings = [.. Grid().Rulings.Where(ruling => ruling.At is 50 or 200 or 250)] };

        Assert.Empty(Tables(frame, lines));
        Assert.Single(lines);
    }

    [Fact]
    public void A_doubtful_line_is_in_no_cell()
    {
        List<RecognizedLine> lines = [.. Cells(), Line("木纹", 130, 100) with { Confidence = 0.3 }];

        Assert.Single(Tables(Grid(), lines));
        Assert.Equal("木纹", Assert.Single(lines).Text);
    }

    private static List<SourceTable> Tables(RecognizedPicture picture, List<RecognizedLine> lines) =>
        new PictureTables(picture, new Locator { Page = 1 }, BoxMap.Of(picture, Page)).Take(lines);

    /// <summary>Three rows and two columns, drawn two pixels thick: pieces at 50 and 51, and so on.</summary>
    private static RecognizedPicture Grid()
    {
        IEnumerable<RecognizedRuling> across = new double[] { 50, 90, 120, 150 }.Select(at => new RecognizedRuling(true, at, 50, 200));
        IEnumerable<RecognizedRuling> down = new double[] { 50, 102, 200 }.Select(at => new RecognizedRuling(false, at, 50, 150));
        List<RecognizedRuling> once = [.. across, .. down];
        return new RecognizedPicture(300, 300, []) { Rulings = [.. once, .. once.Select(ruling => ruling with { At = ruling.At + 1 })] };
    }

    private static IEnumerable<RecognizedLine> Cells() =>
        [Line("公司", 60, 60), Line("金额", 120, 60), Line("甲", 60, 100), Line("12", 120, 100), Line("乙", 60, 130), Line("34", 120, 130)];

    private static RecognizedLine Line(string text, double left, double top)
    {
        ImmutableArray<Box> characters = [.. text.Select((_, index) => new Box(left + (index * 10), top, left + (index * 10) + 10, top + 10))];
        return new RecognizedLine(text, 0.9, new Box(left, top, left + (text.Length * 10), top + 10), characters);
    }

    private static RecognizedLine Turned(RecognizedLine line, double angle)
    {
        return line with { Box = Turn(line.Box), Characters = [.. line.Characters.Select(Turn)] };

        Box Turn(Box box)
        {
            (double sine, double cosine) = Math.SinCos(angle);
            (double x, double y) = ((box.Left + box.Right) / 2, (box.Top + box.Bottom) / 2);
            (double right, double down) = ((x * cosine) - (y * sine) - x, (x * sine) + (y * cosine) - y);
            return new Box(box.Left + right, box.Top + down, box.Right + right, box.Bottom + down);
        }
    }

    private static string Text(SourceCell cell) => string.Concat(cell.Paragraphs.Select(paragraph => paragraph.Text)).TrimEnd();
}
