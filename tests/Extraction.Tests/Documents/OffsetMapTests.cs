using Extraction.Documents;

namespace Extraction.Tests.Documents;

public class OffsetMapTests
{
    [Fact]
    public void Spans_around_replacements_deletions_and_insertions_go_back_to_the_raw_characters()
    {
        // raw   a ⻜ _ b c      (the blank is deleted, ⻜ becomes 飞, a space is inserted before c)
        var builder = new OffsetMapBuilder("a⻜_bc");
        (string text, OffsetMap map) = builder.Copy(1).Replace("radical", 1, "飞").Replace("spacing", 1, "").Copy(1).Replace("spacing", 0, " ").Build();

        Assert.Equal("a飞b c", text);
        Assert.Equal(new TextSpan(1, 2), map.ToRaw(new TextSpan(1, 2)));
        Assert.Equal(new TextSpan(3, 4), map.ToRaw(new TextSpan(2, 3)));
        Assert.Equal(new TextSpan(1, 4), map.ToRaw(new TextSpan(1, 3)));
        Assert.Equal(new TextSpan(4, 5), map.ToRaw(new TextSpan(4, 5)));
        Assert.Equal(new TextSpan(0, 5), map.ToRaw(new TextSpan(0, 5)));
    }
}
