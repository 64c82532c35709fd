using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>What the headings above a block and the other cells of its row say of what is stated there: 未能成真的, 下期预告; 终止.</summary>
internal sealed class SurroundingStance(StanceRules rules)
{
    // 待监管批准, 推迟，未递表: the cell that tells how things stand is short; a longer one tells of something else.
    private const int LongestState = 12;

    /// <summary>The event as its surroundings leave it. What its own sentence says already stays.</summary>
    internal EventRecord Apply(EventRecord record, Block block, DocumentContext context)
    {
        List<string> headings = [.. HeadingsAbove(block, context)];
        List<string> cells = block.Cell is { } cell ? [.. context.Grids.Row(cell.Table, cell.Row).Where(other => other != block && other.Span.Length <= LongestState).Select(context.TextOf)] : [];
        return Apply(record, headings, cells);
    }

    /// <summary>The event of a table's row as the table's caption and the headings above it leave it.</summary>
    internal EventRecord Apply(EventRecord record, IEnumerable<string> headings) => Apply(record, [.. headings], []);

    private EventRecord Apply(EventRecord record, List<string> headings, List<string> cells)
    {
        bool isNegated = OccursIn(rules.Negated.Heading, headings) || OccursIn(rules.Negated.Row, cells);
        bool isPlanned = OccursIn(rules.Planned.Heading, headings) || OccursIn(rules.Planned.Row, cells);
        Modality modality = record.Modality != Modality.Asserted ? record.Modality
            : isPlanned ? Modality.Planned
            : OccursIn(rules.Reported.Heading, headings) ? Modality.Reported
            : Modality.Asserted;
        return record with { Polarity = isNegated ? Polarity.Negated : record.Polarity, Modality = modality };
    }

    private static IEnumerable<string> HeadingsAbove(Block block, DocumentContext context)
    {
        for (int? parent = block.Parent; parent is { } index; parent = context.Blocks[index].Parent)
            if (context.Blocks[index].Role == BlockRole.Heading) yield return context.TextOf(context.Blocks[index]);
    }

    private static bool OccursIn(ImmutableArray<string> words, List<string> texts) =>
        texts.Exists(text => words.Any(word => text.Contains(word, StringComparison.Ordinal)));
}
