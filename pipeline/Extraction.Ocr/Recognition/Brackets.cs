namespace Extraction.Ocr.Recognition;

/// <summary>Makes the two brackets of a pair alike: the network tells a pair's kinds apart by a few pixels, and often only on one side.</summary>
internal static class Brackets
{
    private const string Opening = "([（［【〔「『";
    private const string Closing = ")]）］】〕」』";
    private const string Round = "()（）";

    /// <summary>Changes marks in place, within a line.</summary>
    public static void Pair(Span<char> text)
    {
        Stack<int> open = new();
        for (int index = 0; index < text.Length; index++)
        {
            if (Opening.Contains(text[index])) open.Push(index);
            if (!Closing.Contains(text[index]) || !open.TryPop(out int at) || IsRound(text[at]) != IsRound(text[index])) continue;
            bool isWide = IsWide(text[at]) || IsWide(text[index]) || (IsRound(text[at]) && index + 1 < text.Length && Punctuation.IsWide(text[index + 1]));
            if (isWide) Widen(ref text[at], ref text[index]);
        }
    }

    /// <summary>A narrow one follows the other; of two wide ones the opening one is read better, since more of what follows it is white.</summary>
    private static void Widen(ref char opening, ref char closing)
    {
        if (IsRound(opening)) (opening, closing) = ('（', '）');
        else if (IsWide(opening)) closing = Closing[Opening.IndexOf(opening, StringComparison.Ordinal)];
        else opening = Opening[Closing.IndexOf(closing, StringComparison.Ordinal)];
    }

    private static bool IsRound(char mark) => Round.Contains(mark);

    private static bool IsWide(char mark) => mark > '\u007F';
}
