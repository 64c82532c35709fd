namespace Extraction.Normalization;

/// <summary>
/// Repairs signs that were taken for look-alikes: 一 between two figures is a dash (<c>2023一2024年</c>), and x behind a quoted phrase is the
/// times sign of programme names (<c>“数据要素x”</c>). Last, because spaces and line ends may stand between sign and figures.
/// </summary>
internal sealed class SignRepair : IRepair
{
    private const int ShortestPhrase = 4, LongestPhrase = 12;

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        for (int i = Next(text, 1); i > 0; i = Next(text, i + 1))
        {
            if (text[i] == '一' && IsRangeDash(text, i)) revision.Replace("sign", i, i + 1, "—");
            else if (text[i] != '一' && IsTimes(text, i)) revision.Replace("sign", i, i + 1, "×");
        }

        return revision.Build();
    }

    private static int Next(string text, int start)
    {
        if (start >= text.Length) return -1;
        int index = text.AsSpan(start).IndexOfAny('一', 'x', 'X');
        return index < 0 ? -1 : start + index;
    }

    // A figure that belongs to a word (一5G) counts nothing.
    private static bool IsRangeDash(string text, int position)
    {
        if (!char.IsAsciiDigit(text[position - 1]) || !char.IsAsciiDigit(Characters.At(text, position + 1))) return false;
        int end = position + 1;
        while (end < text.Length && end < position + 20 && char.IsAsciiDigit(text[end])) end++;
        return !Characters.IsLatin(Characters.At(text, end));
    }

    private static bool IsTimes(string text, int position)
    {
        if (Characters.At(text, position + 1) is not ('”' or '》' or '"' or '」' or '』')) return false;
        int start = position;
        while (start > 0 && position - start <= LongestPhrase && Characters.IsHan(text[start - 1])) start--;
        int length = position - start;
        return length is >= ShortestPhrase and <= LongestPhrase && (Characters.Before(text, start) is '“' or '《' or '"' or '「' or '『');
    }
}
