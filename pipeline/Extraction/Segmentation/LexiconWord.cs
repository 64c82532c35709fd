namespace Extraction.Segmentation;

/// <summary>A word that joins jieba's: a name or term of a domain, or a line of a user's list.</summary>
/// <param name="Text">The word; outer white space is ignored, white space inside is a single space.</param>
/// <param name="Frequency">
/// How often it stands beside the 60 million of jieba's corpus, above 0: the word is then exactly one that jieba's <c>add_word</c> added.
/// Null: just enough to keep it whole.
/// </param>
/// <param name="Tag">Its part of speech; null: the dictionary's, <c>x</c> where that has none.</param>
public sealed record LexiconWord(string Text, int? Frequency = null, string? Tag = null)
{
    /// <summary>A word without frequency and part of speech.</summary>
    public static implicit operator LexiconWord(string text) => new(text);
}
