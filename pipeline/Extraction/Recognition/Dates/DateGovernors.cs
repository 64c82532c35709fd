using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>What an expression takes its missing parts from.</summary>
/// <param name="Reading">The date that governs.</param>
/// <param name="Year">The year taken from it.</param>
/// <param name="Anchor">Where that year is written.</param>
internal sealed record DateGovernor(DateReading Reading, int Year, TextSpan Anchor)
{
    /// <summary>Another year that the text allows, null where there is none.</summary>
    public int? OtherYear { get; init; }

    /// <summary>Whether no place of the text gives this year to the expression, but the document's other dates suggest it.</summary>
    public bool IsInferred { get; init; }
}

/// <summary>
/// Finds governors, nearest surroundings first: the block before the expression, the table, the headings above, the section
/// before, the page's title, the document's own date. An unclear one (2017-2018年) is never guessed through.
/// </summary>
internal sealed class DateGovernors
{
    private const int Reach = 40;
    private readonly DateStructure structure;
    private readonly DateRules rules;
    private readonly ImmutableArray<DateExpression> expressions;
    private readonly DateReading?[] readings;
    private readonly DateContexts contexts;
    private readonly ILookup<int, int> byBlock;
    private readonly Dictionary<int, int> pageTitles = [];
    private DateGovernor? declared;
    private DateGovernor? document;
    private DateGovernor? documentFrame;
    private DateGovernor? documentMonth;
    private DateGovernor? dateline;
    private ImmutableArray<Block> frontMatter = [];
    private DateGovernor? prevailing;

    public DateGovernors(DateStructure structure, DateRules rules, ImmutableArray<DateExpression> expressions, DateReading?[] readings)
    {
        (this.structure, this.rules, this.expressions, this.readings) = (structure, rules, expressions, readings);
        contexts = new DateContexts(structure, rules, expressions);
        byBlock = Enumerable.Range(0, expressions.Length).ToLookup(index => expressions[index].Block);
        foreach (Block block in structure.Text.Blocks)
            if (block.Role == BlockRole.Title) pageTitles.TryAdd(block.Page, block.Index);
    }

    /// <summary>
    /// Takes the document's own date from its front matter: the title's year, else that of a line below it (2025年6月号), else a line of the
    /// first page that is nothing but a date; and the year that most of its dates agree on.
    /// </summary>
    public void FindDocumentDate()
    {
        if (structure.Text.Blocks.IsEmpty) return;
        int first = structure.Text.Blocks[0].Page;
        List<Block> front = [.. FrontMatter.Of(structure.Text)];
        frontMatter = [.. front];
        dateline = Dateline(front.Count);
        if (pageTitles.TryGetValue(first, out int title)) document = Of(title, null);
        document ??= front.Select(block => Of(block.Index, null)).FirstOrDefault(governor => governor is not null);
        document ??= dateline;
        if (document is not null && front.Exists(block => rules.Frames.IsMatch(structure.Text.TextOf(block)))) documentFrame = document;
        for (int i = 0; document is null && i < expressions.Length && PageOf(i) == first; i++)
            if (DatedBullets.IsPeriod(expressions[i], structure)) document = Governor(i, null);
        prevailing = PrevailingYear();
        if ((Declared() ?? OfVolume(front)) is not { } year) return;
        (declared, document, documentFrame) = (year, year, year);
    }

    // The line that ends the front matter may say more than its date.
    private DateGovernor? Dateline(int block) =>
        byBlock[block].Take(1).Where(contexts.IsDateline).Select(index => Governor(index, null)).FirstOrDefault();

    // 2025年6月号, or 2025年第24周（6月9日至15日), whose month is complete only once the year is found.
    private DateGovernor? DocumentMonth() => documentMonth ??= frontMatter.SelectMany(block => byBlock[block.Index])
        .Where(index => HasMonth(index) && Governor(index, null)?.Year == document?.Year)
        .Select(index => Governor(index, null)).FirstOrDefault() ?? dateline;

    // 文中月日均指2024年
    private DateGovernor? Declared() => Enumerable.Range(0, expressions.Length).Where(contexts.IsDeclared).Select(i => Governor(i, null)).FirstOrDefault();

