using System.Diagnostics;
using CsCheck;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Normalization;

namespace Extraction.Tests.Normalization;

public class TextNormalizerTests
{
    private static readonly TextNormalizer Normalizer =
        TextNormalizer.Load(KnowledgeFolder.Default(), ["Kimi Chat", "Llama 2", "GPT-4 Turbo", "ChatGPT"]);

    // pieces that repairs react to, so that short random texts hit their corners
    private static readonly string[] Pieces =
    [
        "a", "b", "c", "I", "A", "B", "C", "T", "L l a m a", "1", "2", "0", "9", ".", "-", " ", " ", "  ", "\t", "\n", "\r", "\r\n", "年", "月", "日", "亿", "第", "一",
        "云", "⽣", "生", "⾥", "里", "⻜", "ｶ", "ﾞ", "Ａ", "①", "\u3000", "\u00ad", "\u200d", "\ufeff", "\uf06c", "•", "·", "，", "“", "”", "x", "《", "》", "%",
        "😀", "\ud83d", "\udb40", "\udd00", "\U000E0100", "\U0002F800", "GPT-4", "Chat", "model", "infor-",
    ];

    private static readonly Gen<string> Damaged = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).List[0, 24].Select(string.Concat);

    private const int ManyTexts = 10_000;

    [Fact]
    public void Every_span_of_the_repaired_text_goes_back_to_a_range_of_the_raw_text_in_order() => Damaged.Sample(raw =>
    {
        (string text, OffsetMap map) = Normalizer.NormalizeString(raw);
        int last = 0;
        for (int i = 0; i < text.Length; i++)
        {
            TextSpan span = map.ToRaw(new TextSpan(i, i + 1));
            Assert.InRange(span.Start, last, raw.Length);
            Assert.InRange(span.End, span.Start, raw.Length);
            last = span.Start;
        }
    }, iter: ManyTexts);

    [Fact]
    public void Replaying_the_edits_on_the_raw_text_gives_the_repaired_text() => Damaged.Sample(raw =>
    {
        (string text, OffsetMap map) = Normalizer.NormalizeString(raw);
        var replay = new OffsetMapBuilder(raw);
        foreach (TextEdit edit in map.Edits)
            replay.CopyTo(edit.Raw.Start).Replace(edit.Operation, edit.Raw.Length, edit.Text.Of(text));
        (string again, OffsetMap copy) = replay.Build();

        Assert.Equal(text, again);
        Assert.Equal(map.Edits.ToArray(), copy.Edits.ToArray());
        Assert.Equal((raw.Length, text.Length), (map.RawLength, map.TextLength));
    }, iter: ManyTexts);

    [Fact]
    public void No_edit_splits_a_surrogate_pair() => Damaged.Sample(raw =>
    {
        (string text, OffsetMap map) = Normalizer.NormalizeString(raw);
        foreach (TextEdit edit in map.Edits)
        {
            Assert.False(Splits(raw, edit.Raw.Start) || Splits(raw, edit.Raw.End));
            if (edit.Text.Length > 0) Assert.False(Splits(text, edit.Text.Start) || Splits(text, edit.Text.End));
        }
    }, iter: ManyTexts);

    [Fact]
    public void Repaired_text_is_not_changed_again() => Damaged.Sample(raw =>
    {
        string once = Normalizer.NormalizeString(raw).Text;
        Assert.Equal(once, Normalizer.NormalizeString(once).Text);
    }, iter: ManyTexts);

    [Fact]
    public void Repaired_text_holds_no_line_end() => Damaged.Sample(raw => Assert.DoesNotContain('\n', Normalizer.NormalizeString(raw).Text));

    [Theory]
    [InlineData("2024年10月，星河科技在北京发布“星河”大模型 3.0，参数规模达130亿，融资20亿元。")]
    [InlineData("推出 Yi-34B 模型和 AI工作平台，带宽 4.8 TB/s，内存141GB。")]
    [InlineData("床前明月光 疑是地上霜 举头望明月 低头思故乡")]
    [InlineData("for (int i = 0; i < n; i++) { sum += a[i] * b[i]; }")]
    [InlineData("We evaluate on a subset of 3 tasks: A, B and C.")]
    [InlineData("E = m c 2, f(x) = a x + b, x y z")]
    [InlineData("张三 李四 王五 | 12.5 | 3.4% | —")]
    public void Sound_text_is_untouched(string text) => Assert.Empty(Normalizer.NormalizeString(text).Map.Edits);

    [Fact]
    public void Blocks_stay_apart_and_lose_their_marks_and_line_ends()
    {
        RawText raw = Raw("•\t科⼤讯\n⻜发布\n\n第⼆批 ", (0, 9), (11, 15));

        NormalizedText text = Normalizer.Normalize(raw);

        Assert.Equal(["科大讯飞发布", "第二批"], text.Blocks.Select(text.TextOf));
        Assert.Equal("科大讯飞发布\n\n第二批", text.Text);
        Assert.Equal("讯\n⻜", text.Locate(new TextSpan(2, 4)).Quote);
    }

    [Fact]
    public void Blocks_without_a_line_end_between_them_get_one()
    {
        NormalizedText text = Normalizer.Normalize(Raw("甲\t乙丙", (0, 1), (2, 3), (3, 4)));

        Assert.Equal(["甲", "乙", "丙"], text.Blocks.Select(text.TextOf));
        Assert.Equal(3, text.Text.Split('\n').Length);
        Assert.Equal("丙", text.Locate(text.Blocks[2].Span).Quote);
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("⽣生")]
    [InlineData("\n")]
    [InlineData("\ud83d")]
    [InlineData("a-\n")]
    [InlineData("1 年")]
    [InlineData("云")]
    [InlineData("云 ")]
    [InlineData("一1")]
    [InlineData("\0")]
    [InlineData("\u202eא ")]
    [InlineData("•")]
    [InlineData("2 0 2 ")]
    [InlineData("，“ ")]
    public void Time_is_linear_in_the_length(string unit)
    {
        Normalizer.NormalizeString(string.Concat(Enumerable.Repeat(unit, 1000)));
        var watch = Stopwatch.StartNew();
        Normalizer.NormalizeString(string.Concat(Enumerable.Repeat(unit, 200_000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    private static bool Splits(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position]);

    private static RawText Raw(string text, params (int Start, int End)[] spans)
    {
        var builder = new RawTextBuilder();
        builder.Append(text, new Locator { Page = 1 });
        foreach ((int start, int end) in spans)
            builder.Add(new Block { Index = 0, Role = BlockRole.Paragraph, Span = new TextSpan(start, end), Page = 1 });
        return builder.Build(new SourceDocument(SourceFile.FromBytes("甲.txt", []), SourceFormat.Text, null, []));
    }
}
