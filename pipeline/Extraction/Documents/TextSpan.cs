namespace Extraction.Documents;

/// <summary>A half-open range <c>[Start, End)</c> of UTF-16 units in one text. Which text (raw or normalized) the owner says.</summary>
public readonly record struct TextSpan : IComparable<TextSpan>
{
    /// <summary>Creates the span <c>[start, end)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is negative or behind <paramref name="end"/>.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        (Start, End) = (start, end);
    }

    /// <summary>The first unit inside.</summary>
    public int Start { get; }

    /// <summary>The first unit behind.</summary>
    public int End { get; }

    /// <summary>Number of UTF-16 units, 0 or more.</summary>
    public int Length => End - Start;

    /// <summary>The characters of <paramref name="text"/> inside this span.</summary>
    public string Of(string text) => text.Substring(Start, Length);

    /// <summary>Whether <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => Start <= position && position < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same span moved by <paramref name="offset"/> units.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary><c>[start,end)</c>.</summary>
    public override string ToString() => $"[{Start},{End})";
}
