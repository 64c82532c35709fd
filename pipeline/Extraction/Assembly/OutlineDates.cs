using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Dates that govern a statement from outside its sentence.</summary>
internal sealed class OutlineDates
{
    // Other clauses of an opening that is more than a date: 2023年3月成立，由王小川创立.
    private static readonly string[] Enders = ["，", ",", "：", ":", " ", "\t", "—", "-", "|", "、", "底，", "期间"];

    private readonly NormalizedText text;
    private readonly MentionSet mentions;
    private readonly ILookup<int, Statement> byBlock;
    private readonly GridView grids;
    private readonly Dictionary<(int Table, int Row), FoundDate?> rows = [];
    private readonly Releases releases;
    private readonly ArgumentWords words;

    internal OutlineDates(NormalizedText text, MentionSet mentions, ILookup<int, Statement> byBlock, GridView grids, Releases releases, ArgumentWords words) =>
        (this.text, this.mentions, this.byBlock, this.grids, this.releases, this.words) = (text, mentions, byBlock, grids, releases, words);

    /// <summary>The date that opens a clause as an adverbial of time: directly at its start, and not itself the time of another statement's verb.</summary>
    internal static DateMention? OpeningDate(Statement statement, TextSpan clause)
    {
        if (FirstDate(statement, clause) is not { } first) return null;
        if (first.Span.End >= clause.End) return first;
        // 2023年3月成立，由…: the date belongs to 成立 alone; 23年3月份百度率先发布…，阿里推出…: it reaches on over other subjects.
        return statement.In<OrganizationMention>(clause).Any(organization => organization.Span.Start - first.Span.End <= 1) ? first : null;
    }

    /// <summary>The date at the start of a clause; null where there is none.</summary>
    internal static DateMention? FirstDate(Statement statement, TextSpan clause)
    {
        List<DateMention> dates = [.. statement.In<DateMention>(clause).Take(2)];
        if (dates is not [var first, ..] || first.Span.Start - clause.Start > (statement.FollowedByAny(clause.Start, ["也就是"]) ? 3 : 2)) return null;
        // 三个月后的4月24日 is the day.
        return dates is [_, { Date: not null } second] && statement.Slice(first.Span.End, second.Span.Start) is ['的'] ? second : first.Date is null ? null : first;
    }

    /// <summary>The date of the table row, of an earlier sentence of the block that opens with it, of a heading that is only a date, or of the press release.</summary>
    internal FoundDate? Governing(Statement statement)
    {
        Block block = statement.Block;
        if (block.Cell is { } cell) return Once(cell);
        return EarlierSentence(statement) ?? Heading(block) ?? Release(statement);
    }

    // each cell of a row asks
    private FoundDate? Once(CellAddress cell)
    {
        if (!rows.TryGetValue((cell.Table, cell.Row), out FoundDate? found)) rows[(cell.Table, cell.Row)] = found = RowDate(cell);
        return found;
    }

    // 与此同时，集团委任…: what a press release tells without a date is of its day.
    private FoundDate? Release(Statement statement) =>
        !statement.All<DateMention>().Any() && releases.DayOf(statement.Block) is { } day ? new FoundDate(Inherit(day), null) : null;

    private FoundDate? RowDate(CellAddress cell)
    {
        foreach (Block other in grids.Row(cell.Table, cell.Row))
            if (grids.OnlyDate(other) is { } date) return new FoundDate(Inherit(date), null);
        return null;
    }

    private FoundDate? EarlierSentence(Statement statement)
    {
        // A sentence with a date of its own takes none over.
        if (statement.All<DateMention>().Any(mention => mention.Date is not null)) return null;
        if (SameOccasion(statement) is { } occasion) return occasion;
        foreach (Statement earlier in byBlock[statement.Sentence.Block].Where(other => other.Sentence.Index < statement.Sentence.Index).Reverse())
        {
            DateMention? opening = earlier.Clauses.Select(clause => OpeningAdverbial(earlier, clause)).LastOrDefault(date => date is not null);
            if (opening is not null) return new FoundDate(Inherit(opening), null);
            // A date that is no adverbial ends the reach of those before it.
            if (earlier.All<DateMention>().Any()) return null;
        }

        return null;
    }

    // 同场，甲与乙签约: on the day of the sentence before.
    private FoundDate? SameOccasion(Statement statement)
    {
        if (!statement.FollowedByAny(statement.Span.Start, words.SameOccasion)) return null;
        Statement? before = byBlock[statement.Sentence.Block].LastOrDefault(other => other.Sentence.Index < statement.Sentence.Index);
        return before?.All<DateMention>().LastOrDefault(date => date.Date is { Precision: DatePrecision.Day }) is { } day ? new FoundDate(Inherit(day), null) : null;
    }

    // Over a sentence end only an adverbial with its own comma reaches: 2023年下半年，….
    private static DateMention? OpeningAdverbial(Statement statement, TextSpan clause)
    {
        DateMention? first = statement.In<DateMention>(clause).FirstOrDefault();
        return first?.Date is not null && first.Span.Start - clause.Start <= 2
            && (first.Span.End >= clause.End || statement.FollowedByAny(first.Span.End, [.. Enders])) ? first : null;
    }

    private FoundDate? Heading(Block block)
    {
        for (int? parent = block.Parent; parent is { } index; parent = text.Blocks[index].Parent)
        {
            Block above = text.Blocks[index];
            if (OnlyDate(above) is { } date) return new FoundDate(Inherit(date), null);
        }

        return null;
    }

    private DateMention? OnlyDate(Block block)
    {
        DateMention? date = mentions.In<DateMention>(block.Span).FirstOrDefault();
        return date?.Date is not null && date.Span.Length >= block.Span.Length - 2 ? date : null;
    }

    private static ResolvedDate Inherit(DateMention mention) =>
        mention.Date! with { Basis = DateBasis.Inherited, Anchor = mention.Date!.Anchor ?? mention.Span };
}
