using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

/// <summary>The frozen data, loaded once for all tests of a class.</summary>
public sealed class SegmentationFixture
{
    public static readonly ImmutableArray<string> Lexicon =
        ["蓝鲸航运", "云杉", "云杉一号", "Orca 2", "GPX-4 Turbo", "AI芯片", "C端", "Yabba! Labs", "微珀", "K·9"];

    public SegmentationFixture()
    {
        KnowledgeFolder knowledge = KnowledgeFolder.Default();
        Plain = new JiebaSegmenter(SegmentationDictionary.Load(knowledge, []), HmmModel.Load(knowledge));
        Domain = TextSegmenter.Load(knowledge, Lexicon);
    }

    public JiebaSegmenter Plain { get; }

    public TextSegmenter Domain { get; }

    /// <summary>A text whose blocks are its lines; every second role differs, to show that roles do not matter.</summary>
    public static NormalizedText TextOf(params string[] blocks)
    {
        var builder = new RawTextBuilder();
        foreach (string block in blocks)
        {
            int start = builder.Length;
            builder.Append(block, new Locator { Page = 1 });
            BlockRole role = builder.Blocks.Count % 2 == 0 ? BlockRole.Paragraph : BlockRole.Furniture;
            builder.Add(new Block { Index = 0, Role = role, Span = new TextSpan(start, builder.Length), Page = 1 });
            builder.Append("\n", new Locator());
        }

        RawText raw = builder.Build(null!);
        (string text, OffsetMap map) = new OffsetMapBuilder(raw.Text).Build();
        return new NormalizedText(raw, text, raw.Blocks, map);
    }
}
