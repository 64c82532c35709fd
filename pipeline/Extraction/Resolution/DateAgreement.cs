using System.Globalization;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Whether dates of different precision can mean one day or period.</summary>
internal static class DateAgreement
{
    /// <summary>Equal, or one contains the other; a date's alternatives count as its values.</summary>
    internal static bool Agree(RecordDate left, RecordDate right) =>
        Values(left).Any(one => Values(right).Any(other => Agree(one, other)));

    /// <summary>Equal, or one contains the other.</summary>
    internal static bool Agree(string left, string right) => Contains(left, right) || Contains(right, left);

    /// <summary>Whether every day of <paramref name="inner"/> lies in <paramref name="outer"/>.</summary>
    internal static bool Contains(string outer, string inner) =>
        outer == inner || (Days(outer) is { } large && Days(inner) is { } small && large.First <= small.First && small.Last <= large.Last);

    /// <summary>Days that a value covers: the fewer the finer; a value that is no date is the coarsest.</summary>
    internal static int Width(string value) => Days(value) is { } days ? days.Last - days.First + 1 : int.MaxValue;

    /// <summary>Days between the beginnings of two values, <see cref="int.MaxValue"/> where one is no date.</summary>
    internal static int Distance(string left, string right) =>
        Days(left) is { } one && Days(right) is { } other ? Math.Abs(one.First - other.First) : int.MaxValue;

    private static IEnumerable<string> Values(RecordDate date) => date.Alternatives.Prepend(date.Value);

    private static (int First, int Last)? Days(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return Period(value);
        return Period(value[..slash]) is { } from && Period(value[(slash + 1)..]) is { } to && from.First <= to.Last
            ? (from.First, to.Last)
            : null;
    }

    private static (int First, int Last)? Period(string value)
    {
        if (value.Length < 4 || !TryNumber(value[..4], out int year) || year < 1) return null;
        return value.Length switch
        {
            4 => Months(year, 1, 12),
            7 when value[4] == '-' && value[5] == 'Q' && value[6] is >= '1' and <= '4' => Months(year, ((value[6] - '1') * 3) + 1, 3),
            7 when value[4] == '-' && value[5] == 'H' && value[6] is '1' or '2' => Months(year, value[6] == '1' ? 1 : 7, 6),
            7 when value[4] == '-' && TryNumber(value[5..], out int month) && month is >= 1 and <= 12 => Months(year, month, 1),
            10 when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) =>
                (day.DayNumber, day.DayNumber),
            _ => null,
        };
    }

    private static (int First, int Last) Months(int year, int month, int count)
    {
        int last = month + count - 1;
        return (new DateOnly(year, month, 1).DayNumber, new DateOnly(year, last, DateTime.DaysInMonth(year, last)).DayNumber);
    }

    private static bool TryNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
