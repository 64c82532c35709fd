using System.Globalization;

namespace Extraction.Recognition.Dates;

/// <summary>Compares dates in the contract's form (<c>2023-03-16</c>, <c>2023-03</c>, <c>2023-Q2</c>, <c>2023-H2</c>, <c>2023</c>, <c>2023-06/2023-08</c>).</summary>
public static class DateArithmetic
{
    /// <summary>The first and last day of a date.</summary>
    /// <exception cref="FormatException">The value is not in the contract's form, or no such day exists.</exception>
    public static (DateOnly First, DateOnly Last) Days(string value) =>
        TryDays(value) ?? throw new FormatException($"'{value}' is not a date of the contract's form.");

    /// <summary>Whether every day of <paramref name="inner"/> lies in <paramref name="outer"/>: 2023-03 contains 2023-03-16, and itself.</summary>
    public static bool Contains(string outer, string inner)
    {
        ((DateOnly outerFirst, DateOnly outerLast), (DateOnly innerFirst, DateOnly innerLast)) = (Days(outer), Days(inner));
        return outerFirst <= innerFirst && innerLast <= outerLast;
    }

    /// <summary>Whether one contains the other: the two do not contradict each other.</summary>
    public static bool Agree(string first, string second) => Contains(first, second) || Contains(second, first);

    /// <summary>The one that says more, of two that agree; null where they contradict each other.</summary>
    public static string? Finer(string first, string second) =>
        Contains(first, second) ? second : Contains(second, first) ? first : null;

    /// <summary>Orders by first day, then the finer before the coarser.</summary>
    public static int Compare(string first, string second)
    {
        ((DateOnly firstStart, DateOnly firstEnd), (DateOnly secondStart, DateOnly secondEnd)) = (Days(first), Days(second));
        return firstStart != secondStart ? firstStart.CompareTo(secondStart) : firstEnd.CompareTo(secondEnd);
    }

    private static (DateOnly First, DateOnly Last)? TryDays(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return Single(value);
        if (Single(value[..slash]) is not { } from || Single(value[(slash + 1)..]) is not { } to) return null;
        return from.First <= to.Last ? (from.First, to.Last) : null;
    }

    private static (DateOnly First, DateOnly Last)? Single(string value)
    {
        if (value.Length < 4 || Number(value.AsSpan(0, 4)) is not (>= 1 and var year)) return null;
        if (value.Length == 4) return Months(year, 1, 12);
        if (value.Length == 7 && value[4] == '-')
        {
            if (value[5] == 'Q') return value[6] is >= '1' and <= '4' ? Months(year, ((value[6] - '1') * 3) + 1, 3) : null;
            if (value[5] == 'H') return value[6] is '1' or '2' ? Months(year, ((value[6] - '1') * 6) + 1, 6) : null;
            return Number(value.AsSpan(5)) is { } month and >= 1 and <= 12 ? Months(year, month, 1) : null;
        }

        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? (day, day) : null;
    }

    private static (DateOnly First, DateOnly Last) Months(int year, int month, int count) =>
        (new DateOnly(year, month, 1), new DateOnly(year, month + count - 1, DateTime.DaysInMonth(year, month + count - 1)));

    private static int? Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
