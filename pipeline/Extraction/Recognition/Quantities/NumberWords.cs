using System.Collections.Frozen;
using System.Globalization;
using Extraction.Knowledge;

namespace Extraction.Recognition.Quantities;

/// <summary>The characters that write Chinese numbers, from <c>lexicon/number-words.tsv</c>.</summary>
public sealed class NumberWords
{
    private const string File = "lexicon/number-words.tsv";
    private readonly FrozenDictionary<char, NumberWord> words;

    private NumberWords(FrozenDictionary<char, NumberWord> words) => this.words = words;

    /// <summary>Reads the lexicon.</summary>
    /// <exception cref="KnowledgeException">A line is wrong.</exception>
    public static NumberWords Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var words = new Dictionary<char, NumberWord>();
        foreach (TsvRow row in table.Rows)
        {
            NumberWord word = Parse(table, row);
            if (!words.TryAdd(table.Field(row, "word")[0], word)) throw table.Error(row, "the word is listed twice");
        }

        return new NumberWords(words.ToFrozenDictionary());
    }

    /// <summary>The number word at a position, null where there is none or what follows makes it another word.</summary>
    internal NumberWord? At(string text, int position)
    {
        if (position >= text.Length || !words.TryGetValue(text[position], out NumberWord? word)) return null;
        foreach (string next in word.UnlessBefore)
            if (string.CompareOrdinal(text, position + 1, next, 0, next.Length) == 0) return null;
        return word;
    }

    /// <summary>The value of a whole number in Arabic or Chinese digits (十六, 二〇二三, 十二); null if it is none or too large.</summary>
    public int? ParseWhole(ReadOnlySpan<char> number)
    {
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int arabic)) return arabic;
        int total = 0, digits = 0;
        foreach (char character in number)
        {
            if (total > 99_999 || digits > 99_999) return null;
            if (!words.TryGetValue(character, out NumberWord? word)) return null;
            if (word.Kind == NumberWordKind.Group) return null;
            if (word.Kind == NumberWordKind.Digit) digits = (digits * 10) + (int)word.Value;
            else (total, digits) = (total + (Math.Max(digits, 1) * (int)word.Value), 0);
        }

        return number.IsEmpty ? null : total + digits;
    }

    private static NumberWord Parse(TsvTable table, TsvRow row)
    {
        if (table.Field(row, "word").Length != 1) throw table.Error(row, "a number word is one character");
        NumberWordKind kind = table.Field(row, "kind") switch
        {
            "digit" => NumberWordKind.Digit,
            "scale" => NumberWordKind.Scale,
            "group" => NumberWordKind.Group,
            _ => throw table.Error(row, "the kind must be digit, scale or group"),
        };
        if (!decimal.TryParse(table.Field(row, "value"), NumberStyles.None, CultureInfo.InvariantCulture, out decimal value))
            throw table.Error(row, "the value must be a whole number");
        return new NumberWord(kind, value, table.Field(row, "unless_before").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

internal enum NumberWordKind
{
    Digit,
    Scale,
    Group,
}

internal sealed record NumberWord(NumberWordKind Kind, decimal Value, string[] UnlessBefore);
