using Extraction.Cli.Read;

namespace Extraction.Cli.Tests.Read;

public class TableDrawingTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_text_on_a_terminal()
    {
        string[] lines = [.. TableDrawing.Lines([["名称", "n"], ["a", "12"]], 1)];
        Assert.Equal(["│ 名称 │ n  │", "├──────┼────┤", "│ a    │ 12 │"], lines);
    }

    [Fact]
    public void A_long_text_is_broken_and_loses_nothing()
    {
        string text = new('文', 50);
        string[] lines = [.. TableDrawing.Lines([[text, "x"]], 0)];
        Assert.True(lines.Length > 1);
        Assert.Equal(50, string.Concat(lines).Count(letter => letter == '文'));
        Assert.Single(lines.Select(TextWidth.Of).Distinct());
    }
}
