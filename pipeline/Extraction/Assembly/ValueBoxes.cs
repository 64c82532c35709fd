using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads figures that stand alone in a box or line, with the short line beside them that says what they measure (44% over 供货稳定).</summary>
internal sealed class ValueBoxes
{
    private const int LongestLabel = 30;

    internal IEnumerable<StatisticRecord> Assemble(DocumentContext context)
    {
        Block[] blocks = [.. context.Blocks.Where(block => block is { IsContent: true, Cell: null } && block.Span.Length > 0)];
        for (int i = 0; i < blocks.Length; i++)
            if (Value(blocks[i], context) is { } value && Label(blocks, i, context) is { } label)
                yield return new StatisticRecord
                {
                    Subject = context.TextOf(label).Trim(),
                    Quantity = value.Quantity,
                    Period = context.DateIn(label),
                    Evidence = [context.Evidence.At(label.Span), context.Evidence.At(value.Span)],
                };
    }

    // Where a run of values and labels begins with a value, each label stands behind its value; else before it.
    private static Block? Label(Block[] blocks, int at, DocumentContext context)
    {
        int first = at;
        while (first >= 2 && IsLabel(blocks[first - 1], context) && Value(blocks[first - 2], context) is not null) first -= 2;
        bool isBefore = first > 0 && IsLabel(blocks[first - 1], context);
        bool isBehind = at + 1 < blocks.Length && IsLabel(blocks[at + 1], context);
        if (isBefore && isBehind && Follows(blocks, at, context)) return blocks[at + 1];
        return isBefore ? blocks[at - 1] : isBehind ? blocks[at + 1] : null;
    }

    // The label behind the last value of the run closes it: nothing of the run stands without its label.
    private static bool Follows(Block[] blocks, int at, DocumentContext context)
    {
        int last = at;
        while (last + 2 < blocks.Length && IsLabel(blocks[last + 1], context) && Value(blocks[last + 2], context) is not null) last += 2;
        return last + 1 < blocks.Length && IsLabel(blocks[last + 1], context) && blocks[last + 1].Container == blocks[at].Container;
    }

    private static QuantityMention? Value(Block block, DocumentContext context)
    {
        if (block.Span.Length > 24) return null;
        QuantityMention? mention = context.Mentions.In<QuantityMention>(block.Span).FirstOrDefault();
        return mention is not null && context.TextOf(block).Trim(' ', '约', '超', '近', '+', '＋', '•').Length <= mention.Span.Length + 1 ? mention : null;
    }

    private static bool IsLabel(Block block, DocumentContext context) =>
        block.Role is not (BlockRole.Heading or BlockRole.Title) && block.Span.Length is > 1 and <= LongestLabel
        && !context.Mentions.In<QuantityMention>(block.Span).Any()
        && context.TextOf(block).IndexOfAny(['。', '？', '！', '；', '：', '?']) < 0;
}
