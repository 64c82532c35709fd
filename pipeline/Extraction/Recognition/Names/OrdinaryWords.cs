using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Recognition.Names;

/// <summary>Tells made-up names from ordinary words by a general dictionary of Chinese.</summary>
internal sealed class OrdinaryWords
{
    private const int LongestWord = 8;

    // one in 36,000 words: 枢 and 澈 are rarer, 云, 边, 重 and 做 are not
    private const double RareWeight = -10.5;
    private readonly SegmentationDictionary dictionary;

    private OrdinaryWords(SegmentationDictionary dictionary) => this.dictionary = dictionary;

    public static OrdinaryWords Load(KnowledgeFolder knowledge) => new(SegmentationDictionary.Load(knowledge, []));

    public bool Contains(ReadOnlySpan<char> word) => dictionary.Contains(word);

    /// <summary>Whether Chinese characters cannot be read as ordinary words of two characters and more.</summary>
    public bool AreRare(ReadOnlySpan<char> text)
    {
        foreach (char unit in text)
            if (!NameFolding.IsHan(unit)) return false;
        return text.Length > 1 && !Covers(text);
    }

    /// <summary>Whether one of the characters hardly stands as a word: names are made of such, terms (云边, 定值) are not.</summary>
    public bool HoldRareCharacter(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
            if (dictionary.WeightOf(text.Slice(i, 1)) < RareWeight) return true;
        return false;
    }

    private bool Covers(ReadOnlySpan<char> text)
    {
        Span<bool> reached = stackalloc bool[text.Length + 1];
        reached[0] = true;
        for (int start = 0; start < text.Length; start++)
            for (int length = 2; reached[start] && length <= LongestWord && start + length <= text.Length; length++)
                reached[start + length] |= dictionary.Contains(text.Slice(start, length));
        return reached[text.Length];
    }
}
