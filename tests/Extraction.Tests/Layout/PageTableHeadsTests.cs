using Extraction.Documents;
using static Extraction.Tests.Layout.Sheets;

namespace Extraction.Tests.Layout;

public class PageTableHeadsTests
{
    [Fact]
    public void A_name_in_the_middle_over_two_columns_is_a_header_of_both()
    {
        RawText raw = Arrange(Page(
            Line("沿海", 210, 100), Line("内河", 410, 100), Line("指标", 60, 110),
            Line("2022", 160, 120), Line("2023", 260, 120), Line("2022", 360, 120), Line("2023", 460, 120),
            Line("吞吐量", 60, 146), Line("36.2", 160, 146), Line("37.1", 260, 146), Line("12.4", 360, 146), Line("13.0", 460, 146),
            Line("航线数", 60, 172), Line("1204", 160, 172), Line("1231", 260, 172), Line("0310", 360, 172), Line("0322", 460, 172),
            Line("泊位数", 60, 198), Line("5511", 160, 198), Line("5602", 260, 198), Line("2080", 360, 198), Line("2093", 460, 198)));

        Assert.Equal(new TableGrid(1, TableKind.Table, 5, 5, 2, null), Assert.Single(raw.Tables));
        Assert.Equal(new CellAddress(1, 1, 1, RowSpan: 2, IsHeader: true), Cell(raw, 1, 1).Cell);
        Assert.Equal(new CellAddress(1, 1, 2, ColumnSpan: 2, IsHeader: true), Cell(raw, 1, 2).Cell);
        Assert.Equal("内河", CellText(raw, 1, 4));
        Assert.True(Cell(raw, 2, 5).Cell!.IsHeader);
        Assert.Equal("5511", CellText(raw, 5, 2));
    }
}
