using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>One document as the assemblers see it.</summary>
internal sealed class DocumentContext
{
    internal DocumentContext(SegmentedText text, MentionSet mentions, ImmutableArray<Candidate> candidates, ArgumentWords words, TableRules tables)
    {
        (Text, Mentions) = (text, mentions);
        Evidence = new EvidenceFactory(text.Normalized);
        Statements = [.. text.Sentences.Select(sentence => new Statement(text, sentence, mentions))];
        StatementsByBlock = Statements.ToLookup(statement => statement.Sentence.Block);
        CandidatesBySentence = candidates.ToLookup(candidate => candidate.Sentence);
        Grids = new GridView(text.Normalized, mentions);
        Tables = [.. text.Normalized.Tables.Select(grid => new TableView(grid, Grids, tables))];
        Topics = new TopicFinder(text.Normalized, mentions, Grids, words);
        Dates = new DateFinder(new OutlineDates(text.Normalized, mentions, StatementsByBlock, Grids));
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

    internal ImmutableArray<Block> Blocks => Text.Normalized.Blocks;

    internal string TextOf(Block block) => Text.Normalized.TextOf(block);

    /// <summary>The texts of a grid's caption and of the headings and titles above its first cell, nearest first.</summary>
    internal IEnumerable<string> Above(TableGrid grid)
    {
        if (grid.Caption is { } caption) yield return TextOf(Blocks[caption]);
        Block? first = Grids.First(grid.Number);
        for (int? parent = first?.Parent; parent is { } index; parent = Blocks[index].Parent) yield return TextOf(Blocks[index]);
    }

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
