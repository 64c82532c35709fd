using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>One document as the assemblers see it.</summary>
internal sealed class DocumentContext
{
    // **1X 开卖家用人形机器人 NEO。**: a heading of a sentence, its product in the first half.
    private const int LongestLead = 40;
    private const int LongestOpening = 20;
    private const int LongestLabel = 30;
    private const int LongestEntryName = 16;

    internal DocumentContext(SegmentedText text, MentionSet mentions, ImmutableArray<Candidate> candidates, ArgumentWords words, TableRules tables)
    {
        (Text, Mentions) = (text, mentions);
        Evidence = new EvidenceFactory(text.Normalized);
        Statements = [.. text.Sentences.Select(sentence => new Statement(text, sentence, mentions))];
        StatementsByBlock = Statements.ToLookup(statement => statement.Sentence.Block);
        CandidatesBySentence = candidates.ToLookup(candidate => candidate.Sentence);
        Grids = new GridView(text.Normalized, mentions);
        Tables = [.. text.Normalized.Tables.Where(Grids.Views).Select(grid => new TableView(grid, Grids, tables))];
        Makers = new ProductMakers(text.Text, mentions);
        var releases = new Releases(text.Normalized, mentions, words);
        Topics = new TopicFinder(text.Normalized, mentions, Grids, words, releases);
        Dates = new DateFinder(new OutlineDates(text.Normalized, mentions, StatementsByBlock, Grids, releases, words), words);
    }

    internal SegmentedText Text { get; }

    internal MentionSet Mentions { get; }

    internal EvidenceFactory Evidence { get; }

    internal ImmutableArray<Statement> Statements { get; }

    internal ILookup<int, Statement> StatementsByBlock { get; }

    internal ILookup<int, Candidate> CandidatesBySentence { get; }

    internal GridView Grids { get; }

    internal ImmutableArray<TableView> Tables { get; }

    internal TopicFinder Topics { get; }

    internal DateFinder Dates { get; }

    internal ProductMakers Makers { get; }

    internal ImmutableArray<Block> Blocks => Text.Normalized.Blocks;

    internal string TextOf(Block block) => Text.Normalized.TextOf(block);

    /// <summary>The product that opens a block's short first sentence, or the heading above the block; null where there is none.</summary>
    internal FoundObject? LeadOf(Block block)
    {
        Statement? first = StatementsByBlock[block.Index].FirstOrDefault();
        TextSpan? heading = block.Parent is { } parent && Blocks[parent].Role == BlockRole.Heading ? Blocks[parent].Span : null;
        if (Topics.CardHead(block) is { } card) return Opening(card.Span) is { } named ? ToObject(named) : new FoundObject(new EventObject(TextOf(card), "other", null), card.Span);
        if (first is not null && Bracketed(first) is { } entry) return entry;
        ProductMention? product = (first is null ? null : Opening(first.Span)) ?? (heading is { } above ? Opening(above) : null);
        return product is null ? null : ToObject(product);
    }

    // 【Doris】2022年6月16日自孵化器毕业: the entry's heading names what it is about, where it is a name and no sentence.
    private FoundObject? Bracketed(Statement first)
    {
        if (first.Slice(first.Span.Start, first.Span.End) is not ['【', ..] text || text.IndexOf('】') is not (> 1 and <= LongestEntryName + 1 and var close)) return null;
        var span = new TextSpan(first.Span.Start + 1, first.Span.Start + close);
        if (first.In<OrganizationMention>(span).Any() || CandidatesBySentence[first.Sentence.Index].Any(candidate => candidate.Trigger is { } trigger && span.Contains(trigger))) return null;
        return first.In<ProductMention>(span).FirstOrDefault() is { } product ? ToObject(product) : new FoundObject(new EventObject(first.TextOf(span), "other", null), span);
    }

    private static FoundObject ToObject(ProductMention product) => new(new EventObject(product.Name, product.Kind, product.Version), product.Span);

    private ProductMention? Opening(TextSpan span) =>
        span.Length > LongestLead ? null : Mentions.In<ProductMention>(span).FirstOrDefault(product => product.Span.Start - span.Start <= LongestOpening);

    /// <summary>The texts of what names a grid: see <see cref="BlocksAbove"/>.</summary>
    internal IEnumerable<string> Above(TableGrid grid) => BlocksAbove(grid).Select(TextOf);

    /// <summary>A grid's caption, the short line right above it and the headings and titles above its first cell, nearest first.</summary>
    internal IEnumerable<Block> BlocksAbove(TableGrid grid)
    {
        if (grid.Caption is { } caption) yield return Blocks[caption];
        Block? first = Grids.First(grid.Number);
        if (first is { Index: > 0 } && IsLabel(Blocks[first.Index - 1]) && first.Index - 1 != grid.Caption) yield return Blocks[first.Index - 1];
        for (int? parent = first?.Parent; parent is { } index; parent = Blocks[index].Parent) yield return Blocks[index];
    }

    // A short line right above a table that is no sentence names it.
    private bool IsLabel(Block block) =>
        block.Cell is null && block.Role is BlockRole.Paragraph or BlockRole.Caption && block.Span.Length is > 0 and <= LongestLabel && TextOf(block)[^1] is not ('。' or '！' or '？' or '；');

    /// <summary>The texts of the content blocks on a grid's pages that stand before it.</summary>
    internal IEnumerable<string> PageTextBefore(TableGrid grid)
    {
        Block? first = Grids.First(grid.Number);
        return first is null ? [] : Blocks.Where(block => block.Page == first.Page && block.Index < first.Index && block.IsContent).Select(TextOf);
    }

    /// <summary>The date that a block consists of or holds first; null for none.</summary>
    internal RecordDate? DateIn(Block? block) =>
        block is null ? null : Evidence.Date(Mentions.In<DateMention>(block.Span).FirstOrDefault(mention => mention.Date is not null)?.Date);
}
