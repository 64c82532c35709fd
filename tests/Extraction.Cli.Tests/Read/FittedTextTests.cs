using Extraction.Cli.Read;

namespace Extraction.Cli.Tests.Read;

public class FittedTextTests
{
    [Fact]
    public void Text_that_fits_keeps_all_characters_and_stays_inside()
    {
        FittedText text = FittedText.Into(["宁德时代发布麒麟电池，续航超过一千公里"], 60, 40);
        Assert.Equal("宁德时代发布麒麟电池，续航超过一千公里", string.Concat(text.Lines));
        Assert.True(text.Lines.Length * text.Size * FittedText.LineHeight <= 40);
        Assert.All(text.Lines, line => Assert.True(line.Length * text.Size <= 60));
    }

    [Fact]
    public void Text_that_cannot_fit_says_so()
    {
        FittedText text = FittedText.Into([new string('长', 500)], 30, 10);
        Assert.EndsWith("…", text.Lines[^1], StringComparison.Ordinal);
        Assert.True(text.Lines.Length * text.Size * FittedText.LineHeight <= 10);
    }

    [Fact]
    public void Lines_break_between_words_and_between_Chinese_characters()
    {
        Assert.Equal<string>(["extraction of", "records"], [.. FittedText.Wrap(["extraction of records"], 9)]);
        Assert.Equal<string>(["一二三", "四五"], [.. FittedText.Wrap(["一二三四五"], 3)]);
    }
}
