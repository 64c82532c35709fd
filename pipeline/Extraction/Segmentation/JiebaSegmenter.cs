using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>
/// Cuts Chinese text into words exactly as the accurate mode of jieba 0.42.1 (https://github.com/fxsjy/jieba, MIT):
/// the most probable way through the dictionary's words, and a hidden Markov model for the characters that are left.
/// Immutable, safe between threads.
/// </summary>
/// <param name="dictionary">The words. Its phrases are not looked for here: see <see cref="TextSegmenter"/>.</param>
/// <param name="hmm">The model for characters that form no known word.</param>
public sealed class JiebaSegmenter(SegmentationDictionary dictionary, HmmModel hmm)
{
    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any text; surrogate pairs are one character.</param>
    /// <param name="hmm">Whether unknown words are guessed from their characters.</param>
    /// <returns>Tokens that cover the whole text, white space included, a <c>\r\n</c> as one.</returns>
    public ImmutableArray<Token> Cut(string text, bool hmm = true)
    {
        using var tokens = new TokenBuffer(text.Length / 2);
        using JiebaRun run = Start(text, tokens, hmm);
        run.Cut(new TextSpan(0, text.Length));
        return tokens.ToImmutable();
    }

    /// <summary>Begins a run over one text that appends to <paramref name="tokens"/>.</summary>
    internal JiebaRun Start(string text, TokenBuffer tokens, bool useHmm = true) => new(text, tokens, dictionary.Words, useHmm ? hmm : null);
}
