namespace Extraction.Normalization;

/// <summary>
/// Joins words, numbers and dates whose characters were set apart (<c>B a i c h u a n - 7 B</c>). Each line is judged by
/// its own chains of splinters (<see cref="SpacingEvidence"/>); in a damaged line weaker chains (A I, 1 . 5) are joined as well.
/// Elsewhere a space goes only where a known name or three lone ideographs prove it. Known names keep their own spaces (Llama 2).
/// Before wraps are joined, because line ends bound the statistics.
/// </summary>
internal sealed class LetterSpacingRepair(RepairLexicon lexicon) : IRepair
{
    /// <inheritdoc/>
    public bool ReactsTo(char unit) => unit == ' ';

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        SpacedLine? line = null;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (HasSplinters(text, start, end)) (line ??= new SpacedLine(text, lexicon)).Repair(start, end, ref revision);
            start = end + 1;
        }

        return revision.Build();
    }

    // Most lines have no two short pieces beside a space; they are not cut up at all.
    private static bool HasSplinters(string text, int start, int end)
    {
        for (int i = start; ; i++)
        {
            int next = text.AsSpan(i, end - i).IndexOf(' ');
            if (next < 0) return false;
            i += next;
            if (IsShort(text, i - 1, -1, start, end) && IsShort(text, i + 1, 1, start, end)) return true;
        }
    }

    private static bool IsShort(string text, int position, int step, int start, int end)
    {
        int length = 0;
        while (position >= start && position < end && Characters.IsWord(text[position]) && length < 4) (position, length) = (position + step, length + 1);
        if (length > 0) return length < 4;
        if (position < start || position >= end || !Characters.IsHan(text[position])) return false;
        int beside = position + step;
        return beside < start || beside >= end || !Characters.IsHan(text[beside]);
    }
}
