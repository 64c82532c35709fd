using Extraction.Assembly;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Tests.Recognition;

namespace Extraction.Tests.Assembly;

public class StanceReaderTests(StagesFixture stages) : IClassFixture<StagesFixture>
{
    private static readonly StanceReader Reader = new(StanceRules.Load(RecognitionText.Knowledge()));

    [Theory]
    [InlineData("大疆发布新品", "发布", Polarity.Affirmed, Modality.Asserted)]
    [InlineData("大疆尚未正式发布新品", "发布", Polarity.Negated, Modality.Asserted)]
    [InlineData("大疆没有发布新品", "发布", Polarity.Negated, Modality.Asserted)]
    [InlineData("大疆不断发布新品", "发布", Polarity.Affirmed, Modality.Asserted)]
    [InlineData("大疆收购亿航智能失败", "收购", Polarity.Negated, Modality.Asserted)]
    [InlineData("大疆未来得及说明，优必选发布新品", "发布", Polarity.Affirmed, Modality.Asserted)]
    [InlineData("大疆计划发布新品", "发布", Polarity.Affirmed, Modality.Planned)]
    [InlineData("大疆将于2025年3月在深圳正式发布新品", "发布", Polarity.Affirmed, Modality.Planned)]
    [InlineData("大疆将入门款航拍设备的价格降至千元", "降至", Polarity.Affirmed, Modality.Asserted)]
    [InlineData("大疆的《航拍规范计划》发布", "发布", Polarity.Affirmed, Modality.Asserted)]
    [InlineData("据报道，大疆发布新品", "发布", Polarity.Affirmed, Modality.Reported)]
    [InlineData("据报道，大疆拟发布新品", "发布", Polarity.Affirmed, Modality.Planned)]
    [InlineData("如果大疆发布新品，市场将升温", "发布", Polarity.Affirmed, Modality.Hypothetical)]
    [InlineData("大疆可能发布新品", "发布", Polarity.Affirmed, Modality.Hypothetical)]
    [InlineData("大疆发布新品，如果顺利将扩大市场", "发布", Polarity.Affirmed, Modality.Asserted)]
    public void Cues_count_where_they_reach_the_trigger(string text, string trigger, Polarity polarity, Modality modality)
    {
        (SegmentedText segmented, MentionSet mentions) = stages.Read(StagesFixture.Paragraph(text));
        var statement = new Statement(segmented, Assert.Single(segmented.Sentences), mentions);
        int at = segmented.Text.IndexOf(trigger, StringComparison.Ordinal);

        Assert.Equal((polarity, modality), Reader.Read(statement, new TextSpan(at, at + trigger.Length)));
    }
}
