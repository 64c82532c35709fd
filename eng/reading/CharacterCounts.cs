using System.Globalization;
using System.Text;
using Extraction.Knowledge;

namespace Extraction.ReadingMeasure;

/// <summary>How often each character stands in a text. White space, control and format characters, private use and U+FFFD are no text.</summary>
internal sealed class CharacterCounts
{
    private static readonly Dictionary<string, string> Forms = LoadForms();
    private readonly Dictionary<int, int> counts = [];

    /// <summary>Number of characters.</summary>
    internal int Total => counts.Values.Sum();

    /// <summary>Share of Chinese, Japanese and Korean characters, 0 to 1.</summary>
    internal double CjkShare => Total == 0 ? 0 : (double)counts.Where(entry => entry.Key is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or >= 0x20000).Sum(entry => entry.Value) / Total;

    /// <summary>Adds a text's characters, radicals, width and compatibility forms folded.</summary>
    internal void Add(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Forms.TryGetValue(rune.ToString(), out string? form)) foreach (Rune part in form.EnumerateRunes()) Add(part);
            else Add(rune);
        }
    }

    /// <summary>Adds other counts.</summary>
    internal void Add(CharacterCounts other)
    {
        foreach ((int character, int count) in other.counts) counts[character] = counts.GetValueOrDefault(character) + count;
    }

    /// <summary>For each character the smaller, or the larger, of both counts.</summary>
    internal CharacterCounts With(CharacterCounts other, Func<int, int, int> choose)
    {
        var result = new CharacterCounts();
        foreach (int character in counts.Keys.Union(other.counts.Keys))
            if (choose(counts.GetValueOrDefault(character), other.counts.GetValueOrDefault(character)) is > 0 and int count) result.counts[character] = count;
        return result;
    }

    /// <summary>What is here more often than there.</summary>
    internal CharacterCounts Without(CharacterCounts other) => With(other, (here, there) => here - there);

    /// <summary>The characters with their counts, the most frequent first.</summary>
    internal string Describe(int most) => string.Join(' ', counts
        .OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Take(most)
        .Select(entry => new Rune(entry.Key) + (entry.Value == 1 ? "" : "×" + entry.Value.ToString(CultureInfo.InvariantCulture))));

    private void Add(Rune rune)
    {
        bool isText = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        if (isText && rune.Value != 0xFFFD) counts[rune.Value] = counts.GetValueOrDefault(rune.Value) + 1;
    }

    private static Dictionary<string, string> LoadForms()
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        KnowledgeFolder knowledge = KnowledgeFolder.Default();
        foreach (string name in new[] { "normalization/ideographs.tsv", "normalization/width.tsv" })
        {
            TsvTable table = knowledge.ReadTsv(name);
            foreach (TsvRow row in table.Rows) forms.TryAdd(Characters(table.Field(row, "from")), Characters(table.Field(row, "to")));
        }

        return forms;
    }

    private static string Characters(string codePoints) => string.Concat(codePoints
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(code => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
}
