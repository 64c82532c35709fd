using Extraction.Documents;
using Extraction.Ocr.Recognition;
using Extraction.Reading;

namespace Extraction.Ocr.Tests.Recognition;

public sealed class ReadingOrderTests
{
    [Fact]
    public void Columns_of_prose_are_read_one_after_the_other_below_their_title()
    {
        List<PlacedLine> lines = [Line("title", 0, 0, 400)];
        for (int row = 1; row <= 5; row++) lines.AddRange([Line($"r{row}", 210, row * 25, 400), Line($"l{row}", 0, (row * 25) + 3, 190)]);

        Assert.Equal("title l1 l2 l3 l4 l5 r1 r2 r3 r4 r5", Order(lines));
    }

    [Fact]
    public void A_line_over_both_columns_parts_them()
    {
        List<PlacedLine> lines = [Line("middle", 0, 100, 400)];
        for (int row = 0; row < 8; row++)
        {
            int top = (row * 25) + (row > 3 ? 25 : 0);
            lines.AddRange([Line($"l{row}", 0, top, 190), Line($"r{row}", 210, top, 400)]);
        }

        Assert.Equal("l0 l1 l2 l3 r0 r1 r2 r3 middle l4 l5 l6 l7 r4 r5 r6 r7", Order(lines));
    }

    [Fact]
    public void Columns_of_short_lists_are_columns_where_some_lines_fill_them()
    {
        List<PlacedLine> lines = [];
        for (int row = 0; row < 8; row++) lines.AddRange([Line($"l{row}", 0, row * 25, row % 3 == 0 ? 190 : 70), Line($"r{row}", 210, row * 25, row % 3 == 1 ? 400 : 290)]);

        Assert.Equal("l0 l1 l2 l3 l4 l5 l6 l7 r0 r1 r2 r3 r4 r5 r6 r7", Order(lines));
    }

    [Fact]
    public void A_mark_that_hangs_out_of_its_column_does_not_join_two_columns()
    {
        List<PlacedLine> lines = [];
        for (int row = 0; row < 6; row++) lines.AddRange([Line($"l{row}", 0, row * 25, row == 2 ? 206 : 190), Line($"r{row}", 210, row * 25, 400)]);

        Assert.Equal("l0 l1 l2 l3 l4 l5 r0 r1 r2 r3 r4 r5", Order(lines));
    }

    [Fact]
    public void A_table_is_read_row_by_row()
    {
        List<PlacedLine> lines = [];
        for (int row = 0; row < 5; row++) lines.AddRange([Line($"{row}c", 210, row * 40, 260 + (row * 30)), Line($"{row}a", 0, row * 40, 20), Line($"{row}b", 60, row * 40, 110 + (row * 10))]);

        Assert.Equal("0a 0b 0c 1a 1b 1c 2a 2b 2c 3a 3b 3c 4a 4b 4c", Order(lines));
    }

    [Fact]
    public void Nothing_is_lost_or_doubled()
    {
        List<PlacedLine> lines = [];
        for (int index = 0; index < 60; index++) lines.Add(Line($"{index}", index * 37 % 300, index * 53 % 500, (index * 37 % 300) + 20 + (index * 29 % 150)));

        Assert.Equal(lines.Select(line => line.Line.Text).Order(StringComparer.Ordinal), ReadingOrder.Of(lines).Select(line => line.Line.Text).Order(StringComparer.Ordinal));
    }

    private static string Order(List<PlacedLine> lines) => string.Join(' ', ReadingOrder.Of(lines).Select(line => line.Line.Text));

    private static PlacedLine Line(string text, double left, double top, double right)
    {
        var box = new Box(left, top, right, top + 20);
        return new PlacedLine(box, new RecognizedLine(text, 1, box, []));
    }
}
