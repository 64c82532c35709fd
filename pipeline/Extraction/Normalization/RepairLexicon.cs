using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>Known names and everyday words: what spaces and line ends are judged by.</summary>
internal sealed class RepairLexicon
{
    // name without its spaces -> name with them; the spaced one wins where both are known
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> tails = new(StringComparer.Ordinal);
    private readonly HashSet<string> spaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> programmes = new(StringComparer.Ordinal);
    private readonly List<string> series = [];
    private readonly ILookup<char, string> redoubled;

    private RepairLexicon(ILookup<char, string> redoubled) => this.redoubled = redoubled;

    /// <summary>Loads the word tables and takes in known names.</summary>
    public static RepairLexicon Load(KnowledgeFolder knowledge, IEnumerable<string> known)
    {
        TsvTable terms = knowledge.ReadTsv("normalization/terms.tsv");
        foreach (TsvRow row in terms.Rows)
        {
            if (terms.Field(row, "kind") is not ("spaced" or "series" or "redoubled" or "programme")) throw terms.Error(row, "'kind' must be spaced, series, redoubled or programme");
            if (terms.Field(row, "text").Length == 0) throw terms.Error(row, "'text' is empty");
        }

        var lexicon = new RepairLexicon(Terms(terms, "redoubled").ToLookup(word => word[0]));
        lexicon.spaced.UnionWith(Terms(terms, "spaced"));
        lexicon.programmes.UnionWith(Terms(terms, "programme"));
        lexicon.series.AddRange(Terms(terms, "series"));
        lexicon.words.UnionWith(Column(knowledge, "normalization/english.tsv", "word"));
        lexicon.tails.UnionWith(Column(knowledge, "normalization/tails.tsv", "tail"));
        foreach (string name in known) lexicon.AddName(name);
        return lexicon;
    }

    /// <summary>The known name that these characters are without its spaces; null where there is none.</summary>
    public string? NameOf(string joined) => names.GetValueOrDefault(joined);

    /// <summary>Whether it is a word of English or of a known name, whatever the case.</summary>
    public bool IsWord(ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether these letters only continue a word.</summary>
    public bool IsTail(string letters) => tails.Contains(letters);

    /// <summary>Whether a heading of two characters is often set with a space inside.</summary>
    public bool IsSpacedHeading(string joined) => spaced.Contains(joined);

    /// <summary>Whether a programme is named after this word and a times sign (数据要素×).</summary>
    public bool IsProgramme(ReadOnlySpan<char> word) => programmes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Whether single characters beside each other are column heads or answers, not a word that was spaced out.</summary>
    public bool IsSeries(IReadOnlyCollection<char> characters) => series.Exists(text => characters.All(text.Contains));

    /// <summary>Whether <paramref name="first"/> and the text from <paramref name="position"/> start a word that rightly doubles its first character.</summary>
    /// <remarks>Radicals further on in the word are read as what <paramref name="ideographs"/> says they stand for.</remarks>
    public bool StartsRedoubled(char first, string text, int position, CharacterTable ideographs)
    {
        foreach (string word in redoubled[first])
            if (Continues(word, text, position, ideographs)) return true;
        return false;
    }

    private static bool Continues(string word, string text, int position, CharacterTable ideographs)
    {
        if (position + word.Length - 1 > text.Length) return false;
        for (int i = 1; i < word.Length; i++)
        {
            char c = text[position + i - 1];
            if (c != word[i] && !(ideographs.Find(text, position + i - 1, out _) is [char plain] && plain == word[i])) return false;
        }

        return true;
    }

    private void AddName(string name)
    {
        string trimmed = name.Trim();
        if (!trimmed.Any(Characters.IsLatin)) return;
        string joined = trimmed.Replace(" ", "", StringComparison.Ordinal);
        if (IsBetter(trimmed, names.GetValueOrDefault(joined))) names[joined] = trimmed;
        foreach (string word in trimmed.Split(' '))
            if (word.Length > 1 && word.All(Characters.IsWord)) words.Add(word);
    }

    // independent of the order in which names come
    private static bool IsBetter(string name, string? other) =>
        other is null || name.Length > other.Length || (name.Length == other.Length && string.CompareOrdinal(name, other) < 0);

    private static IEnumerable<string> Terms(TsvTable table, string kind) =>
        table.Rows.Where(row => table.Field(row, "kind") == kind).Select(row => table.Field(row, "text"));

    private static IEnumerable<string> Column(KnowledgeFolder knowledge, string file, string column)
    {
        TsvTable table = knowledge.ReadTsv(file);
        return table.Rows.Select(row => table.Field(row, column));
    }
}
