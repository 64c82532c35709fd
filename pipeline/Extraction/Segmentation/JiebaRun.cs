using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>One run of jieba's accurate mode over one text: its output and its scratch space. Not thread-safe.</summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Takes the tokens.</param>
/// <param name="words">The words.</param>
/// <param name="model">Null to switch the hidden Markov model off.</param>
internal sealed class JiebaRun(string text, TokenBuffer tokens, WeightedWords words, HmmModel? model) : IDisposable
{
    private const int PieceLength = 480;

    private readonly WordRoute route = new(words);
    private readonly HmmDecoder? decoder = model is null ? null : new HmmDecoder(model);

    /// <summary>Cuts a part of the text as if it stood alone, white space included.</summary>
    public void Cut(TextSpan part) => Cut(part, keepSpace: true);

    /// <summary>Cuts a part of the text as if it stood alone and leaves white space out.</summary>
    public void CutWords(TextSpan part) => Cut(part, keepSpace: false);

    /// <inheritdoc/>
    public void Dispose()
    {
        route.Dispose();
        decoder?.Dispose();
    }

    // Piece by piece, each up to a sign: the scratch space of a piece stays in the processor's cache.
    private void Cut(TextSpan part, bool keepSpace)
    {
        for (int start = part.Start, end; start < part.End; start = end)
        {
            end = Math.Min(start + PieceLength, part.End);
            while (end < part.End && JiebaCharacters.IsInBlock(text[end])) end++;
            if (end < part.End) end += JiebaCharacters.SignLength(text, end - 1, part.End) - 1;
            CutPiece(start, end, keepSpace);
        }
    }

    // Each word comes out as it is; what several single characters in a row gave is taken back, and they are looked at together.
    private void CutPiece(int start, int end, bool keepSpace)
    {
        ReadOnlySpan<char> piece = text.AsSpan(start, end - start);
        ReadOnlySpan<int> ends = route.Find(piece);
        int singles = 0;
        for (int i = 0, next; i < piece.Length; i = next)
        {
            next = ends[i];
            bool isSingle = next - i == 1 && IsGathered(piece[i]);
            if (singles > 1 && !isSingle) CutSingles(start + i - singles, start + i);
            singles = isSingle ? singles + 1 : 0;
            if (next == i)
            {
                next = i + JiebaCharacters.SignLength(text, start + i, end);
                if (!keepSpace && char.IsWhiteSpace(piece[i])) continue;
            }

            tokens.Add(start + i, start + next);
        }

        if (singles > 1) CutSingles(end - singles, end);
    }

    // Without the model only letters and digits are gathered, to be joined.
    private bool IsGathered(char character) => decoder is not null || char.IsAsciiLetterOrDigit(character);

    private void CutSingles(int start, int end)
    {
        tokens.RemoveLast(end - start);
        if (decoder is null) tokens.Add(start, end);
        else if (!words.Contains(text.AsSpan(start, end - start))) CutUnknown(start, end, decoder);
        // A known word whose characters are more probable apart stays apart.
        else for (int i = start; i < end; i++) tokens.Add(i, i + 1);
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
            tokens.Add(from, i);
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
            tokens.Add(word, i + 1);
            word = i + 1;
        }

        if (end > word) tokens.Add(word, end);
    }
}
