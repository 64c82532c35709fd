using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>One run of jieba's accurate mode over one text: its output and its scratch space. Not thread-safe.</summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Takes the tokens.</param>
/// <param name="words">The words.</param>
/// <param name="decoder">Null to switch the hidden Markov model off.</param>
internal sealed class JiebaRun(string text, ImmutableArray<Token>.Builder tokens, WeightedWords words, HmmDecoder? decoder)
{
    private readonly WordRoute route = new(words);

    /// <summary>Cuts a part of the text as if it stood alone, white space included.</summary>
    public void Cut(TextSpan part) => Cut(part, keepSpace: true);

    /// <summary>Cuts a part of the text as if it stood alone and leaves white space out.</summary>
    public void CutWords(TextSpan part) => Cut(part, keepSpace: false);

    private void Cut(TextSpan part, bool keepSpace)
    {
        for (int i = part.Start; i < part.End;)
        {
            int start = i;
            while (i < part.End && JiebaCharacters.IsInBlock(text[i])) i++;
            if (i > start)
            {
                CutBlock(start, i);
                continue;
            }

            i += JiebaCharacters.SignLength(text, start, part.End);
            if (keepSpace || !char.IsWhiteSpace(text[start])) Emit(start, i);
        }
    }

    // Words come out as they are; single characters are gathered and looked at together.
    private void CutBlock(int blockStart, int blockEnd)
    {
        ReadOnlySpan<int> ends = route.Find(text.AsSpan(blockStart, blockEnd - blockStart));
        int pending = blockStart;
        for (int i = blockStart; i < blockEnd;)
        {
            int end = blockStart + ends[i - blockStart];
            if (end - i > 1 || !IsGathered(text[i]))
            {
                CutSingles(pending, i);
                Emit(i, end);
                pending = end;
            }

            i = end;
        }

        CutSingles(pending, blockEnd);
    }

    // Without the model only letters and digits are gathered, to be joined.
    private bool IsGathered(char character) => decoder is not null || char.IsAsciiLetterOrDigit(character);

    private void CutSingles(int start, int end)
    {
        if (end - start <= 1 || decoder is null) EmitUnlessEmpty(start, end);
        else if (!words.Contains(text.AsSpan(start, end - start))) CutUnknown(start, end, decoder);
        // A known word whose characters are more probable apart stays apart.
        else for (int i = start; i < end; i++) Emit(i, i + 1);
    }

    // jieba's finalseg: Han characters through the model, letters, digits and decimals together, other signs in one piece.
    private void CutUnknown(int start, int end, HmmDecoder hmm)
    {
        for (int i = start; i < end;)
        {
            int from = i;
            while (i < end && JiebaCharacters.IsHan(text[i])) i++;
            if (i > from)
            {
                CutHan(from, i, hmm);
                continue;
            }

            i += LatinLength(from, end);
            if (i == from)
                while (i < end && !JiebaCharacters.IsHan(text[i]) && !char.IsAsciiLetterOrDigit(text[i])) i++;
            Emit(from, i);
        }
    }

    // Length of [a-zA-Z0-9]+(?:\.\d+)?%? at a position, 0 where it does not match.
    private int LatinLength(int start, int end)
    {
        int i = start;
        while (i < end && char.IsAsciiLetterOrDigit(text[i])) i++;
        if (i == start) return 0;
        if (i + 1 < end && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            i++;
            while (i < end && char.IsAsciiDigit(text[i])) i++;
        }

        if (i < end && text[i] == '%') i++;
        return i - start;
    }

    private void CutHan(int start, int end, HmmDecoder hmm)
    {
        ReadOnlySpan<byte> states = hmm.Decode(text.AsSpan(start, end - start));
        int word = start;
        for (int i = start; i < end; i++)
        {
            if (states[i - start] is HmmModel.B or HmmModel.M) continue;
            Emit(word, i + 1);
            word = i + 1;
        }

        EmitUnlessEmpty(word, end);
    }

    private void EmitUnlessEmpty(int start, int end)
    {
        if (end > start) Emit(start, end);
    }

    private void Emit(int start, int end) => tokens.Add(new Token(new TextSpan(start, end)));
}
