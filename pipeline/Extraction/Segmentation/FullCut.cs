using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>
/// One run of jieba's full mode over one text: every word of the dictionary, letters and digits that form none in one piece.
/// Where jieba gives an empty string beside white space, nothing comes out here.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Takes the tokens, in jieba's order.</param>
/// <param name="words">The words.</param>
internal sealed class FullCut(string text, TokenBuffer tokens, WeightedWords words)
{
    private readonly List<int> ends = [];

    /// <summary>Cuts a part of the text as if it stood alone, white space included.</summary>
    public void Cut(TextSpan part)
    {
        for (int i = part.Start; i < part.End;)
        {
            int start = i;
            while (i < part.End && JiebaCharacters.IsInBlock(text[i])) i++;
            if (i > start) CutBlock(start, i);
            else i = CutSigns(start, part.End);
        }
    }

    // Signs stay together; white space stands alone, a Windows line end as one.
    private int CutSigns(int start, int end)
    {
        if (JiebaCharacters.IsSpace(text[start]))
        {
            int next = text[start] == '\r' && start + 1 < end && text[start + 1] == '\n' ? start + 2 : start + 1;
            Emit(start, next);
            return next;
        }

        int i = start;
        while (i < end && !JiebaCharacters.IsInBlock(text[i]) && !JiebaCharacters.IsSpace(text[i])) i++;
        Emit(start, i);
        return i;
    }

    private void CutBlock(int start, int end)
    {
        // what has come out reaches up to here; letters and digits wait from `letters` on
        int covered = start, letters = -1, lettersEnd = -1;
        for (int i = start; i < end; i++)
        {
            if (letters >= 0 && !char.IsAsciiLetterOrDigit(text[i]))
            {
                Emit(letters, lettersEnd);
                letters = -1;
            }

            FindEnds(i, end);
            if (ends.Count > 1 || i < covered)
            {
                covered = EmitLonger(i, covered);
                continue;
            }

            covered = ends[0];
            if (!char.IsAsciiLetterOrDigit(text[i])) Emit(i, covered);
            else if (letters < 0) (letters, lettersEnd) = (i, covered);
            else lettersEnd = covered;
        }

        if (letters >= 0) Emit(letters, lettersEnd);
    }

    private int EmitLonger(int start, int covered)
    {
        foreach (int end in ends)
        {
            if (end <= start + 1) continue;
            Emit(start, end);
            covered = end;
        }

        return covered;
    }

    // The ends of all words that begin at a position; the character's own where none does.
    private void FindEnds(int start, int end)
    {
        ends.Clear();
        var walk = new WordWalk(words);
        for (int i = start; i < end && walk.Step(text[i]); i++)
            if (walk.Rank > 0) ends.Add(i + 1);
        if (ends.Count == 0) ends.Add(start + 1);
    }

    private void Emit(int start, int end) => tokens.Add(start, end);
}
