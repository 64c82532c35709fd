namespace Extraction.Normalization;

/// <summary>
/// Repairs signs that were taken for look-alikes: 一 between two figures is a dash (<c>2023一2024年</c>), between two years with spaces
/// around it too, and x behind the word that a programme is named after is its times sign (<c>“数据要素x”</c>).
/// Last, because spaces and line ends may stand between sign and figures.
/// </summary>
internal sealed class SignRepair(RepairLexicon lexicon) : IRepair
{
    private const int LongestProgramme = 8;

    /// <inheritdoc/>
    public bool ReactsTo(char unit) => unit is '一' or 'x' or 'X';

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        for (int i = Next(text, 1); i > 0; i = Next(text, i + 1))
        {
            if (text[i] != '一')
            {
                if (IsTimes(text, i)) revision.Replace("sign", i, i + 1, "×");
            }
            else if (RangeDash(text, i) is { } dash)
            {
                revision.Replace("sign", dash.Start, dash.End, "—");
            }
        }

        return revision.Build();
    }

    private static int Next(string text, int start)
    {
        if (start >= text.Length) return -1;
        int index = text.AsSpan(start).IndexOfAny('一', 'x', 'X');
        return index < 0 ? -1 : start + index;
    }

    // The sign with the spaces around it. A figure that belongs to a word (一5G) counts nothing.
    private static (int Start, int End)? RangeDash(string text, int position)
    {
        int start = text[position - 1] == ' ' ? position - 1 : position;
        int end = Characters.At(text, position + 1) == ' ' ? position + 2 : position + 1;
        int before = Figures(text, start - 1, -1), behind = Figures(text, end, 1);
        if (before == 0 || behind == 0 || Characters.IsLatin(Characters.At(text, end + behind))) return null;
        bool isTight = end - start == 1;
        return isTight || (before == 4 && behind == 4) ? (start, end) : null;
    }

    private static int Figures(string text, int position, int step)
    {
        int count = 0;
        while (count < 20 && position >= 0 && position < text.Length && char.IsAsciiDigit(text[position])) (position, count) = (position + step, count + 1);
        return count;
    }

    private bool IsTimes(string text, int position)
    {
        if (Characters.At(text, position + 1) is not ('”' or '》' or '"' or '」' or '』')) return false;
        int start = position;
        while (start > 0 && position - start <= LongestProgramme && Characters.IsHan(text[start - 1])) start--;
        return Characters.Before(text, start) is '“' or '《' or '"' or '「' or '『' && lexicon.IsProgramme(text.AsSpan(start, position - start));
    }
}
