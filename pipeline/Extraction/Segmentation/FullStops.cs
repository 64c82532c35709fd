using System.Collections.Frozen;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>Decides whether a Latin full stop ends a sentence. Immutable, safe between threads.</summary>
internal sealed class FullStops
{
    private const string File = "segmentation/abbreviations.tsv";

    private readonly FrozenSet<string> abbreviations;
    private readonly FrozenSet<string> beforeNumbers;

    private FullStops(IEnumerable<string> abbreviations, IEnumerable<string> beforeNumbers)
    {
        this.abbreviations = abbreviations.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        this.beforeNumbers = beforeNumbers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Reads <c>segmentation/abbreviations.tsv</c>.</summary>
    public static FullStops Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        foreach (TsvRow row in table.Rows)
            if (table.Field(row, "before") is not ("any" or "number")) throw table.Error(row, "'before' is any or number");
        ILookup<string, string> byContext = table.Rows.ToLookup(row => table.Field(row, "before"), row => table.Field(row, "abbreviation"));
        return new FullStops(byContext["any"], byContext["number"]);
    }

    /// <summary>Whether a sentence that begins at <paramref name="rest"/>'s start ends with the full stop at <paramref name="position"/>.</summary>
    public bool Ends(string text, TextSpan rest, int position)
    {
        if (position + 1 == rest.End) return true;
        if (!char.IsWhiteSpace(text[position + 1]) || position == rest.Start) return false;
        int next = position + 1;
        while (next < rest.End && char.IsWhiteSpace(text[next])) next++;
        if (next == rest.End) return true;
        if (char.IsLower(text[next])) return false;
        int wordStart = WordStart(text, rest.Start, position);
        return wordStart < position
            ? !IsAbbreviation(text[wordStart..position], text[next])
            : !IsListNumber(text.AsSpan(rest.Start, position - rest.Start));
    }

    private static int WordStart(string text, int start, int position)
    {
        int wordStart = position;
        while (wordStart > start && (char.IsAsciiLetter(text[wordStart - 1]) || text[wordStart - 1] == '.')) wordStart--;
        return wordStart;
    }

    private bool IsAbbreviation(string word, char next)
    {
        if (word.EndsWith('.')) return false;
        return word.Length == 1
            || IsDotted(word)
            || abbreviations.Contains(word)
            || (char.IsAsciiDigit(next) && beforeNumbers.Contains(word));
    }

    // U.S, e.g, Ph.D: but not Node.js.
    private static bool IsDotted(string word) => word.Contains('.', StringComparison.Ordinal) && word.Split('.').All(part => part.Length <= 2);

    // 1. or 3.2. or 一. at the start, behind a bullet too.
    private static bool IsListNumber(ReadOnlySpan<char> before)
    {
        int start = 0;
        while (start < before.Length && !char.IsLetterOrDigit(before[start])) start++;
        foreach (char character in before[start..])
            if (!char.IsAsciiDigit(character) && character != '.' && !"一二三四五六七八九十".Contains(character, StringComparison.Ordinal)) return false;
        return true;
    }
}
