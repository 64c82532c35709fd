using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// Splits a block into sentences. A sentence ends
/// <list type="number">
/// <item>at 。！？；, with the marks and closing brackets that follow at once: ； too, since each clause of a list states its own fact;</item>
/// <item>at ! ? ; before white space, before the block's end or behind a Han character;</item>
/// <item>at a full stop before white space, unless <see cref="FullStops"/> finds an abbreviation, an initial or a list number;</item>
/// <item>behind a quotation that a colon introduces and that ends with 。！？ inside.</item>
/// </list>
/// It never ends inside a matched pair of quotation marks or brackets, nor inside a word of the domain. An opening mark that
/// nothing closes protects nothing. Dots inside numbers, dates, versions and addresses are not followed by white space.
/// Immutable, safe between threads.
/// </summary>
public sealed class SentenceSplitter
{
    private readonly FullStops fullStops;

    private SentenceSplitter(FullStops fullStops) => this.fullStops = fullStops;

    /// <summary>Reads <c>segmentation/abbreviations.tsv</c>.</summary>
    /// <exception cref="KnowledgeException">The file is missing or a row of it is wrong.</exception>
    public static SentenceSplitter Load(KnowledgeFolder knowledge) => new(FullStops.Load(knowledge));

    /// <summary>The sentences of a part of a text: ascending, without outer white space, none of them empty.</summary>
    /// <param name="text">The text.</param>
    /// <param name="block">The part; it is read as if it stood alone.</param>
    public ImmutableArray<TextSpan> Split(string text, TextSpan block) => Split(text, block, []);

    /// <summary>As above; no sentence ends inside one of <paramref name="words"/>, which ascend and do not overlap.</summary>
    internal ImmutableArray<TextSpan> Split(string text, TextSpan block, IReadOnlyList<TextSpan> words)
    {
        PairedMarks pairs = PairedMarks.Find(text, block);
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        int start = block.Start;
        int word = 0;
        for (int i = block.Start; i < block.End; i++)
        {
            while (word < words.Count && words[word].End <= i) word++;
            bool isInsideWord = word < words.Count && words[word].Contains(i) && i + 1 < words[word].End;
            if (isInsideWord || pairs.IsInside(i) || !Ends(text, new TextSpan(start, block.End), i, pairs)) continue;
            int end = BehindMarks(text, block, i + 1, pairs);
            AddTrimmed(sentences, text, start, end);
            (start, i) = (end, end - 1);
        }

        AddTrimmed(sentences, text, start, block.End);
        return sentences.DrainToImmutable();
    }

    // Whether a sentence that begins at rest.Start ends with the character at `position`.
    private bool Ends(string text, TextSpan rest, int position, PairedMarks pairs) => text[position] switch
    {
        '。' or '！' or '？' or '；' or '｡' => true,
        '!' or '?' or ';' => IsFree(text, rest, position),
        '.' => fullStops.Ends(text, rest, position),
        '”' or '"' or '’' or '」' or '』' => EndsSpeech(text, rest, position, pairs),
        _ => false,
    };

    private static bool IsFree(string text, TextSpan rest, int position) =>
        position + 1 == rest.End
        || char.IsWhiteSpace(text[position + 1])
        || (position > rest.Start && JiebaCharacters.IsHan(text[position - 1]));

    // …表示：“……。” is whole; “……。”某人说 goes on, and so does 所谓“……！”的说法.
    private static bool EndsSpeech(string text, TextSpan rest, int position, PairedMarks pairs)
    {
        if (pairs.OpeningOf(position) is not { } opening || position == rest.Start) return false;
        return text[position - 1] is '。' or '！' or '？' && opening > rest.Start && text[opening - 1] is '：' or ':';
    }

    // Marks that belong to the end: further ends (？！), and closing marks that close nothing.
    private static int BehindMarks(string text, TextSpan block, int position, PairedMarks pairs)
    {
        while (position < block.End && !pairs.IsPaired(position) && IsTrailing(text[position])) position++;
        return position;
    }

    private static bool IsTrailing(char character) =>
        character is '。' or '！' or '？' or '；' or '!' or '?' or ';' or '…' or '”' or '’' or '」' or '』' or '）' or ')' or '】' or '》';

    private static void AddTrimmed(ImmutableArray<TextSpan>.Builder sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new TextSpan(start, end));
    }
}
