using CsCheck;
using Extraction.Documents;
using Extraction.Layout;

namespace Extraction.Tests.Layout;

public class BoxOrderTests
{
    [Fact]
    public void Columns_of_unequal_boxes_are_read_one_after_the_other() =>
        Assert.Equal([0, 2, 1, 3], Order(Text(0, 0, 100, 60), Text(200, 0, 300, 100), Text(0, 70, 100, 200), Text(200, 110, 300, 200)));

    [Fact]
    public void Cards_in_rows_are_read_row_by_row() =>
        Assert.Equal([1, 0, 3, 2], Order(Text(200, 0, 300, 50), Text(0, 0, 100, 50), Text(200, 100, 300, 150), Text(0, 100, 100, 150)));

    [Fact]
    public void A_heading_stays_with_the_text_below_it() =>
        Assert.Equal(["0:2", "1:3"], Units(Label(0, 0, 100, 20), Label(200, 0, 300, 20), Text(0, 25, 100, 200), Text(200, 25, 300, 200)));

    [Fact]
    public void A_heading_stays_with_the_text_right_of_it() =>
        Assert.Equal(["1:0", "3:2"], Units(Text(80, 0, 400, 60), Label(0, 20, 60, 40), Text(80, 70, 400, 130), Label(0, 90, 60, 110)));

    [Fact]
    public void Entries_on_both_sides_of_a_horizontal_timeline_stay_with_their_year() =>
        Assert.Equal(["0:3", "1:4", "2:5,6"], Units(
            Year(100, 200, 160, 220), Year(300, 200, 360, 220), Year(500, 200, 560, 220),
            Text(70, 100, 190, 180), Text(270, 240, 390, 330), Text(470, 100, 590, 180), Text(470, 240, 590, 330)));

    [Fact]
    public void Entries_beside_a_column_of_years_stay_with_their_year() =>
        Assert.Equal(["2:5", "1:4", "0:3"], Units(
            Year(0, 200, 60, 220), Year(0, 100, 60, 120), Year(0, 0, 60, 20),
            Text(80, 200, 500, 290), Text(80, 100, 500, 190), Text(80, 0, 500, 90)));

    [Fact]
    public void A_text_about_all_years_belongs_to_none_of_them() =>
        Assert.Equal([":0", ":1", ":2", ":3"], Units(Year(100, 200, 160, 220), Year(300, 200, 360, 220), Year(500, 200, 560, 220), Text(50, 300, 650, 400)));

    [Fact]
    public void Cards_of_a_number_a_name_and_a_text_are_read_card_by_card_and_row_by_row()
    {
        var cards = new List<PlacedElement>();
        foreach (int y in new[] { 100, 300 })
            foreach (int x in new[] { 40, 340, 640 })
                cards.AddRange([Label(x, y, x + 240, y + 40), Label(x, y + 44, x + 240, y + 64), Text(x, y + 70, x + 240, y + 150)]);
        int[] shuffled = [.. Enumerable.Range(0, cards.Count).OrderBy(i => i * 7 % cards.Count)];

        Assert.Equal(Enumerable.Range(0, cards.Count), Order([.. shuffled.Select(i => cards[i])]).Select(i => shuffled[i]));
    }

    [Fact]
    public void Cards_set_close_in_rows_are_read_row_by_row() =>
        Assert.Equal([0, 1, 2, 3, 4, 5], Order(
            Text(0, 0, 280, 150), Text(300, 0, 580, 150), Text(600, 0, 880, 150), Text(0, 170, 280, 320), Text(300, 170, 580, 320), Text(600, 170, 880, 320)));

    [Fact]
    public void Columns_stand_between_an_introduction_and_a_source_line() =>
        Assert.Equal([0, 1, 2, 3, 4, 5], Order(
            Text(0, 0, 880, 60), Text(0, 80, 400, 200), Text(0, 210, 400, 300), Text(480, 80, 880, 200), Text(480, 210, 880, 300), Text(0, 480, 300, 500)));

