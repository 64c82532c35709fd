using Extraction.Ocr.Benchmark;
using Extraction.Ocr.Models;
using Extraction.Reading;

namespace Extraction.Ocr.Tests;

public sealed class PictureRecognizerTests : IDisposable
{
    private const string NotoSans = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
    private const string ZenHei = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
    private const string UMing = "/usr/share/fonts/truetype/arphic/uming.ttc";
    private const double MostErrors = 0.015;

    private static readonly string[] Paragraphs =
    [
        "科大讯飞发布星火大模型3.0，2023年10月24日在合肥举行的开发者大会上正式上线。",
        "2024年3月，宁德时代与理想汽车签署战略合作协议，双方将在动力电池、换电网络和储能系统三个方向展开合作，合同金额约为45亿元。",
        "国家金融监督管理总局印发《关于银行业保险业做好金融“五篇大文章”的指导意见》，要求到2027年建立多层次的服务体系。",
        "全国新增光伏装机216.88GW，同比增长148.1%；新能源汽车销量为949.5万辆，市场占有率达到31.6%。",
        "海辰储能成立于2019年12月，创始人为吴祖钰，专注储能电池的研发与制造；2023年7月完成45亿元C轮融资。",
        "公司预计全年营业收入在120亿元至135亿元之间，净利润同比下降约8%，主要原因是原材料价格上涨。",
    ];

    private readonly PictureRecognizer recognizer = new(ModelFolder.Default());

    public void Dispose() => recognizer.Dispose();

    [SkippableTheory]
    [InlineData(NotoSans, PageLayout.Prose, 150, 0)]
    [InlineData(NotoSans, PageLayout.Slide, 96, 0)]
    [InlineData(ZenHei, PageLayout.Columns, 150, 1.5)]
    [InlineData(ZenHei, PageLayout.Table, 300, 0)]
    [InlineData(UMing, PageLayout.Prose, 300, -2)]
    public void A_drawn_page_is_read_with_few_errors(string font, PageLayout layout, int dpi, double skew)
    {
        (byte[] file, string text) = Draw(new PageStyle(layout, font, dpi) { Skew = skew, Noise = skew == 0 ? 0 : 12 });

        RecognizedPicture picture = recognizer.Recognize(file, default);

        string reading = string.Join('\n', picture.Lines.Select(line => line.Text));
        (int errors, int characters) = EditDistance.Of(text, reading);
        Assert.True(errors <= MostErrors * characters, $"{errors} errors in {characters} characters:\n{reading}");
        Assert.All(picture.Lines, line => Assert.Equal(line.Text.Length, line.Characters.Length));
        Assert.All(picture.Lines, line => Assert.InRange(line.Box.Right, line.Box.Left, picture.Width + 1));
    }

    [SkippableFact]
    public void The_same_picture_gives_the_same_lines_whatever_else_runs()
    {
        (byte[] file, _) = Draw(new PageStyle(PageLayout.Slide, NotoSans, 96));
        string alone = Shown(recognizer.Recognize(file, default));

        string[] together = new string[3];
        Parallel.For(0, together.Length, index => together[index] = Shown(recognizer.Recognize(file, default)));

        Assert.All(together, each => Assert.Equal(alone, each));
    }

    [SkippableFact]
    public void A_page_that_stands_on_its_head_is_read()
    {
        (byte[] file, string text) = Draw(new PageStyle(PageLayout.Prose, NotoSans, 150) { Skew = 180 });

        (int errors, int characters) = EditDistance.Of(text, string.Join('\n', recognizer.Recognize(file, default).Lines.Select(line => line.Text)));

        Assert.True(errors <= MostErrors * characters);
    }

    [SkippableTheory]
    [InlineData(150, 0, 0)]
    [InlineData(300, 1.5, 15)]
    public void The_rulings_of_a_table_are_found_on_the_page_laid_straight(int dpi, double skew, double noise)
    {
        (byte[] file, _) = Draw(new PageStyle(PageLayout.Table, NotoSans, dpi) { Skew = skew, Noise = noise });

        RecognizedPicture picture = recognizer.Recognize(file, default);

        double points = 72.0 / dpi;
        Assert.InRange(picture.Tilt * 180 / Math.PI, skew - 0.3, skew + 0.3);
        // four edges of the columns, and seven of the rows
        Assert.Equal(4, Places(picture.Rulings.Where(ruling => !ruling.IsHorizontal), points));
        Assert.Equal(Paragraphs.Length + 1, Places(picture.Rulings.Where(ruling => ruling.IsHorizontal), points));
    }

    [SkippableFact]
    public void A_page_of_prose_has_no_rulings() =>
        Assert.Empty(recognizer.Recognize(Draw(new PageStyle(PageLayout.Prose, NotoSans, 150)).File, default).Rulings);

    [SkippableFact]
    public void A_blank_page_has_no_lines() => Assert.Empty(recognizer.Recognize(Draw(new PageStyle(PageLayout.Prose, NotoSans, 100), []).File, default).Lines);

    [Fact]
    public void Bytes_that_are_no_picture_are_a_typed_failure()
    {
        var error = Assert.Throws<PictureRecognitionException>(() => recognizer.Recognize("no picture at all"u8.ToArray(), default));

        Assert.Equal("ocr-picture-undecodable", error.Code);
    }

    [SkippableFact]
    public void Missing_models_are_a_typed_failure()
    {
        (byte[] file, _) = Draw(new PageStyle(PageLayout.Slide, NotoSans, 72));
        using var without = new PictureRecognizer(new ModelFolder("nowhere"));

        Assert.Equal("ocr-unavailable", Assert.Throws<PictureRecognitionException>(() => without.Recognize(file, default)).Code);
    }

    private static (byte[] File, string Text) Draw(PageStyle style, string[]? paragraphs = null)
    {
        Needed.Models();
        Needed.Font(style.Font);
        return PageDrawing.Draw(style with { Face = style.Font == NotoSans ? 2 : 0 }, paragraphs ?? Paragraphs);
    }

    /// <summary>Places that are more than five points apart, at which rulings run.</summary>
    private static int Places(IEnumerable<RecognizedRuling> rulings, double points)
    {
        double[] places = [.. rulings.Select(ruling => ruling.At * points).Order()];
        return places.Where((place, index) => index == 0 || place - places[index - 1] > 5).Count();
    }

    private static string Shown(RecognizedPicture picture) =>
        string.Join('\n', picture.Lines.Select(line => FormattableString.Invariant($"{line.Text} {line.Confidence:R} {line.Box} {string.Join(' ', line.Characters)}")));
}
