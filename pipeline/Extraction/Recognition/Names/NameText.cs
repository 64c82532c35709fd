using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Titles;

namespace Extraction.Recognition.Names;

/// <summary>A document as the name rules see it: its text, where words and blocks begin, and what lies inside 《》.</summary>
internal sealed class NameText
{
    private readonly bool[] insideWord;
    private readonly bool[] insideOrdinaryWord;
    private readonly bool[] insideTitle;
    private readonly int[] blockAt;

    public NameText(SegmentedText segmented, OrdinaryWords ordinary)
    {
        Segmented = segmented;
        (insideWord, insideTitle, blockAt) = (new bool[Text.Length + 1], new bool[Text.Length + 1], new int[Text.Length + 1]);
        insideOrdinaryWord = new bool[Text.Length + 1];
        foreach (Token token in segmented.Tokens) MarkWord(token.Span, ordinary);
        Array.Fill(blockAt, -1);
        foreach (Block block in segmented.Normalized.Blocks)
        {
            Array.Fill(blockAt, block.Index, block.Span.Start, block.Span.Length);
            foreach (TextSpan title in TitleMarks.Find(Text, block.Span)) Array.Fill(insideTitle, true, title.Start, title.Length);
        }
    }

    public SegmentedText Segmented { get; }

    public string Text => Segmented.Text;

    /// <summary>Blocks that names are read from.</summary>
    public IEnumerable<Block> ContentBlocks => Segmented.Normalized.Blocks.Where(block => block.IsContent);

    public bool IsInsideWord(int position) => insideWord[position];

    /// <summary>Whether a position cuts a word of the dictionary; words that the segmenter guessed from characters do not count.</summary>
    public bool IsInsideOrdinaryWord(int position) => insideOrdinaryWord[position];

    /// <summary>Whether a word of that length stands free here. One character at the start of a name must be a word of the segmenter;
    /// elsewhere only words of the dictionary bind it, and what precedes a longer word may be joined to it (媒体报道).</summary>
    public bool IsWord(int position, int length, bool isOpening)
    {
        if (length > 1) return !insideWord[position + length];
        return isOpening ? !insideWord[position] && !insideWord[position + 1] : !insideOrdinaryWord[position] && !insideOrdinaryWord[position + 1];
    }

    public bool IsInsideTitle(TextSpan span) => insideTitle[span.Start];

    public Block BlockAt(int position) => Segmented.Normalized.Blocks[blockAt[position]];

    /// <summary>Whether a span is all that its block says, marks around it apart.</summary>
    public bool IsWholeBlock(TextSpan span)
    {
        Block block = BlockAt(span.Start);
        return Text.AsSpan(block.Span.Start, span.Start - block.Span.Start).Trim(" •●◦·-*").IsEmpty
            && Text.AsSpan(span.End, block.Span.End - span.End).Trim(" ,，。").IsEmpty;
    }

    /// <summary>Whether a short Chinese name is cut out of other words here (京东 in 北京|东城).</summary>
    public bool CutsWords(TextSpan span)
    {
        if (!NameFolding.IsHan(Text[span.Start]) || !NameFolding.IsHan(Text[span.End - 1])) return false;
        bool cutsStart = insideWord[span.Start], cutsEnd = insideWord[span.End];
        return span.Length <= 2 ? cutsStart || cutsEnd : cutsStart && cutsEnd;
    }

    /// <summary>The first position at or behind <paramref name="position"/> that is no blank, at most the end of the block.</summary>
    public int SkipBlanks(int position, int limit)
    {
        while (position < limit && Text[position] == ' ') position++;
        return position;
    }

    /// <summary>The position behind the last character before <paramref name="position"/> that is no blank.</summary>
    public int SkipBlanksBack(int position, int floor)
    {
        while (position > floor && Text[position - 1] == ' ') position--;
        return position;
    }

    private void MarkWord(TextSpan word, OrdinaryWords ordinary)
    {
        Array.Fill(insideWord, true, word.Start + 1, Math.Max(0, word.Length - 1));
        if (word.Length > 1 && (!NameFolding.IsHan(Text[word.Start]) || ordinary.Contains(Text.AsSpan(word.Start, word.Length))))
            Array.Fill(insideOrdinaryWord, true, word.Start + 1, word.Length - 1);
    }
}
