using System.Globalization;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Quantities;

/// <summary>Units, currencies, qualifiers and scales, from the lexicon folder.</summary>
internal sealed class QuantityLexicon
{
    private QuantityLexicon(KnowledgeFolder knowledge)
    {
        Numbers = NumberWords.Load(knowledge);
        List<UnitEntry> units = [.. Read(knowledge, "lexicon/units.tsv", Unit), .. Read(knowledge, "lexicon/currencies.tsv", Currency)];
        Units = Trie(units.Where(unit => unit is { IsPer: false, IsPrefix: false }));
        Denominators = Trie(units.Where(unit => unit.IsPer));
        Prefixes = Trie(units.Where(unit => unit.IsPrefix));
        List<QualifierEntry> qualifiers = Read(knowledge, "lexicon/quantity-qualifiers.tsv", Qualifier);
        Before = new WordTrie<QualifierEntry>(qualifiers.Where(entry => entry.IsBefore).Select(entry => (entry.Word, entry)));
        After = new WordTrie<QualifierEntry>(qualifiers.Where(entry => !entry.IsBefore).Select(entry => (entry.Word, entry)));
        List<(string Use, string Word)> ratios = [.. Read(knowledge, "lexicon/ratios.tsv", (_, table, row) => (Use: table.Field(row, "use"), Words: table.Field(row, "words"))).SelectMany(row => Words(row.Words).Select(word => (row.Use, word)))];
        Ratios = new WordTrie<string>(ratios.Where(entry => entry.Use == "measure").Select(entry => (entry.Word, entry.Word)));
        Links = new WordTrie<string>(ratios.Where(entry => entry.Use == "link").Select(entry => (entry.Word, entry.Word)));
        Scales = new WordTrie<ScaleEntry>(Read(knowledge, "lexicon/number-scales.tsv", Scale).Select(entry => (entry.Word, entry)));
    }

    public NumberWords Numbers { get; }

    /// <summary>Units and currencies that stand behind a number.</summary>
    public WordTrie<UnitEntry> Units { get; }

    /// <summary>What may stand behind a slash or 每.</summary>
    public WordTrie<UnitEntry> Denominators { get; }

    /// <summary>Currencies that stand before a number.</summary>
    public WordTrie<UnitEntry> Prefixes { get; }

    public WordTrie<QualifierEntry> Before { get; }

    public WordTrie<QualifierEntry> After { get; }

    public WordTrie<ScaleEntry> Scales { get; }

    /// <summary>Measures whose values have no unit: PUE, 指数.</summary>
    public WordTrie<string> Ratios { get; }

    /// <summary>What stands between such a measure and its value: 为, 报.</summary>
    public WordTrie<string> Links { get; }

    public static QuantityLexicon Load(KnowledgeFolder knowledge) => new(knowledge);

    private static WordTrie<UnitEntry> Trie(IEnumerable<UnitEntry> units) => new(units.Select(unit => (unit.Word, unit)));

    private static List<T> Read<T>(KnowledgeFolder knowledge, string file, Func<string, TsvTable, TsvRow, T> parse)
    {
        TsvTable table = knowledge.ReadTsv(file);
        return [.. table.Rows.Select(row => parse(file, table, row))];
    }

    private static UnitEntry Unit(string file, TsvTable table, TsvRow row)
    {
        string kind = table.Field(row, "kind"), canonical = table.Field(row, "canonical"), factor = table.Field(row, "factor");
        QuantityKind meaning = kind switch
        {
            "count" or "per" => QuantityKind.Count,
            "measure" => QuantityKind.Measure,
            "percent" => QuantityKind.Percent,
            "percentage-point" => QuantityKind.PercentagePoint,
            "multiple" => QuantityKind.Multiple,
            _ => throw table.Error(row, "the kind must be count, measure, percent, percentage-point, multiple or per"),
        };
        string word = Word(table, row, "unit");
        return new UnitEntry(word, canonical.Length > 0 ? canonical : word, meaning, $"{file}#{row.Line}")
        {
            IsPer = kind == "per",
            Factor = factor.Length == 0 ? 1 : Number(table, row, factor),
            ChineseDigitsOnly = table.Field(row, "digits") == "chinese",
            UnlessBefore = Words(table.Field(row, "unless_before")),
        };
    }

    private static UnitEntry Currency(string file, TsvTable table, TsvRow row) =>
        new(Word(table, row, "word"), table.Field(row, "currency"), QuantityKind.Money, $"{file}#{row.Line}")
        {
            IsPrefix = table.Field(row, "position") switch
            {
                "before" => true,
                "after" => false,
                _ => throw table.Error(row, "the position must be before or after"),
            },
            UnlessBefore = Words(table.Field(row, "unless_before")),
        };

    private static QualifierEntry Qualifier(string file, TsvTable table, TsvRow row)
    {
        QuantityQualifier qualifier = table.Field(row, "qualifier") switch
        {
            "exact" => QuantityQualifier.Exact,
            "about" => QuantityQualifier.About,
            "over" => QuantityQualifier.Over,
            "under" => QuantityQualifier.Under,
            _ => throw table.Error(row, "the qualifier must be exact, about, over or under"),
        };
        return new QualifierEntry(Word(table, row, "word"), qualifier, table.Field(row, "position") == "before");
    }

    private static ScaleEntry Scale(string file, TsvTable table, TsvRow row) =>
        new(Word(table, row, "word"), Number(table, row, table.Field(row, "value")));

    private static string Word(TsvTable table, TsvRow row, string column)
    {
        string word = table.Field(row, column);
        return word.Length > 0 ? word : throw table.Error(row, $"the {column} is empty");
    }

    private static decimal Number(TsvTable table, TsvRow row, string field) =>
        decimal.TryParse(field, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : throw table.Error(row, $"'{field}' is not a number");

    private static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

internal sealed record UnitEntry(string Word, string Canonical, QuantityKind Kind, string Rule)
{
    public bool IsPer { get; init; }

    public bool IsPrefix { get; init; }

    public decimal Factor { get; init; } = 1;

    public bool ChineseDigitsOnly { get; init; }

    public string[] UnlessBefore { get; init; } = [];
}

internal sealed record QualifierEntry(string Word, QuantityQualifier Qualifier, bool IsBefore);

internal sealed record ScaleEntry(string Word, decimal Value);
