using System.Globalization;

namespace Extraction.Recognition.Quantities;

/// <summary>A number as it is written.</summary>
/// <param name="Value">Exact, with 万 and 亿 folded in.</param>
/// <param name="End">Position behind it.</param>
/// <param name="Scale">The factor that its scale words gave, 1 without.</param>
internal sealed record WrittenNumber(decimal Value, int End, decimal Scale)
{
    public bool IsChinese { get; init; }

    /// <summary>Upper end of a vague number (数千万), else null.</summary>
    public decimal? VagueUpper { get; init; }

    /// <summary>Whether 多, 余 or 几 stands in it.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether the number has 万 or 亿: enough to be an amount without a unit.</summary>
    public bool HasGroup => Scale >= 10000;
}

/// <summary>Reads numbers: 84.57, 1,200, 2.14亿, 三千万, 数千万, 20余.</summary>
internal sealed class NumberReader(QuantityLexicon lexicon)
{
    private const int MostDigits = 15;
    private const decimal Largest = 1_000_000_000_000_000_000_000m;

    /// <summary>The number that starts at a position and ends by <paramref name="limit"/>, null where there is none.</summary>
    public WrittenNumber? Read(string text, int start, int limit) =>
        start >= limit ? null : char.IsAsciiDigit(text[start]) ? ReadArabic(text, start, limit) : ReadChinese(text, start, limit);

    /// <summary>Position behind up to two blanks.</summary>
    public static int SkipBlanks(string text, int position, int limit)
    {
        for (int i = 0; i < 2 && position < limit && text[position] is ' ' or '\u00A0' or '\u3000'; i++) position++;
        return position;
    }

    /// <summary>A number times its scale, without the zeros that decimals leave behind; unscaled it stays as written (13.30).</summary>
    public static decimal Scaled(decimal value, decimal scale) => scale == 1 ? value : value * scale / 1.0000000000000000000000000000m;

    private WrittenNumber? ReadArabic(string text, int start, int limit)
    {
        int end = DigitsEnd(text, start, limit);
        if (end - start > MostDigits) return null;
        decimal value = decimal.Parse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        (decimal scale, int scaleEnd, bool isOver) = ReadScale(text, end, limit);
        if (value > Largest / scale) return null;
        var number = new WrittenNumber(Scaled(value, scale), scaleEnd, scale) { IsOver = isOver };
        return scale >= 10000 ? WithSmallerPart(text, number, limit) : number;
    }

