namespace Extraction.Normalization;

/// <summary>Whether a chain of splinters proves that a line was letter-spaced, seen from its statistics alone.</summary>
internal static class SpacingEvidence
{
    /// <summary>Judges the pieces <c>[first, end)</c>, which single spaces part.</summary>
    /// <returns>True where no sound text looks like this: <c>B a i c h</c>, <c>6 . 1 5</c>, <c>P D - 1</c>, <c>2 0 2 3年</c>; false for a b c, A B C D, 1 2 3 4, a + b.</returns>
    public static bool IsDamage(string text, LinePieces pieces, int first, int end)
    {
        var letters = new LetterRun();
        int figurePairs = 0, singles = 0;
        for (int i = first; i < end; i++)
        {
            char c = Single(text, pieces[i]);
            if (c != '\0') singles++;
            if (i > first && char.IsAsciiDigit(c) && char.IsAsciiDigit(Single(text, pieces[i - 1]))) figurePairs++;
            if (letters.Add(c) || IsFloatingPoint(text, pieces, i, first, end) || IsSpacedCode(text, pieces, i, end) || EndOfYear(text, pieces, i) <= end) return true;
        }

        if (IsGluedModel(text, pieces, first, end)) return true;
        // a name with a number in it, Y i - 3 4 B: letters follow letters and figures follow figures
        return singles >= 5 && singles * 10 >= (end - first) * 7 && figurePairs > 0 && letters.HasPair;
    }

    private static char Single(string text, Piece piece) => piece is { Length: 1, Kind: PieceKind.Word } ? text[piece.Start] : '\0';

    // 4 . 0 and 4 .0
    private static bool IsFloatingPoint(string text, LinePieces pieces, int index, int first, int end)
    {
        if (index == first || pieces[index].Kind != PieceKind.Word || text[pieces[index].Start] != '.' || !char.IsAsciiDigit(text[pieces[index - 1].End - 1])) return false;
        if (pieces[index].Length > 1) return char.IsAsciiDigit(text[pieces[index].Start + 1]);
        return index + 1 < end && char.IsAsciiDigit(text[pieces[index + 1].Start]);
    }

    // 发布T 8 0 0: columns do not start behind an ideograph without a gap
    private static bool IsGluedModel(string text, LinePieces pieces, int first, int end)
    {
        if (end - first < 4 || first == 0 || pieces[first].Before != Gap.None || pieces[first - 1].Kind != PieceKind.Han) return false;
        if (!char.IsAsciiLetterUpper(Single(text, pieces[first]))) return false;
        for (int i = first + 1; i < first + 4; i++)
            if (!char.IsAsciiDigit(Single(text, pieces[i]))) return false;
        return true;
    }

    // P D - 1: two capitals that are no series, a hyphen and a figure
    private static bool IsSpacedCode(string text, LinePieces pieces, int index, int end)
    {
        if (index + 4 > end) return false;
        char a = Single(text, pieces[index]), b = Single(text, pieces[index + 1]);
        return char.IsAsciiLetterUpper(a) && char.IsAsciiLetterUpper(b) && b != a + 1 && b != a
            && Single(text, pieces[index + 2]) == '-' && char.IsAsciiDigit(text[pieces[index + 3].Start]);
    }

    /// <summary>Behind the pieces that a year from 1900 to 2099 fell into, which starts at a piece and has 年 behind it; <see cref="int.MaxValue"/> where none does.</summary>
    public static int EndOfYear(string text, LinePieces pieces, int first)
    {
        if (pieces[first].Length > 3 || (first > 0 && pieces[first - 1].Kind == PieceKind.Word && pieces[first].Before <= Gap.Single)) return int.MaxValue;
        Span<char> year = stackalloc char[4];
        int digits = 0, i = first;
        for (; i < pieces.Count && digits < 4 && pieces[i].Kind == PieceKind.Word && pieces[i].Length + digits <= 4; i++)
        {
            if (i > first && pieces[i].Before != Gap.Single) return int.MaxValue;
            text.AsSpan(pieces[i].Start, pieces[i].Length).CopyTo(year[digits..]);
            digits += pieces[i].Length;
        }

        bool isYear = digits == 4 && year.ContainsAnyExceptInRange('0', '9') is false && (year.StartsWith("19") || year.StartsWith("20"));
        return isYear && i < pieces.Count && pieces[i].Before <= Gap.Single && text[pieces[i].Start] == '年' ? i : int.MaxValue;
    }

    /// <summary>Consecutive single letters.</summary>
    private struct LetterRun
    {
        private int count, steps;
        private char previous;
        private bool hasLower, isBeyondOptions;

        /// <summary>Whether two letters stood beside each other that are no series.</summary>
        public bool HasPair { get; private set; }

        /// <summary>Takes the next single character (0 for a longer piece); true where the run is a word that was spaced out.</summary>
        public bool Add(char c)
        {
            if (!Characters.IsLatin(c))
            {
                (count, steps, previous, hasLower, isBeyondOptions) = (0, 0, '\0', false, false);
                return false;
            }

            bool series = count > 0 && (c == previous + 1 || c == previous);
            if (count > 0 && !series) (steps, HasPair) = (steps + 1, true);
            (count, previous, hasLower) = (count + 1, c, hasLower || char.IsAsciiLetterLower(c));
            // columns of answers: A C B D, T F F T, Y N Y
            isBeyondOptions |= c is not ((>= 'A' and <= 'F') or 'T' or 'Y' or 'N' or 'X' or 'O');
            return steps >= 2 && (hasLower ? count >= 3 : count >= 4 && isBeyondOptions);
        }
    }
}
