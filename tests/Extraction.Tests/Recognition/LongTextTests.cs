using Extraction.Documents;
using Extraction.Recognition;
using Extraction.Recognition.Names;

namespace Extraction.Tests.Recognition;

/// <summary>Texts on which time grew with the square of their length: minutes each, where seconds are enough.</summary>
public class LongTextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly MentionRecognizer Recognizer = MentionRecognizer.Load(RecognitionText.Knowledge(), NameRecognizer.Load(RecognitionText.Knowledge()));

    [Theory]
    [InlineData("中国移动发布九天大模型，", 50_000)]
    [InlineData("《", 500_000)]
    [InlineData("《《》", 200_000)]
    public async Task A_long_line_is_recognized_in_linear_time(string repeated, int times)
    {
        string text = string.Concat(Enumerable.Repeat(repeated, times));
        MentionSet found = await Task.Run(() => Recognizer.Recognize(RecognitionText.Paragraph(text)))
            .WaitAsync(Patience);
        if (repeated.Length > 3) Assert.Equal(times, found.All.OfType<OrganizationMention>().Count(mention => mention.Span.Of(text) == "中国移动"));
    }

    [Fact]
    public void An_opening_mark_without_a_closing_one_takes_nothing_along()
    {
        MentionSet found = Recognizer.Recognize(RecognitionText.Paragraph("《甲方案" + new string('字', 1_000) + "，《数据安全管理办法》发布。"));
        Assert.Equal("数据安全管理办法", Assert.Single(found.All.OfType<TitleMention>()).Title);
    }
}
