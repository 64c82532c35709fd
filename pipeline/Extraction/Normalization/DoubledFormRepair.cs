namespace Extraction.Normalization;

/// <summary>
/// Removes a radical in front of the ideograph it stands for (<c>⽣生态</c>): a file that names a glyph twice, by its look and by its
/// meaning. One extraction never gives the two forms to one character, so the mixture is the evidence; two equal
/// characters (日日, ⽇⽇) are left alone, and so is a mixture that makes a word which rightly doubles.
/// </summary>
/// <param name="ideographs">Radicals and what they stand for.</param>
/// <param name="lexicon">Words that rightly double.</param>
internal sealed class DoubledFormRepair(CharacterTable ideographs, RepairLexicon lexicon) : IRepair
{
    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        for (int i = ideographs.Next(text, 0); i < text.Length;)
        {
            string? plain = ideographs.Find(text, i, out int length);
            int end = i + length;
            if (plain is { Length: 1 } && Characters.At(text, end) == plain[0] && !lexicon.StartsRedoubled(plain[0], text, end))
            {
                int last = end + 1;
                // a third copy (⾥里里) belongs to the same glyph unless the two plain ones make a word
                if (Characters.At(text, last) == plain[0] && !lexicon.StartsRedoubled(plain[0], text, last)) last++;
                revision.Replace("doubled", i, last, plain);
                end = last;
            }

            i = ideographs.Next(text, end);
        }

        return revision.Build();
    }
}
