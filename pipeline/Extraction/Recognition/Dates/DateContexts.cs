using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>How the expressions of a document stand in their sentences: by their numbers.</summary>
internal sealed class DateContexts(DateStructure structure, DateRules rules, ImmutableArray<DateExpression> expressions)
{
    private const int Surroundings = 8;
    private const int DeclarationReach = 24;
    private const int DatelineReach = 16;
    private const int LongestLine = 30;
    // 秋季, 年度版
    private const int LongestIssue = 3;
    private const string SentenceEnds = "。！？；!?;";

    /// <summary>Whether the text says that dates without a year are of this one: 文中月日均指2024年.</summary>
    public bool IsDeclared(int index)
    {
        TextSpan span = expressions[index].Span;
        int start = Math.Max(structure.Text.Blocks[expressions[index].Block].Span.Start, span.Start - DeclarationReach);
        return expressions[index] is { IsComplete: true, From.Month: null } && rules.Declares.IsMatch(structure.Text.Text.AsSpan(start, span.Start - start));
    }

    /// <summary>Whether an expression stands in a cell that the reader does not stand in.</summary>
    public bool IsInCell(int index, int reader) =>
        structure.Text.Blocks[expressions[index].Block].Cell is not null && expressions[index].Block != expressions[reader].Block;

    /// <summary>Whether an expression is all that stands between brackets, a season or 版 behind it apart: 技术周刊（2024-07-26）, 汇编（2025年秋季）.</summary>
    public bool FillsBrackets(int index)
    {
        (string text, TextSpan span) = (structure.Text.Text, expressions[index].Span);
        if (span.Start == 0 || text[span.Start - 1] is not ('（' or '(')) return false;
        int close = text.AsSpan(span.End, Math.Min(LongestIssue + 1, text.Length - span.End)).IndexOfAny('）', ')');
        return close >= 0 && !text.AsSpan(span.End, close).ContainsAny("，、；—-至~");
    }

    /// <summary>Whether a date is told in passing (到2025年, 自2024年1月1日起施行): what is told of it is not what happens next.</summary>
    public bool IsBackground(int index)
    {
        (TextSpan span, TextSpan block) = (expressions[index].Span, structure.Text.Blocks[expressions[index].Block].Span);
        int start = Math.Max(block.Start, span.Start - Surroundings), end = Math.Min(block.End, span.End + Surroundings);
        return rules.BackgroundBefore.IsMatch(structure.Text.Text.AsSpan(start, span.Start - start))
            || rules.BackgroundAfter.IsMatch(structure.Text.Text.AsSpan(span.End, end - span.End));
    }

    /// <summary>Whether an expression opens its block and says when the document was made: 2025年3月7日，星期五。</summary>
    public bool IsDateline(int index) => OpensSentence(index) && expressions[index] is { IsComplete: true, From.Day: not null } dated
        && rules.Datelines.IsMatch(structure.Text.Text.AsSpan(dated.Span.End, structure.Text.Blocks[dated.Block].Span.End - dated.Span.End));

    /// <summary>Whether an expression stands in a short line that is no sentence (新闻资料 2025年9月30日 新竹): it says when what follows was filed.</summary>
    public bool HeadsRelease(int index)
    {
        Block block = structure.Text.Blocks[expressions[index].Block];
        return expressions[index] is { IsComplete: true, From.Day: not null } && block is { Cell: null, Role: BlockRole.Paragraph or BlockRole.Heading, Span.Length: <= LongestLine }
            && !structure.Text.TextOf(block).AsSpan().ContainsAny(SentenceEnds) && !structure.Text.TextOf(block).Contains('，');
    }

    /// <summary>Whether a sentence ends between an expression and a later one; other blocks are other sentences.</summary>
    public bool EndsSentence(int index, int later) => expressions[index].Block != expressions[later].Block
        || structure.Text.Text.AsSpan(expressions[index].Span.End, expressions[later].Span.Start - expressions[index].Span.End).ContainsAny(SentenceEnds);

    /// <summary>Whether an expression stands first in its sentence or behind a colon.</summary>
    public bool OpensSentence(int index)
    {
        int start = structure.Text.Blocks[expressions[index].Block].Span.Start;
        ReadOnlySpan<char> before = structure.Text.Text.AsSpan(start, expressions[index].Span.Start - start).TrimEnd();
        while (!before.IsEmpty && rules.Bullets.Contains(before[^1], StringComparison.Ordinal)) before = before[..^1].TrimEnd();
        return before.IsEmpty || SentenceEnds.Contains(before[^1], StringComparison.Ordinal) || before[^1] is '：' or ':';
    }

    // （南京3月8日电）, （Rotterdam, 3月8日）: the brackets that open a report say when it was filed.
    private bool IsFiled(int index)
    {
        int start = structure.Text.Blocks[expressions[index].Block].Span.Start;
        ReadOnlySpan<char> before = structure.Text.Text.AsSpan(start, expressions[index].Span.Start - start).TrimStart();
        return before.Length is > 1 and <= DatelineReach && (before[0] is '（' or '(') && !before[1..].ContainsAny("（(）)【】〔〕");
    }

    /// <summary>Whether an expression stands in brackets or a title that close before the reader, or before its block's end; a dateline does not.</summary>
    public bool IsAside(int index, int reader)
    {
        if (IsFiled(index)) return false;
        bool isSameBlock = expressions[index].Block == expressions[reader].Block;
        return IsAsideAt(index, isSameBlock ? expressions[reader].Span.Start : structure.Text.Blocks[expressions[index].Block].Span.End);
    }

    /// <summary>Whether brackets or title marks close between a date and a position: what is said inside them does not govern the outside.</summary>
    public bool IsAsideAt(int index, int end)
    {
        int depth = 0;
        foreach (char character in structure.Text.Text.AsSpan(expressions[index].Span.End, end - expressions[index].Span.End))
        {
            if (character is '《' or '（' or '(' or '【') depth++;
            else if (character is '》' or '）' or ')' or '】' && --depth < 0) return true;
        }

        return false;
    }
}
