using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>The lines that open a document before its text begins: title, issue, publisher, date.</summary>
internal static class FrontMatter
{
    private const int MostLines = 8;
    private const int LongestLine = 60;
    private const string SentenceEnds = "。！？；";

    /// <summary>The title and the short lines below it on the first page, up to the first heading, list, table or sentence.</summary>
    public static IEnumerable<Block> Of(NormalizedText text)
    {
        bool isTitled = false;
        foreach (Block block in text.Blocks.Take(MostLines))
        {
            bool isTitle = block.Role == BlockRole.Title && !isTitled;
            bool isLine = block.Role is BlockRole.Paragraph or BlockRole.Furniture && block.Span.Length <= LongestLine && !text.TextOf(block).AsSpan().ContainsAny(SentenceEnds);
            if (block.Page != text.Blocks[0].Page || block.Cell is not null || !(isTitle || isLine)) yield break;
            isTitled |= isTitle;
            yield return block;
        }
    }
}
