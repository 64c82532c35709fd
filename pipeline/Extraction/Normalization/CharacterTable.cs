using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>Replacements for single characters and pairs, from a knowledge table with the columns <c>from</c> and <c>to</c>.</summary>
internal sealed class CharacterTable
{
    // Says for each UTF-16 unit whether a key starts with it, so that sound text is passed over at one look-up a unit.
    private readonly bool[] opens = new bool[char.MaxValue + 1];
    private readonly string?[] singles = new string?[char.MaxValue + 1];
    private readonly FrozenDictionary<(char, char), string> pairs;

    private CharacterTable(IReadOnlyDictionary<string, string> entries)
    {
        foreach ((string key, string value) in entries)
        {
            opens[key[0]] = true;
            if (key.Length == 1) singles[key[0]] = value;
        }

        pairs = entries.Where(entry => entry.Key.Length == 2).ToFrozenDictionary(entry => (entry.Key[0], entry.Key[1]), entry => entry.Value);
    }

    /// <summary>Loads a table.</summary>
    /// <exception cref="KnowledgeException">A code point is no hexadecimal number, a key is too long or stands twice.</exception>
    public static CharacterTable Load(KnowledgeFolder knowledge, string name)
    {
        TsvTable table = knowledge.ReadTsv(name);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (TsvRow row in table.Rows)
        {
            string from = Characters(table, row, "from");
            if (from.Length is 0 or > 2) throw table.Error(row, "'from' must be one code point, or two of the basic plane");
            if (!entries.TryAdd(from, Characters(table, row, "to"))) throw table.Error(row, "the character stands twice in the table");
        }

        return new CharacterTable(entries);
    }

    /// <summary>Whether a key starts with this unit.</summary>
    public bool Opens(char unit) => opens[unit];

    /// <summary>The first position at or behind <paramref name="start"/> where a key may start; the text's length where there is none.</summary>
    public int Next(string text, int start)
    {
        while (start < text.Length && !opens[text[start]]) start++;
        return start;
    }

    /// <summary>What stands for the characters at a position, null where they stay, and how many units they are.</summary>
    public string? Find(string text, int position, out int length)
    {
        length = 2;
        if (position + 1 < text.Length && pairs.TryGetValue((text[position], text[position + 1]), out string? pair)) return pair;
        length = 1;
        return singles[text[position]];
    }

    private static string Characters(TsvTable table, TsvRow row, string column)
    {
        var text = new StringBuilder();
        foreach (string code in table.Field(row, column).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int value) || !Rune.IsValid(value))
                throw table.Error(row, $"'{code}' is not a code point in hexadecimal");
            text.Append(new Rune(value));
        }

        return text.ToString();
    }
}
