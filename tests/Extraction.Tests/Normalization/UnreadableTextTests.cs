using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Normalization;

namespace Extraction.Tests.Normalization;

public class UnreadableTextTests
{
    private const string Sound = "2024年10月，星河科技在北京发布“星河”大模型，参数规模达1300亿。";

    [Theory]
    [InlineData("2024年，远舟重工营业收入为12.5亿元，同比增长15%。")]
    [InlineData("The café of São Paulo and Zürich is naïve about résumés.")]
    [InlineData("Điện Biên Phủ là một thành phố ở miền Bắc Việt Nam.")]
    [InlineData("國務院關於印發「十四五」數字經濟發展規劃的通知")]
    [InlineData("ภาษาไทยเป็นภาษาที่ใช้กันทั่วไป สวัสดีชาวโลก")]
    [InlineData("مرحبا بالعالم هذا نص عادي")]
    [InlineData("བོད་ཡིག་གི་ཚིག་གྲུབ་ཅིག")]
    [InlineData("ꆈꌠꁱꂷꆈꌠꁱꂷꆈꌠꁱꂷ")]
    [InlineData("한국어 문장도 그대로 둡니다. ガスとアイの日本語")]
    [InlineData("α = 0.5, ∑x² ≥ ∫f(t)dt, ±5 µm, ① ② ③ → ← ■ □ ★")]
    public void Sound_text_of_many_scripts_is_readable(string text) => Assert.InRange(UnreadableText.Score(text), 0, UnreadableText.Threshold - 0.01);

    [Theory]
    [InlineData(0x1200)]
    [InlineData(0x1780)]
    [InlineData(0x1400)]
    [InlineData(0xE000)]
    public void Letters_of_a_broken_character_table_are_unreadable(int first)
    {
        string text = string.Concat(Sound.Select(c => c < 128 ? c : (char)(first + (c % 0x50))));
        Assert.InRange(UnreadableText.Score(text), UnreadableText.Threshold, 1);
    }

    [Fact]
    public void Bytes_in_the_wrong_code_are_unreadable() =>
        Assert.InRange(UnreadableText.Score(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Sound))), UnreadableText.Threshold, 1);

    [Fact]
    public void Nine_characters_are_too_few_to_judge() => Assert.Equal(0, UnreadableText.Score(new string('\u1200', 9)));

    [Fact]
    public void Half_characters_do_no_harm() => Assert.Equal(1, UnreadableText.Score(new string('\ud800', 12)));

    [Fact]
    public void An_unreadable_block_is_set_aside_and_its_page_is_named_once()
    {
        string noise = new('\u1250', 20);
        NormalizedText text = Text([(Sound, 1), (noise, 2), (noise, 2), (Sound, 3)]);
        var diagnostics = new DiagnosticBag();

        NormalizedText judged = UnreadableText.SetAside(text, diagnostics);

        Assert.Equal([true, false, false, true], judged.Blocks.Select(block => block.IsContent));
        Assert.Equal(text.Text, judged.Text);
        Diagnostic said = Assert.Single(diagnostics.Items);
        Assert.Equal(("text-unreadable", true, 2), (said.Code, said.IsError, said.Locator!.Page));
    }

    [Fact]
    public void A_sound_document_is_the_same_object()
    {
        NormalizedText text = Text([(Sound, 1)]);
        Assert.Same(text, UnreadableText.SetAside(text, new DiagnosticBag()));
    }

    private static NormalizedText Text((string Text, int Page)[] blocks)
    {
        var builder = new RawTextBuilder();
        foreach ((string content, int page) in blocks)
        {
            int start = builder.Length;
            builder.Append(content, new Locator { Page = page });
            builder.Add(new Block { Index = 0, Role = BlockRole.Paragraph, Span = new TextSpan(start, start + content.Length), Page = page });
            builder.Append("\n", new Locator { Page = page });
        }

        RawText raw = builder.Build(new SourceDocument(SourceFile.FromBytes("甲.txt", []), SourceFormat.Text, null, []));
        return new NormalizedText(raw, raw.Text, raw.Blocks, new OffsetMap(raw.Text.Length, raw.Text.Length, []));
    }
}
