namespace Extraction.Segmentation;

/// <summary>A walk along the characters of a text through jieba's and the further words at once.</summary>
/// <param name="words">The words.</param>
internal struct WordWalk(WeightedWords words)
{
    private ulong known = WordTrie.Root;
    private bool isKnown = true;
    private int added = words.Added is null ? PrefixTrie.None : PrefixTrie.Root;

    /// <summary>The rank of the word that ends here, 0 where none does.</summary>
    public readonly int Rank =>
        added > 0 && words.Added!.ValueAt(added) is var rank && rank > 0 ? rank : isKnown ? WordTrie.RankOf(known) : 0;

    /// <summary>Goes on by a character; false where no word goes that way.</summary>
    public bool Step(char character)
    {
        if (isKnown)
        {
            ushort code = words.Known.CodeOf(character);
            known = words.Known.Step(known, code);
            isKnown = WordTrie.IsNode(known, code);
        }

        if (added != PrefixTrie.None) added = words.Added!.Step(added, character);
        return isKnown || added != PrefixTrie.None;
    }
}
