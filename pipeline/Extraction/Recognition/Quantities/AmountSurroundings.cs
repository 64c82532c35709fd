using Extraction.Documents;

namespace Extraction.Recognition.Quantities;

/// <summary>Judges what stands directly before and behind an amount.</summary>
internal sealed class AmountSurroundings(QuantityLexicon lexicon)
{
    private const int LongestWord = 6;
    private const int PerReach = 24;

    /// <summary>Whether a number may begin here: not inside another number, a name (H200, GPT-4), a version or an ordinal.</summary>
    public bool MayPrecede(string text, int position, int limit)
    {
        if (position == limit) return true;
        char before = text[position - 1];
        if (before == '第' || char.IsAsciiDigit(before) || lexicon.Numbers.At(text, position - 1) is not null) return before is '两' && char.IsAsciiDigit(text[position]);
        if (PrefixBefore(text, position, limit, out _) is not null) return true;
        if (char.IsAsciiLetter(before) || before is '_' or '.' or '#' or '@' or '%' or ',') return before == ',' && (position - 2 < limit || !char.IsAsciiDigit(text[position - 2]));
        return before != '-' || position - 2 < limit || !char.IsAsciiLetterOrDigit(text[position - 2]);
    }

    /// <summary>The currency before a number, and where the amount starts with it.</summary>
    public UnitEntry? PrefixBefore(string text, int position, int limit, out int start)
    {
        start = position;
        int end = position;
        while (end > limit && position - end < 2 && text[end - 1] is ' ' or '\u00A0') end--;
        if (lexicon.Prefixes.Ending(text, end, limit) is not { } prefix) return null;
        bool isInsideWord = char.IsAsciiLetter(text[prefix.Start]) && prefix.Start > limit && char.IsAsciiLetterOrDigit(text[prefix.Start - 1]);
        if (isInsideWord) return null;
        start = prefix.Start;
        return prefix.Value;
    }

    /// <summary>Whether a unit's word ends here: no letter goes on, no other word swallows it.</summary>
    public static bool EndsWord(string text, UnitEntry unit, int end, int limit)
    {
        if (end >= limit) return true;
        if ((char.IsAsciiLetter(unit.Word[^1]) || unit.Word[^1] == '%') && char.IsAsciiLetterOrDigit(text[end])) return false;
        foreach (string next in unit.UnlessBefore)
            if (string.CompareOrdinal(text, end, next, 0, next.Length) == 0) return false;
        return true;
    }

    /// <summary>Whether a bare number is the value of a measure without a unit: PUE为1.18, 指数报58.6.</summary>
    public bool IsRatio(string text, TextSpan number, TextSpan block)
    {
        if (number.End < block.End && (char.IsAsciiLetterOrDigit(text[number.End]) || text[number.End] is '.' or '-' or '/' or '年' or '月' or '日' or '号' or '版')) return false;
        int end = number.Start;
        if (end == block.Start || !char.IsAsciiDigit(text[end])) return false;
        for (int i = 0; i < 3; i++)
        {
            while (end > block.Start && text[end - 1] == ' ') end--;
            if (lexicon.Ratios.Ending(text, end, block.Start) is not null) return true;
            if (lexicon.Links.Ending(text, end, block.Start) is not { } link) return false;
            end = link.Start;
        }

        return false;
    }

    /// <summary>How exactly the amount is meant, from the words around it and in it.</summary>
    public QuantityQualifier Qualifier(string text, TextSpan span, TextSpan block, WrittenNumber number)
    {
        int end = span.Start;
        while (end > block.Start && span.Start - end < 2 && text[end - 1] == ' ') end--;
        QuantityQualifier? before = lexicon.Before.Ending(text, end, Math.Max(block.Start, end - LongestWord))?.Value.Qualifier;
        int start = NumberReader.SkipBlanks(text, span.End, block.End);
        QuantityQualifier? after = lexicon.After.Starting(text, start, block.End)?.Value.Qualifier;
        if (number.VagueUpper is not null) return QuantityQualifier.About;
        return before ?? after ?? (number.IsOver ? QuantityQualifier.Over : QuantityQualifier.Exact);
    }

    /// <summary>What the amount is counted on (<c>/千tokens</c>): behind a slash, or named by 每 before it. Empty where nothing is.</summary>
    public string Per(string text, TextSpan span, TextSpan block, UnitEntry? unit, out int end)
    {
        end = span.End;
        if (unit is null) return "";
        if (end < block.End && text[end] == '/' && Denominator(text, end + 1, block.End) is { } behind)
        {
            end = behind.End;
            return behind.Name;
        }

        if (unit.Kind != QuantityKind.Money) return "";
        for (int i = span.Start - 1; i >= block.Start && i >= span.Start - PerReach && !IsBreak(text[i]); i--)
            if (text[i] == '每') return Denominator(text, i + 1, span.Start)?.Name ?? "";
        return "";
    }

    /// <summary>Whether a minus sign stands before the amount; if so the span takes it in.</summary>
    public bool IsNegative(string text, ref TextSpan span, int limit)
    {
        if (span.Start == limit || text[span.Start - 1] is not ('-' or '−' or '－')) return false;
        if (span.Start - 1 > limit && char.IsLetterOrDigit(text[span.Start - 2]) && char.IsAscii(text[span.Start - 2])) return false;
        if (span.Start - 1 > limit && text[span.Start - 2] is '%' or '％' or '元') return false;
        span = new TextSpan(span.Start - 1, span.End);
        return true;
    }

    private (string Name, int End)? Denominator(string text, int start, int limit)
    {
        int position = start;
        while (position < limit && position - start < 3 && lexicon.Numbers.At(text, position) is { Kind: not NumberWordKind.Digit }) position++;
        int word = NumberReader.SkipBlanks(text, position, limit);
        bool Ends(UnitEntry unit, int end) => EndsWord(text, unit, end, limit);
        if (lexicon.Denominators.Starting(text, word, limit, Ends) is not { } found) return null;
        return ($"/{text.AsSpan(start, position - start)}{found.Value.Canonical}", found.End);
    }

    private static bool IsBreak(char character) => char.IsAsciiDigit(character) || character is '，' or '。' or '；' or '、' or ',' or ';' or '：' or ':' or '！' or '？';
}