    // 年鉴（2025卷） tells of 2025 or of the year before: of what most of its dates say.
    private DateGovernor? OfVolume(List<Block> front) =>
        prevailing?.Year + 1 == document?.Year && front.Exists(block => rules.Volumes.IsMatch(structure.Text.TextOf(block))) ? prevailing : null;

    /// <summary>The governor of a date without a year; with <paramref name="needsMonth"/>, of a day without a month.</summary>
    public DateGovernor? For(int index, bool needsMonth)
    {
        DateExpression expression = expressions[index];
        int? month = expression.From.FirstMonth;
        if (InBlock(index, month, needsMonth) is { } before) return before;
        Block block = structure.Text.Blocks[expression.Block];
        if (needsMonth) return MonthAround(index, block);
        if (InTable(block, month) is { } cell) return cell;
        bool isUnclear = false;
        // A year that the text declares outweighs the one of its title (…年鉴2025卷).
        foreach (Block above in structure.Above(block).Where(above => above.Role != BlockRole.Title || (declared is null && above.Page == block.Page)))
        {
            if (Of(above.Index, month) is { } heading && !IsEntry(heading)) return heading;
            isUnclear |= HasYear(above.Index);
        }

        if (declared is not null) return declared;
        if (InSection(index, month) is { } neighbour) return neighbour;
        if (isUnclear) return null;
        DateGovernor? title = pageTitles.TryGetValue(block.Page, out int titleBlock) ? Of(titleBlock, month) : null;
        return title ?? document ?? prevailing;
    }

    // 2024年4月7日　某机型获批 in an issue of 2025 is an entry of a list, no heading of what follows.
    private bool IsEntry(DateGovernor heading) => heading.Reading.From.Day is not null && documentFrame is { } frame && frame.Year != heading.Year;

    // 26日 under 6月 or in the issue of June.
    private DateGovernor? MonthAround(int index, Block block)
    {
        DateGovernor? above = structure.Above(block).SelectMany(heading => byBlock[heading.Index]).Where(HasMonth).Select(i => Governor(i, null)).FirstOrDefault();
        return above ?? InSection(index, null, needsMonth: true) ?? DocumentMonth();
    }

    // In an issue that names its month, another one (9日公布8月营收) counts only where it opens its sentence.
    private bool GivesMonth(int index) => HasMonth(index) && (DocumentMonth() is null || contexts.OpensSentence(index) || contexts.HeadsRelease(index));

    private bool HasMonth(int index) => readings[index]?.From.Month is not null;

    // The year that two thirds of the complete dates name, at least three of them; what is told in passing does not count.
    private DateGovernor? PrevailingYear()
    {
        List<DateGovernor> told = [.. Enumerable.Range(0, expressions.Length).Where(i => expressions[i].IsComplete && !contexts.IsBackground(i))
            .Select(i => Governor(i, null)).OfType<DateGovernor>()];
        IGrouping<int, DateGovernor>? most = told.GroupBy(governor => governor.Year).MaxBy(group => group.Count());
        return most is not null && most.Count() >= 3 && most.Count() * 3 >= told.Count * 2 ? most.First() with { IsInferred = true } : null;
    }

    /// <summary>The date named last before an expression that is at least as fine as <paramref name="unit"/>.</summary>
    public DateGovernor? NamedLast(int index, DateUnit unit)
    {
        for (int i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            if (readings[i] is not { } reading || reading.To is { Year: var last } && last != reading.From.Year) continue;
            if (unit != DateUnit.Year && reading.From.Month is null || unit == DateUnit.Day && reading.From.Day is null) continue;
            if (!contexts.IsAside(i, index) && !contexts.IsInCell(i, index) && !(contexts.EndsSentence(i, index) && contexts.IsBackground(i))) return Governor(i, null);
        }

        return null;
    }

    /// <summary>What 今年 and 上月 count from: the document's own date, else the headings above.</summary>
    public DateGovernor? DocumentDate(int index, DateUnit unit)
    {
        if (unit != DateUnit.Year && DocumentMonth() is { } month) return month;
        if (document is not null) return document;
        Block block = structure.Text.Blocks[expressions[index].Block];
        DateGovernor? above = structure.Above(block).Select(heading => Of(heading.Index, null)).FirstOrDefault(governor => governor is not null);
        return above ?? (pageTitles.TryGetValue(block.Page, out int title) && title != block.Index ? Of(title, null) : null);
    }

