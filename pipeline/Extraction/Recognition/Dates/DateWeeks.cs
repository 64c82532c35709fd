namespace Extraction.Recognition.Dates;

/// <summary>Weeks around a document's own day: 本周三, 上周, 周一. Weeks begin on Monday.</summary>
internal static class DateWeeks
{
    private const int Week = 7;

    /// <summary>
    /// A week, or the day of it: that of the document's day (of its last day, where it covers several), <paramref name="offset"/> weeks away.
    /// A text tells of what has been: this week ends with the document's day, and a weekday of this week that would follow it is the week before's.
    /// </summary>
    /// <param name="document">The document's date.</param>
    /// <param name="offset">Weeks: 0 for 本周 and a bare weekday, -1 for 上周.</param>
    /// <param name="weekday">1 for Monday; null for the whole week.</param>
    /// <returns>First and last day, the last null for a single day; null where the document's day is not known.</returns>
    internal static (DateParts First, DateParts? Last)? Find(DateReading document, int offset, int? weekday)
    {
        if ((document.To ?? document.From) is not { Year: > 1900 and < 2100, Month: { } month, Day: { } day } parts) return null;
        var today = new DateOnly(parts.Year.Value, month, day);
        DateOnly monday = today.AddDays(-(((int)today.DayOfWeek + Week - 1) % Week) + (offset * Week));
        if (weekday is not { } wanted)
        {
            DateOnly sunday = monday.AddDays(Week - 1);
            return (DateParts.From(monday), DateParts.From(offset == 0 && today < sunday ? today : sunday));
        }

        DateOnly found = monday.AddDays(wanted - 1);
        return (DateParts.From(offset == 0 && found > today ? found.AddDays(-Week) : found), null);
    }
}
