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