    // 1亿2000万
    private WrittenNumber WithSmallerPart(string text, WrittenNumber number, int limit)
    {
        if (number.End >= limit || !char.IsAsciiDigit(text[number.End])) return number;
        int end = DigitsEnd(text, number.End, limit);
        if (end - number.End > MostDigits) return number;
        (decimal scale, int scaleEnd, bool isOver) = ReadScale(text, end, limit);
        if (scale < 10000 || scale >= number.Scale) return number;
        decimal part = scale * decimal.Parse(text.AsSpan(number.End, end - number.End), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return part < number.Scale ? number with { Value = number.Value + part, End = scaleEnd, IsOver = isOver } : number;
    }

    private static int DigitsEnd(string text, int start, int limit)
    {
        int end = start;
        while (end < limit && char.IsAsciiDigit(text[end])) end++;
        if (end - start <= 3)
            while (end + 3 < limit && text[end] == ',' && AreDigits(text, end + 1, 3) && (end + 4 >= limit || !char.IsAsciiDigit(text[end + 4]))) end += 4;
        else return DecimalsEnd(text, end, limit);
        if (end + 4 == limit && text[end] == ',' && AreDigits(text, end + 1, 3)) end += 4;
        return DecimalsEnd(text, end, limit);
    }

    private static int DecimalsEnd(string text, int end, int limit)
    {
        if (end + 1 >= limit || text[end] != '.' || !char.IsAsciiDigit(text[end + 1])) return end;
        end++;
        while (end < limit && char.IsAsciiDigit(text[end])) end++;
        return end;
    }

    private static bool AreDigits(string text, int start, int count)
    {
        for (int i = start; i < start + count; i++)
            if (i >= text.Length || !char.IsAsciiDigit(text[i])) return false;
        return true;
    }

    private (decimal Scale, int End, bool IsOver) ReadScale(string text, int start, int limit)
    {
        decimal scale = 1;
        bool isOver = false;
        int end = start;
        for (int i = 0; i < 4; i++)
        {
            int position = scale == 1 ? SkipBlanks(text, end, limit) : end;
            if (position < limit && !isOver && text[position] is '多' or '余' && IsOverMark(text, position, limit))
            {
                (isOver, end) = (true, position + 1);
                continue;
            }

            if (position >= limit || lexicon.Numbers.At(text, position) is not { } word || word.Kind == NumberWordKind.Digit) break;
            if (IsUnit(text, position, limit) || scale * word.Value > 1_000_000_000_000_000m) break;
            (scale, end) = (scale * word.Value, position + 1);
        }

        return (scale, end, isOver);
    }

    // 20多亿, 3000余家: only where a scale or a unit follows, for 20余 alone may be the start of a word.
    private bool IsOverMark(string text, int position, int limit)
    {
        int next = SkipBlanks(text, position + 1, limit);
        return next < limit && (lexicon.Numbers.At(text, next) is { Kind: not NumberWordKind.Digit } || IsUnit(text, next, limit));
    }

    private bool IsUnit(string text, int position, int limit) => lexicon.Units.Starting(text, position, limit) is not null;

    private WrittenNumber? ReadChinese(string text, int start, int limit)
    {
        bool isVague = text[start] is '数' or '几';
        decimal total = 0, section = 0, digit = 0, scale = 1;
        bool hasDigit = false, isOver = false;
        int end = isVague ? start + 1 : start;
        for (; end < limit && end - start < 24; end++)
        {
            if (end > start && text[end] is '几' or '余' or '多' && IsOverMark(text, end, limit)) isOver = true;
            else if (lexicon.Numbers.At(text, end) is not { } word || (end > start && IsUnit(text, end, limit))) break;
            else if (!Add(word, ref total, ref section, ref digit, ref scale, ref hasDigit)) return null;
        }

        decimal value = total + section + digit;
        if (end == (isVague ? start + 1 : start) || (isVague && hasDigit)) return null;
        if (!hasDigit && !isVague && scale >= 100 && !FollowsQualifier(text, start)) return null;
        var number = new WrittenNumber(value, end, scale) { IsChinese = true, IsOver = isOver, VagueUpper = isVague ? (value * 10) - 1 : null };
        return WithDecimals(text, number, limit);
    }

    private static bool Add(NumberWord word, ref decimal total, ref decimal section, ref decimal digit, ref decimal scale, ref bool hasDigit)
    {
        switch (word.Kind)
        {
            case NumberWordKind.Digit:
                if (digit != 0) return false;
                (digit, hasDigit) = (word.Value, true);
                return true;
            case NumberWordKind.Scale:
                section += (digit == 0 ? 1 : digit) * word.Value;
                (digit, scale) = (0, Math.Max(scale, word.Value));
                return true;
            default:
                decimal before = total + section + digit;
                if (before == 0) before = 1;
                if (before > Largest / word.Value) return false;
                (total, section, digit, scale) = (before * word.Value, 0, 0, scale * word.Value);
                return scale <= Largest;
        }
    }

    private bool FollowsQualifier(string text, int start) => lexicon.Before.Ending(text, start, Math.Max(0, start - 6)) is not null;

    // 三点五倍
    private WrittenNumber WithDecimals(string text, WrittenNumber number, int limit)
    {
        if (number.Scale > 100 || number.VagueUpper is not null || number.End + 1 >= limit || text[number.End] != '点') return number;
        decimal place = 0.1m, value = number.Value;
        int end = number.End + 1;
        while (end < limit && place > 0.00001m && lexicon.Numbers.At(text, end) is { Kind: NumberWordKind.Digit } word)
        {
            value += word.Value * place;
            place /= 10;
            end++;
        }

        return end == number.End + 1 ? number : number with { Value = value, End = end };
    }
}
