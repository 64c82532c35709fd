using System.Globalization;
using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>The parts that an expression writes out; what it leaves to its surroundings is null.</summary>
internal readonly record struct DateParts(int? Year, int? Month = null, int? Day = null, int? Quarter = null, int? Half = null)
{
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public DatePrecision Precision =>
        Day is not null ? DatePrecision.Day
        : Month is not null ? DatePrecision.Month
        : Quarter is not null ? DatePrecision.Quarter
        : Half is not null ? DatePrecision.Half
        : DatePrecision.Year;

    /// <summary>The month that the parts begin in, null for a whole year.</summary>
    public int? FirstMonth => Month ?? (Quarter is { } quarter ? (quarter * 3) - 2 : Half is { } half ? (half * 6) - 5 : null);

    /// <summary>Whether the calendar has such a date. Without a year, 29 February is possible.</summary>
    public bool IsPossible
    {
        get
        {
            if (Year is < 1900 or > 2100 || Month is < 1 or > 12 || Quarter is < 1 or > 4 || Half is < 1 or > 2) return false;
            if (Day is not { } day) return true;
            return day >= 1 && day <= (Month is { } month ? DateTime.DaysInMonth(Year ?? 2000, month) : 31);
        }
    }

    /// <summary>The day that a spreadsheet's serial number counts.</summary>
    public static DateParts FromSerial(int serial) => From(SerialZero.AddDays(serial));

    public static DateParts From(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The same parts with those of <paramref name="other"/> where coarser ones are missing.</summary>
    public DateParts FilledFrom(DateParts other)
    {
        bool needsMonth = Day is not null && Month is null;
        return this with { Year = Year ?? other.Year, Month = needsMonth ? other.Month : Month };
    }

    /// <summary>The contract's form. Only for parts with a year, and a month where there is a day.</summary>
    public string Format()
    {
        string year = Year!.Value.ToString("0000", CultureInfo.InvariantCulture);
        return Precision switch
        {
            DatePrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{year}-{Month:00}-{Day:00}"),
            DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{year}-{Month:00}"),
            DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{year}-Q{Quarter}"),
            DatePrecision.Half => string.Create(CultureInfo.InvariantCulture, $"{year}-H{Half}"),
            _ => year,
        };
    }
}
