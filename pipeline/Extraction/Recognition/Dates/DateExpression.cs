using Extraction.Documents;

namespace Extraction.Recognition.Dates;

/// <summary>A date as it is written, before its surroundings have said what it leaves out.</summary>
internal sealed record DateExpression(TextSpan Span, DateRule Rule, int Block, DateParts From, DateParts? To)
{
    /// <summary>Whether the year is written with its last two digits.</summary>
    public bool IsShortYear { get; init; }

    /// <summary>How often a relative rule's offset is taken: 8 in 八天后.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The day of a week that a relative rule means, 1 for Monday; null where it means all days of the week.</summary>
    public int? Weekday { get; init; }

    /// <summary>Whether the expression alone says which days are meant.</summary>
    public bool IsComplete => Rule.Relative is null && From.Year is not null;
}

/// <summary>What an expression means in its document.</summary>
internal sealed record DateReading(DateParts From, DateParts? To, ResolvedDate Date)
{
    /// <summary>The year that another expression takes from this one; for a range over several years the one in which
    /// <paramref name="month"/> falls. Null where that is not certain.</summary>
    public int? YearFor(int? month)
    {
        if (To is not { Year: { } lastYear } || lastYear == From.Year) return From.Year;
        if (month is null || From.Year is not { } firstYear || From.FirstMonth is not { } firstMonth || To.Value.FirstMonth is not { } lastMonth) return null;
        int? found = null;
        for (int year = firstYear; year <= lastYear; year++)
        {
            int position = (year * 12) + month.Value;
            if (position < (firstYear * 12) + firstMonth || position > (lastYear * 12) + lastMonth) continue;
            if (found is not null) return null;
            found = year;
        }

        return found;
    }
}
