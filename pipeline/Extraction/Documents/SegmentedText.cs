using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>The normalized text with its sentences and words.</summary>
/// <param name="Normalized">The text.</param>
/// <param name="Sentences">In ascending order; each inside one block. Blocks of every role are split, furniture too.</param>
/// <param name="Tokens">All words, ascending, punctuation included, white space left out.</param>
public sealed record SegmentedText(NormalizedText Normalized, ImmutableArray<Sentence> Sentences, ImmutableArray<Token> Tokens)
{
    /// <summary>The repaired text.</summary>
    public string Text => Normalized.Text;

    /// <summary>The block that a sentence stands in.</summary>
    public Block BlockOf(Sentence sentence) => Normalized.Blocks[sentence.Block];

    /// <summary>The words of a sentence.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence) => Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount);
}

/// <summary>A sentence, or a whole block that has no sentence ends.</summary>
/// <param name="Index">Position in the list of sentences.</param>
/// <param name="Span">Characters in the normalized text, its final punctuation included, outer white space not.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="FirstToken">Index of its first word.</param>
/// <param name="TokenCount">Number of its words.</param>
public sealed record Sentence(int Index, TextSpan Span, int Block, int FirstToken, int TokenCount);

/// <summary>A word.</summary>
/// <param name="Span">Characters in the normalized text.</param>
public readonly record struct Token(TextSpan Span);
