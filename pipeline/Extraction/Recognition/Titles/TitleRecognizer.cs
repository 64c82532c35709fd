using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Names;

namespace Extraction.Recognition.Titles;

/// <summary>Recognizes titles in 《》, names of policies that the text uses without them, and official numbers.</summary>
public sealed class TitleRecognizer
{
    private const int LongestBareName = 24;
    private readonly TitleKinds kinds;
    private readonly NameWords words;
    private readonly DocumentNumbers numbers;

    private TitleRecognizer(TitleKinds kinds, NameWords words, DocumentNumbers numbers) =>
        (this.kinds, this.words, this.numbers) = (kinds, words, numbers);

    /// <summary>Reads <c>lexicon/title-heads.tsv</c>, <c>name-words.tsv</c>, <c>standard-bodies.tsv</c> and <c>registration-prefixes.tsv</c>.</summary>
    /// <exception cref="KnowledgeException">A file is missing or wrong.</exception>
    public static TitleRecognizer Load(KnowledgeFolder knowledge)
    {
        NameWords words = NameWords.Load(knowledge);
        return new TitleRecognizer(TitleKinds.Load(knowledge), words, DocumentNumbers.Load(knowledge, words));
    }

    /// <summary>The <see cref="TitleMention"/>s and <see cref="DocumentNumberMention"/>s of a document, ascending inside each block.</summary>
    public IEnumerable<Mention> Recognize(SegmentedText text)
    {
        foreach (Block block in text.Normalized.Blocks.Where(block => block.IsContent))
        {
            List<DocumentNumberMention> found = [.. Longest(numbers.Find(text.Text, block.Span))];
            List<TitleMention> titles = [.. MarkedTitles(text.Text, block.Span, found)];
            titles.AddRange(BareTitles(text.Text, block.Span).Where(bare => !titles.Exists(title => title.Span.Overlaps(bare.Span))).ToList());
            foreach (TitleMention title in titles.OrderBy(title => title.Span)) yield return title;
            foreach (DocumentNumberMention number in found) yield return number;
        }
    }

    private static IEnumerable<DocumentNumberMention> Longest(IEnumerable<DocumentNumberMention> found)
    {
        var kept = new List<DocumentNumberMention>();
        foreach (DocumentNumberMention number in found.OrderByDescending(number => number.Span.Length).ThenBy(number => number.Span))
            if (!kept.Exists(other => other.Span.Overlaps(number.Span))) kept.Add(number);
        return kept.OrderBy(number => number.Span);
    }

    private IEnumerable<TitleMention> MarkedTitles(string text, TextSpan block, List<DocumentNumberMention> found)
    {
        foreach (TextSpan marked in TitleMarks.Find(text, block))
        {
            string inner = text[(marked.Start + 1)..(marked.End - 1)].Trim();
            if (inner.Length == 0) continue;
            int end = EndOfTail(text, marked.End, block.End);
            string title = inner + text[marked.End..end].Trim();
            (TitleKind kind, string rule) = kinds.Of(title);
            if (IsWork(text, new TextSpan(marked.Start, end), block)) kind = TitleKind.Work;
            if (found.Exists(number => number.Kind == "standard" && text.AsSpan(number.Span.End, Math.Max(0, marked.Start - number.Span.End)).IsWhiteSpace() && number.Span.End <= marked.Start))
                kind = TitleKind.Standard;
            yield return new TitleMention(new TextSpan(marked.Start, end), rule, title, kind);
        }
    }

    // 手游《…行动》, 《…计划》定档: what stands beside the title says more than its last word.
    private bool IsWork(string text, TextSpan title, TextSpan block) =>
        kinds.BeforeWorks.LengthBefore(text, title.Start, block.Start) > 0 || kinds.BehindWorks.LengthAt(text.AsSpan(0, block.End), title.End) > 0;

    // 《…办法》（征求意见稿）: the bracket belongs to the title although it stands behind the marks.
    private int EndOfTail(string text, int position, int limit)
    {
        int open = position;
        while (open < limit && text[open] == ' ') open++;
        if (open >= limit || text[open] is not ('（' or '(')) return position;
        int close = text.IndexOfAny(['）', ')'], open, Math.Min(limit - open, 24));
        return close > 0 && kinds.Tails.OccursIn(text.AsSpan(open + 1, close - open - 1)) ? close + 1 : position;
    }

    private IEnumerable<TitleMention> BareTitles(string text, TextSpan block)
    {
        int position = block.Start;
        while (position < block.End)
        {
            int length = kinds.BareHeads.LengthAt(text.AsSpan(0, block.End), position);
            if (length == 0)
            {
                position++;
                continue;
            }

            int end = position + length, start = StartOfBareTitle(text, position, block.Start);
            if (start >= 0 && position > start)
            {
                string title = new TextSpan(start, end).Of(text).Trim();
                (TitleKind kind, string rule) = kinds.Of(title);
                yield return new TitleMention(new TextSpan(start, end), rule, title, kind);
            }

            position = end;
        }
    }

    // The name runs from behind an issuing verb to its head; -1 where no such verb stands before it in the clause.
    private int StartOfBareTitle(string text, int head, int floor)
    {
        for (int i = head; i > floor && head - i <= LongestBareName; i--)
        {
            if (words.ReleaseVerbs.LengthBefore(text, i, floor) > 0) return SkipParticles(text, i, head);
            if (!IsNamePart(text[i - 1])) return -1;
            if (i < head && IsStop(text, i, floor)) return IsStopBeforeName(text, i, head) ? -1 : i;
        }

        return -1;
    }

    private bool IsStop(string text, int end, int floor) => words.Stops.LengthBefore(text, end, floor) > 0 && text[end - 1] is not ('和' or '与' or '了');

    private static bool IsStopBeforeName(string text, int start, int head) => start <= head && text[start - 1] != '《';

    private static int SkipParticles(string text, int start, int head)
    {
        while (start < head && (text[start] is '了' or ' ' or '的')) start++;
        return start;
    }

    private static bool IsNamePart(char unit) => NameFolding.IsHan(unit) || NameFolding.IsLatinWord(unit) || unit is ' ' or '-';
}
