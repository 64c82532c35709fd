namespace Extraction.Normalization;

/// <summary>What a piece of a line is made of.</summary>
internal enum PieceKind : byte
{
    /// <summary>Latin letters, figures and the signs inside words.</summary>
    Word,

    /// <summary>Ideographs.</summary>
    Han,

    /// <summary>Chinese punctuation.</summary>
    Mark,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What stands in front of a piece.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One space.</summary>
    Single,

    /// <summary>Two spaces.</summary>
    Double,

    /// <summary>More spaces.</summary>
    Wide,

    /// <summary>White space with a tab in it.</summary>
    Tab,
}

/// <summary>A run of one kind of characters.</summary>
/// <param name="Start">First unit.</param>
/// <param name="End">Behind the last unit.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Before">What stands in front of it.</param>
internal readonly record struct Piece(int Start, int End, PieceKind Kind, Gap Before)
{
    /// <summary>UTF-16 units.</summary>
    public int Length => End - Start;
}

/// <summary>A line cut where white space stands and where the kind of character changes.</summary>
internal sealed class LinePieces
{
    private static readonly PieceKind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => Classify((char)unit))];

    private readonly List<Piece> pieces = [];

    /// <summary>Number of pieces.</summary>
    public int Count => pieces.Count;

    /// <summary>A piece by its place in the line.</summary>
    public Piece this[int index] => pieces[index];

    /// <summary>Cuts <c>[start, end)</c> of a text; the pieces of the line before are forgotten.</summary>
    public void Cut(string text, int start, int end)
    {
        pieces.Clear();
        for (int i = start; i < end;)
        {
            int gap = i;
            while (i < end && Characters.IsSpace(text[i])) i++;
            if (i == end) return;
            int first = i;
            PieceKind kind = Kinds[text[i]];
            while (i < end && !Characters.IsSpace(text[i]) && Kinds[text[i]] == kind) i++;
            pieces.Add(new Piece(first, i, kind, GapOf(text.AsSpan(gap, first - gap))));
        }
    }

    /// <summary>Whether a piece is a single ideograph with nothing of word or ideograph beside it.</summary>
    public bool IsLoneHan(int index)
    {
        Piece piece = pieces[index];
        if (piece.Kind != PieceKind.Han || piece.Length != 1) return false;
        return IsOpenBefore(index) && IsOpenBehind(index);
    }

    /// <summary>
    /// Whether a piece may be a splinter of a line that was spaced out: up to three characters of a word, an ideograph alone, two of
    /// them beside such a one, or a mark.
    /// </summary>
    public bool IsSplinter(int index) => pieces[index].Kind switch
    {
        PieceKind.Word => pieces[index].Length <= 3,
        PieceKind.Han => IsLoneHan(index) || IsPairBesideLoneHan(index),
        PieceKind.Mark => pieces[index].Length <= 2,
        _ => false,
    };

    // of 云 原生 应 用
    private bool IsPairBesideLoneHan(int index)
    {
        if (pieces[index].Length != 2 || !IsOpenBefore(index) || !IsOpenBehind(index)) return false;
        return (index > 0 && pieces[index].Before == Gap.Single && IsLoneHan(index - 1))
            || (index + 1 < Count && pieces[index + 1].Before == Gap.Single && IsLoneHan(index + 1));
    }

    private bool IsOpenBefore(int index) => index == 0 || pieces[index].Before != Gap.None || pieces[index - 1].Kind >= PieceKind.Mark;

    private bool IsOpenBehind(int index) =>
        index + 1 == Count || pieces[index + 1].Before != Gap.None || pieces[index + 1].Kind >= PieceKind.Mark;

    private static Gap GapOf(ReadOnlySpan<char> space)
    {
        if (space.Contains('\t')) return Gap.Tab;
        return space.Length switch { 0 => Gap.None, 1 => Gap.Single, 2 => Gap.Double, _ => Gap.Wide };
    }

    private static PieceKind Classify(char c)
    {
        if (Characters.IsWord(c)) return PieceKind.Word;
        if (Characters.IsHan(c)) return PieceKind.Han;
        return Characters.IsChineseMark(c) ? PieceKind.Mark : PieceKind.Other;
    }
}
