using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Script;
using Extraction.Tests.Segmentation;

namespace Extraction.Tests.Script;

public sealed class TraditionalCharactersTests : IDisposable
{
    private static readonly TraditionalCharacters Characters = TraditionalCharacters.Load(KnowledgeFolder.Default());

    private readonly string folder = Directory.CreateTempSubdirectory("script").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("華為於2023年發佈盤古大模型", "华为于2023年发布盘古大模型")]
    [InlineData("乾燥設備", "干燥设备")]
    [InlineData("乾坤智驾由张於菟负责", "乾坤智驾由张於菟负责")]
    [InlineData("昇騰芯片與昇腾", "昇腾芯片与昇腾")]
    [InlineData("𠮷野家開業😀", "𠮷野家开业😀")]
    public void A_block_is_folded_one_character_for_one_where_it_is_traditional(string text, string folded) =>
        Assert.Equal(folded, Characters.Fold(SegmentationFixture.TextOf(text)).Text.TrimEnd('\n'));

    [Fact]
    public void Each_block_is_looked_at_by_itself() =>
        Assert.Equal("发布\n乾坤\n", Characters.Fold(SegmentationFixture.TextOf("發佈", "乾坤")).Text);

    [Fact]
    public void Simplified_text_stays_the_same_object()
    {
        NormalizedText text = SegmentationFixture.TextOf("华为发布盘古大模型");
        Assert.Same(text, Characters.Fold(text));
    }

    [Theory]
    [InlineData("發佈\t发布")]
    [InlineData("發\t发\tmaybe")]
    public void A_wrong_row_is_named(string row)
    {
        Directory.CreateDirectory(Path.Combine(folder, "normalization"));
        File.WriteAllText(Path.Combine(folder, "normalization", "traditional.tsv"), $"traditional\tsimplified\tshared\n{row}\n");
        Assert.Equal(2, Assert.Throws<KnowledgeException>(() => TraditionalCharacters.Load(new KnowledgeFolder(folder))).Line);
    }
}
