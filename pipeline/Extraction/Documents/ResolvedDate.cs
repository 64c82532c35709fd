using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>How fine a date is.</summary>
public enum DatePrecision
{
    /// <summary><c>2023-03-16</c>.</summary>
    Day,

    /// <summary><c>2023-03</c>.</summary>
    Month,

    /// <summary><c>2023-Q2</c>.</summary>
    Quarter,

    /// <summary><c>2023-H2</c>.</summary>
    Half,

    /// <summary><c>2023</c>.</summary>
    Year,

    /// <summary><c>2023-06/2023-08</c>.</summary>
    Range,
}

/// <summary>Where a date's parts come from.</summary>
public enum DateBasis
{
    /// <summary>All of it is written there.</summary>
    Explicit,

    /// <summary>Year or month come from a heading, a column, a period line, an earlier part of the sentence.</summary>
    Inherited,

    /// <summary>同年, 去年, 次月, 25 年年初: counted from another date, or a short form of one.</summary>
    Relative,

    /// <summary>Concluded from order and agreement, e.g. an orphan year box.</summary>
    Inferred,
}

/// <summary>A date that is known.</summary>
/// <param name="Value">In the contract's form: <c>2023-03-16</c>, <c>2023-03</c>, <c>2023-Q2</c>, <c>2023-H2</c>, <c>2023</c>, <c>2023-06/2023-08</c>.</param>
/// <param name="Precision">How fine.</param>
/// <param name="Basis">Where its parts come from.</param>
/// <param name="Text">The expression as the repaired text has it: <c>3.16</c>.</param>
public sealed record ResolvedDate(string Value, DatePrecision Precision, DateBasis Basis, string Text)
{
    /// <summary>Other values that the text allows, ordinal order.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <summary>Normalized span of the text that the missing parts were taken from; null for an explicit date.</summary>
    public TextSpan? Anchor { get; init; }
}
