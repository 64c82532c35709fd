using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Recognition.Names;

/// <summary>Tells made-up names from ordinary words by a general dictionary of Chinese.</summary>
internal sealed class OrdinaryWords
{
    private const int LongestWord = 8;
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
