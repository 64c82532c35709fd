using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Finds the interest rate or ratio that a clause tells of; it moves by itself, no agent is needed: 5年期以上LPR降至3.6%, 下调存款准备金率.</summary>
internal sealed class RateFinder(ArgumentWords words)
{
    private const int LongestRate = 20;

    /// <summary>The first rate of a region with what stands before its noun; null where there is none.</summary>
    internal FoundObject? In(Statement statement, int start, int end)
    {
        ReadOnlySpan<char> text = statement.Slice(start, end);
        int close = -1;
        foreach (string noun in words.RateNouns)
            if (text.IndexOf(noun, StringComparison.Ordinal) is >= 0 and var at && (close < 0 || at + noun.Length < close)) close = at + noun.Length;
        if (close < 0) return null;
        int open = 0;
        foreach (string marker in words.ObjectMarkers)
            if (text[..close].LastIndexOf(marker, StringComparison.Ordinal) is >= 0 and var before) open = Math.Max(open, before + marker.Length);
        string name = text[open..close].TrimStart("，、 ").ToString();
        return name.Length > LongestRate ? null : new FoundObject(new EventObject(name, "other", null), new TextSpan(start + close - name.Length, start + close));
    }
}
