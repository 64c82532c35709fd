using Extraction.Documents;

namespace Extraction.Tests.Documents;

public class LongBlocksTests
{
    private const int Most = 4_000;

    [Theory]
    [InlineData("今天天气很好。")]
    [InlineData("今天，")]
    [InlineData("字")]
    [InlineData("𠮷")]
    public void A_text_on_one_line_is_cut_into_blocks_that_hold_all_of_it(string repeated)
    {
        string text = string.Concat(Enumerable.Repeat(repeated, 30_000));

        RawText raw = Build((text, BlockRole.Paragraph));

        Assert.Equal(text, string.Concat(raw.Blocks.Select(block => block.Span.Of(raw.Text))));
        Assert.All(raw.Blocks, block => Assert.InRange(block.Span.Length, 1, Most));
        Assert.All(raw.Blocks, block => Assert.Equal(0, block.Span.Length % repeated.Length));
        Assert.Equal(Enumerable.Range(0, raw.Blocks.Length), raw.Blocks.Select(block => block.Index));
    }

    [Fact]
    public void What_hangs_on_a_block_still_does_and_the_rest_of_a_heading_is_text()
    {
        RawText raw = Build((new string('字', Most + 1), BlockRole.Heading), ("名", BlockRole.Heading), ("值", BlockRole.Paragraph));

        Assert.Equal([BlockRole.Heading, BlockRole.Paragraph, BlockRole.Heading, BlockRole.Paragraph], raw.Blocks.Select(block => block.Role));
        Assert.Equal(2, raw.Blocks[3].Parent);
        Assert.Equal(2, Assert.Single(raw.Tables).Caption);
    }

    [Fact]
    public void Blocks_that_people_write_are_left_alone()
    {
        RawText raw = Build((new string('字', Most), BlockRole.Paragraph), ("值", BlockRole.Paragraph));
        Assert.Equal(2, raw.Blocks.Length);
    }

    // the last block hangs on the one before it, which names a table
    private static RawText Build(params (string Text, BlockRole Role)[] blocks)
    {
        var builder = new RawTextBuilder();
        for (int i = 0; i < blocks.Length; i++)
        {
            builder.EndLine();
            int start = builder.Length;
            builder.Append(blocks[i].Text, new Locator { Page = 1 });
            int? parent = i > 0 && i == blocks.Length - 1 ? i - 1 : null;
            builder.Add(new Block { Index = 0, Role = blocks[i].Role, Span = new TextSpan(start, builder.Length), Page = 1, Parent = parent });
        }

        if (blocks.Length > 1) builder.Add(new TableGrid(1, TableKind.Table, 1, 1, 0, blocks.Length - 2));
        return builder.Build(new SourceDocument(SourceFile.FromBytes("a.txt", []), SourceFormat.Text, null, []));
    }
}