    [Fact]
    public void Entries_that_change_sides_of_the_axis_are_read_along_it() =>
        Assert.Equal(["0:1", "2:3", "4:5", "6:7"], Units(
            Year(100, 180, 160, 200), Text(40, 60, 240, 170), Year(250, 240, 310, 260), Text(190, 270, 390, 380),
            Year(400, 180, 460, 200), Text(340, 60, 540, 170), Year(550, 240, 610, 260), Text(490, 270, 690, 380)));

    [Fact]
    public void A_rising_staircase_is_read_from_left_to_right() =>
        Assert.Equal(["0:1", "2:3", "4:5"], Units(
            Year(50, 300, 110, 320), Text(50, 325, 200, 380), Year(250, 200, 310, 220), Text(250, 225, 400, 280), Year(450, 100, 510, 120), Text(450, 125, 600, 180)));

    [Fact]
    public void Entries_left_and_right_of_a_vertical_axis_are_read_from_top_to_bottom() =>
        Assert.Equal(["0:1", "2:3", "4:5"], Units(
            Year(420, 40, 480, 60), Text(120, 30, 400, 100), Year(420, 120, 480, 140), Text(500, 110, 780, 180), Year(420, 200, 480, 220), Text(120, 190, 400, 260)));

    [Fact]
    public void A_note_beside_a_table_is_read_behind_it() =>
        Assert.Equal([1, 0], Order(Text(620, 120, 880, 300), Text(40, 100, 580, 460)));

    [Fact]
    public void A_tree_of_boxes_is_read_level_by_level() =>
        Assert.Equal([3, 0, 1, 2, 4, 5, 6, 7], Order(
            Text(60, 140, 200, 180), Text(380, 140, 520, 180), Text(700, 140, 840, 180), Text(380, 60, 520, 100),
            Text(20, 220, 120, 260), Text(140, 220, 240, 260), Text(340, 220, 440, 260), Text(460, 220, 560, 260)));

    [Fact]
    public void Frames_that_overlap_at_their_edges_are_still_rows_and_columns() =>
        Assert.Equal([0, 2, 1, 3], Order(Text(0, 0, 410, 110), Text(0, 100, 410, 300), Text(390, 0, 800, 110), Text(390, 100, 800, 300)));

    [Fact]
    public void A_box_that_others_stand_on_is_read_before_them() =>
        Assert.Equal([3, 2, 1, 0], Order(Text(320, 60, 580, 180), Text(20, 60, 280, 180), Text(0, 0, 600, 200), Text(0, -80, 600, -20)));

    [Fact]
    public void A_drawing_of_very_many_boxes_costs_no_square_of_them()
    {
        PlacedElement[] many = [.. Enumerable.Range(0, 60_000).Select(i => Label(i % 300 * 3, i / 300 * 3, i % 300 * 3 + 9, i / 300 * 3 + 9))];

        Assert.Equal(many.Length, Order(many).Length);
    }

    [Fact]
    public void Every_element_is_read_once_whatever_the_boxes()
    {
        Gen<PlacedElement> element = Gen.Select(Gen.Int[0, 700], Gen.Int[0, 500], Gen.Int[0, 300], Gen.Int[0, 200], Gen.Int[0, 3])
            .Select((x, y, width, height, kind) => new PlacedElement(kind == 3 ? null : new Box(x, y, x + width, y + height), kind > 0, kind == 2));
        element.List[0, 24].Sample(elements =>
            Enumerable.Range(0, elements.Count).SequenceEqual(Order([.. elements]).Order()), iter: 5000);
    }

    private static int[] Order(params PlacedElement[] elements) =>
        [.. BoxOrder.Arrange(elements).SelectMany(unit => unit.Heading is { } heading ? unit.Bodies.Prepend(heading) : unit.Bodies)];

    private static string[] Units(params PlacedElement[] elements) =>
        [.. BoxOrder.Arrange(elements).Select(unit => $"{unit.Heading}:{string.Join(",", unit.Bodies)}")];

    private static PlacedElement Text(double left, double top, double right, double bottom) => new(new Box(left, top, right, bottom), false, false);

    private static PlacedElement Label(double left, double top, double right, double bottom) => new(new Box(left, top, right, bottom), true, false);

    private static PlacedElement Year(double left, double top, double right, double bottom) => new(new Box(left, top, right, bottom), true, true);
}
