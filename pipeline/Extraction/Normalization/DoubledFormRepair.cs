namespace Extraction.Normalization;

/// <summary>
/// Removes a radical in front of the ideograph it stands for (<c>⽣生态</c>): a file that names a glyph twice, by its look and by its
/// meaning. One extraction never gives the two forms to one character, so the mixture is the evidence; two equal
/// characters (日日, ⽇⽇) are left alone. A mixture that makes a word which rightly doubles (<c>⽣生不息</c>) is taken for that word,
/// unless the block doubles its radicals throughout.
/// </summary>
/// <param name="ideographs">Radicals and what they stand for.</param>
/// <param name="lexicon">Words that rightly double.</param>
internal sealed class DoubledFormRepair(CharacterTable ideographs, RepairLexicon lexicon) : IRepair
{
    /// <inheritdoc/>
    public bool ReactsTo(char unit) => ideographs.Opens(unit);

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        int first = ideographs.Next(text, 0);
        if (first == text.Length || !HasPairs(text, first, out bool isDoubled)) return null;
        var revision = new RevisionBuilder(text);
        for (int i = first; i < text.Length;)
        {
            string? plain = ideographs.Find(text, i, out int length);
            int end = i + length;
            if (plain is { Length: 1 } && Characters.At(text, end) == plain[0] && (isDoubled || !IsRedoubled(plain[0], text, end)))
            {
                int last = end + 1;
                // a third copy (⾥里里) belongs to the same glyph unless the two plain ones make a word
                if (Characters.At(text, last) == plain[0] && !IsRedoubled(plain[0], text, last)) last++;
                revision.Replace("doubled", i, last, plain);
                end = last;
            }

            i = ideographs.Next(text, end);
        }

        return revision.Build();
    }

    // Whether any radical stands before its ideograph; and whether some do that make no word, while hardly any stands alone.
    private bool HasPairs(string text, int first, out bool isDoubled)
    {
        int pairs = 0, proofs = 0, alone = 0;
        for (int i = first; i < text.Length;)
        {
            string? plain = ideographs.Find(text, i, out int length);
            i += length;
            if (plain is { Length: 1 } && Characters.At(text, i) == plain[0])
            {
                pairs++;
                if (!IsRedoubled(plain[0], text, i)) proofs++;
            }
            else if (plain is not null)
            {
                alone++;
            }

            i = ideographs.Next(text, i);
        }

        isDoubled = proofs > 0 && proofs >= 4 * alone;
        return pairs > 0;
    }

    // 方⽅⾯⾯ is read as 方方面面
    private bool IsRedoubled(char first, string text, int position) => lexicon.StartsRedoubled(first, text, position, ideographs);
}