    private DateGovernor? InBlock(int index, int? month, bool needsMonth)
    {
        int? skipped = null;
        for (int i = index - 1; i >= 0 && i >= index - Reach && expressions[i].Block == expressions[index].Block; i--)
        {
            if (readings[i] is not { } reading || (needsMonth && reading.From.Month is null) || contexts.IsAside(i, index)) continue;
            if (Governor(i, month) is not { } governor) continue;
            if (!contexts.EndsSentence(i, index)) return governor;
            if (IsOtherYear(i) && !contexts.OpensSentence(i)) continue;
            if (contexts.IsBackground(i)) skipped ??= reading.From.Month is null ? null : governor.Year;
            else return needsMonth ? governor : InFrame(governor with { OtherYear = skipped == governor.Year ? null : skipped }, i, index, month);
        }

        return null;
    }

    // 去年 and 明年 tell of themselves: what the next paragraph dates 5月 is of the document's year again.
    private bool IsOtherYear(int index) => expressions[index].Rule.Relative is { Unit: DateUnit.Year, FromDocument: true, Offset: not 0 };

    // A date that opens its sentence carries on. One in the middle (…于2022年11月公布) is told in passing where a title names the year.
    private DateGovernor InFrame(DateGovernor governor, int governing, int index, int? month) =>
        contexts.OpensSentence(governing) || Frame(index, month) is not { } frame || frame.Year == governor.Year ? governor : frame with { OtherYear = governor.Year };

    private DateGovernor? Frame(int index, int? month) =>
        structure.Above(structure.Text.Blocks[expressions[index].Block])
            .Where(above => above.Role == BlockRole.Heading || (above.Role == BlockRole.Title && declared is null))
            .Select(above => Of(above.Index, month)).FirstOrDefault(governor => governor is not null) ?? documentFrame;

    private DateGovernor? InTable(Block block, int? month)
    {
        if (block.Cell is null) return null;
        IEnumerable<Block> around = structure.ColumnHeaders(block).Concat(structure.CellsBefore(block)).Concat(structure.CellsAbove(block));
        if (structure.Caption(block) is { } caption) around = around.Append(caption);
        return around.Select(cell => Of(cell.Index, month)).FirstOrDefault(governor => governor is not null);
    }

    // Paragraphs and list items before this one under the same heading.
    private DateGovernor? InSection(int index, int? month, bool needsMonth = false)
    {
        Block block = structure.Text.Blocks[expressions[index].Block];
        for (int i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            Block other = structure.Text.Blocks[expressions[i].Block];
            if (other.Page != block.Page) return null;
            if (other.Parent != block.Parent || other.Cell is not null) continue;
            if ((needsMonth && !GivesMonth(i)) || IsOtherYear(i)) continue;
            if (Governor(i, month) is { } governor && !contexts.IsAside(i, index) && !contexts.IsBackground(i)) return needsMonth ? governor : InFrame(governor, i, index, month);
        }

        return null;
    }

    // The year of a block: one only if its dates agree on it.
    private DateGovernor? Of(int block, int? month)
    {
        DateGovernor? found = null;
        foreach (int i in byBlock[block])
        {
            bool isAside = contexts.IsAsideAt(i, structure.Text.Blocks[block].Span.End) && !contexts.FillsBrackets(i);
            if (isAside || Governor(i, month) is not { } governor) continue;
            if (found is not null && found.Year != governor.Year) return null;
            found ??= governor;
        }

        return found;
    }

    private DateGovernor? Governor(int index, int? month) => readings[index] is { } reading && reading.YearFor(month) is { } year
        ? new DateGovernor(reading, year, reading.Date.Anchor ?? expressions[index].Span)
        : null;

    private bool HasYear(int block) => byBlock[block].Any(index => readings[index] is not null);

    private int PageOf(int index) => structure.Text.Blocks[expressions[index].Block].Page;
}
