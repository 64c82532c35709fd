using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Dates;

namespace Extraction.Recognition.Quantities;

/// <summary>Finds amounts, shares, counts and measures. Bare numbers, versions, ordinals and dates are none.</summary>
/// <remarks>A vague number (数千万) is <see cref="QuantityQualifier.About"/>, its value the lowest that is meant (10000000) and its
/// upper end the highest (99999999). Qualifying words (约, 超过, 以上) stay outside the span.</remarks>
public sealed class QuantityRecognizer
{
    private readonly QuantityScanner scanner;
    private readonly CellQuantities cells;
    private readonly DateRecognizer dates;

    private QuantityRecognizer(QuantityLexicon lexicon, DateRecognizer dates)
    {
        scanner = new QuantityScanner(lexicon);
        cells = new CellQuantities(scanner, lexicon);
        this.dates = dates;
    }

    /// <summary>Reads units, currencies, qualifiers, number words, and the date rules (no date is an amount).</summary>
    /// <exception cref="KnowledgeException">A line is wrong.</exception>
    public static QuantityRecognizer Load(KnowledgeFolder knowledge) => Load(knowledge, DateRecognizer.Load(knowledge));

    /// <summary>The same with a date recognizer that is loaded already.</summary>
    /// <exception cref="KnowledgeException">A line is wrong.</exception>
    public static QuantityRecognizer Load(KnowledgeFolder knowledge, DateRecognizer dates) => new(QuantityLexicon.Load(knowledge), dates);

    /// <summary>The amounts of a document, ascending, not overlapping. Page furniture is left out.</summary>
    public IEnumerable<QuantityMention> Recognize(SegmentedText text) => Recognize(text, [.. dates.Recognize(text)]);

    /// <summary>The same where the document's dates are known already.</summary>
    /// <param name="text">The document.</param>
    /// <param name="known">Its dates, ascending.</param>
    public IEnumerable<QuantityMention> Recognize(SegmentedText text, ImmutableArray<DateMention> known)
    {
        var structure = new DateStructure(text.Normalized);
        int date = 0;
        foreach (Block block in text.Normalized.Blocks)
        {
            if (block.Role == BlockRole.Furniture) continue;
            foreach (QuantityMention mention in InBlock(structure, block))
            {
                while (date < known.Length && known[date].Span.End <= mention.Span.Start) date++;
                if (date >= known.Length || !known[date].Span.Overlaps(mention.Span)) yield return mention;
            }
        }
    }

    private IEnumerable<QuantityMention> InBlock(DateStructure structure, Block block) =>
        cells.Read(structure, block) is { } whole ? [whole] : scanner.Scan(structure.Text.Text, block.Span);
}
