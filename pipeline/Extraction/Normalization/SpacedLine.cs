using System.Text;

namespace Extraction.Normalization;

/// <summary>The work of <see cref="LetterSpacingRepair"/> on one line; the buffers serve all lines of a text.</summary>
internal sealed class SpacedLine(string text, RepairLexicon lexicon)
{
    private const string Operation = "spacing";

    private readonly LinePieces pieces = new();
    private readonly List<Verdict> verdicts = [];
    private bool isDamaged;

    private enum Verdict : byte
    {
        Keep,
        Remove,
        OneSpace,
    }

    /// <summary>Repairs the line <c>[start, end)</c>.</summary>
    public void Repair(int start, int end, ref RevisionBuilder revision)
    {
        pieces.Cut(text, start, end);
        isDamaged = false;
        foreach ((int first, int last) in Chains()) isDamaged |= SpacingEvidence.IsDamage(text, pieces, first, last) || AreSpacedIdeographs(first, last);
        verdicts.Clear();
        for (int i = 0; i < pieces.Count; i++) verdicts.Add(Verdict.Keep);
        foreach ((int first, int last) in Chains()) Judge(first, last);
        if (isDamaged) JudgeWideGaps();
        Write(ref revision);
    }

    // Maximal runs of two or more splinters with single spaces between them.
    private IEnumerable<(int First, int End)> Chains()
    {
        for (int first = 0; first < pieces.Count;)
        {
            int end = first + 1;
            if (pieces.IsSplinter(first))
                while (end < pieces.Count && pieces[end].Before == Gap.Single && pieces.IsSplinter(end)) end++;
            if (end > first + 1) yield return (first, end);
            first = end;
        }
    }

    private void Judge(int first, int end)
    {
        for (int i = first; i < end;)
        {
            int last = i + 1;
            while (last < end && pieces[last].Kind == pieces[i].Kind) last++;
            if (pieces[i].Kind == PieceKind.Word) JudgeWords(i, last);
            else if (pieces[i].Kind == PieceKind.Han) JudgeHan(i, last);
            else if (isDamaged) RemoveBetween(i, last);
            if (isDamaged && i > first && AreClose(i)) verdicts[i] = Verdict.Remove;
            i = last;
        }
    }

    // 总 体 要 求: so many ideographs stand alone that figures and letters between them were set apart as well
    private bool AreSpacedIdeographs(int first, int end)
    {
        var alone = new List<char>();
        int all = 0;
        for (int i = first; i < end; i++)
        {
            if (pieces[i].Kind != PieceKind.Han) continue;
            all++;
            if (pieces[i].Length == 1) alone.Add(text[pieces[i].Start]);
        }

        return alone.Count >= 4 && alone.Count * 2 > all && !lexicon.IsSeries(alone);
    }

    private bool AreClose(int index) => pieces[index].Length == 1 || pieces[index - 1].Length == 1;

    private void JudgeWords(int first, int end)
    {
        if (end == first + 1) return;
        JudgeYear(first, end);
        string joined = Join(first, end);
        string? name = lexicon.NameOf(joined) ?? (isDamaged ? TwoWords(joined) : null);
        bool isProven = name is not null && joined.Length >= 4 && (end > first + 2 || AreClose(first + 1));
        int at = pieces[first].Length;
        for (int i = first + 1; i < end; at += pieces[i++].Length)
        {
            if (name is not null && HasSpaceAfter(name, at)) continue;
            if (isProven || (isDamaged && AreClose(i))) verdicts[i] = Verdict.Remove;
        }
    }

    // 20 24年, 201 6年
    private void JudgeYear(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            int last = SpacingEvidence.EndOfYear(text, pieces, i);
            if (last <= end) RemoveBetween(i, last);
        }
    }

    private static bool HasSpaceAfter(string name, int letters)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (letters == 0) return name[i] == ' ';
            if (name[i] != ' ') letters--;
        }

        return false;
    }

    private string Join(int first, int end)
    {
        var joined = new StringBuilder();
        for (int i = first; i < end; i++) joined.Append(text, pieces[i].Start, pieces[i].Length);
        return joined.ToString();
    }

    // SIGFounder: an acronym and a word, both known; DataMesh may be one word
    private string? TwoWords(string joined)
    {
        for (int i = 2; i + 2 < joined.Length && i < 24 && char.IsAsciiLetterUpper(joined[i - 1]); i++)
            if (char.IsAsciiLetterUpper(joined[i]) && lexicon.IsWord(joined.AsSpan(0, i)) && lexicon.IsWord(joined.AsSpan(i)))
                return joined.Insert(i, " ");
        return null;
    }

    private void JudgeHan(int first, int end)
    {
        if (end == first + 1) return;
        var characters = new List<char>();
        int pairs = 0;
        for (int i = first; i < end; i++)
        {
            characters.Add(text[pieces[i].Start]);
            if (pieces[i].Length > 1) pairs++;
        }

        // 云 原生 应 用 is one phrase, 张三 李 四 two names
        if (pairs > 0 && !isDamaged) return;
        bool isHeading = end == first + 2 && pieces.Count == 2 && lexicon.IsSpacedHeading(string.Concat(characters));
        if (isHeading || isDamaged || (end >= first + 3 && !lexicon.IsSeries(characters))) RemoveBetween(first, end);
    }

    private void RemoveBetween(int first, int end)
    {
        for (int i = first + 1; i < end; i++) verdicts[i] = Verdict.Remove;
    }

    // In a damaged line a wider gap or a tab between two words is the space that was meant; figures may stand in columns.
    private void JudgeWideGaps()
    {
        for (int i = 1; i < pieces.Count; i++)
        {
            bool isBetweenWords = pieces[i].Kind == PieceKind.Word && pieces[i - 1].Kind == PieceKind.Word;
            bool isSpace = pieces[i].Before is Gap.Double || (pieces[i].Before is Gap.Wide or Gap.Tab && Characters.IsLatin(text[pieces[i].Start]));
            if (isBetweenWords && isSpace) verdicts[i] = Verdict.OneSpace;
        }
    }

    private void Write(ref RevisionBuilder revision)
    {
        for (int i = 1; i < pieces.Count; i++)
        {
            if (verdicts[i] == Verdict.Keep) continue;
            revision.Replace(Operation, pieces[i - 1].End, pieces[i].Start, verdicts[i] == Verdict.Remove ? "" : " ");
        }
    }
}
