using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Extraction.Recognition.Dates;

/// <summary>Where in its block an expression must stand.</summary>
internal enum DatePosition
{
    Anywhere,
    Bullet,
    Box,
    Heading,
    Title,
    DateColumn,
}

/// <summary>What a relative expression counts in.</summary>
internal enum DateUnit
{
    Year,
    Month,
    Day,

    /// <summary>A week, or a day of one that the expression names; weeks begin on Monday.</summary>
    Week,
}

/// <summary>同年, 去年, 次月: an offset from the date named last, or from the document's own date.</summary>
internal sealed record RelativeDate(DateUnit Unit, int Offset, bool FromDocument);

/// <summary>A line of the rules file, compiled. The pattern matches at the position that it is asked for, or not at all.</summary>
internal sealed record DateRule(string Id, int Order, Regex Pattern, DatePosition Position)
{
    /// <summary>The pairs of characters that its expressions begin with.</summary>
    public required ImmutableHashSet<string> Starts { get; init; }

    /// <summary>Whether no expression begins right behind a digit.</summary>
    public bool NeverBehindDigit { get; init; }

    public Regex? NotBefore { get; init; }

    public Regex? NotAfter { get; init; }

    public bool NearYears { get; init; }

    public RelativeDate? Relative { get; init; }

    /// <summary>First quarter of a range that the words imply (前三季度).</summary>
    public int? FixedQuarter { get; init; }
}
