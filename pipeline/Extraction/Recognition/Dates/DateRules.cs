using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Extraction.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Extraction.Recognition.Dates;

/// <summary>
/// The rules of <c>rules/dates.yaml</c>. A pattern is tried only where it may begin, and there it matches or fails within a few
/// characters: so it is read by the plain engine, which is ready at once, and not compiled.
/// </summary>
internal sealed partial class DateRules
{
    public const string FileName = "rules/dates.yaml";
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private readonly FrozenDictionary<(char First, char Second), DateRule[]> byStart;
    private readonly FrozenSet<char> starts;

    private DateRules(DateRulesFile file, ImmutableArray<DateRule> rules, Regex dateColumns)
    {
        (Rules, Bullets, DateColumns) = (rules, file.Bullets, dateColumns);
        Words = file.Words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        byStart = rules.SelectMany(rule => rule.Starts, (rule, start) => (rule, start))
            .GroupBy(pair => (pair.start[0], pair.start[1]), pair => pair.rule)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        starts = byStart.Keys.Select(pair => pair.First).ToFrozenSet();
        Frames = Needed("frames", file.Frames, "{0}");
        Declares = Needed("declares", file.Declares, "(?:{0})$");
        Volumes = Needed("volumes", file.Volumes, "{0}");
        Datelines = Needed("datelines", file.Datelines, "^(?:{0})");
        BackgroundBefore = Needed("background_before", file.BackgroundBefore, "(?:{0})$");
        BackgroundAfter = Needed("background_after", file.BackgroundAfter, "^(?:{0})");
    }

    public ImmutableArray<DateRule> Rules { get; }

    /// <summary>The rules whose expressions may begin with a pair of characters, in the file's order.</summary>
    public ReadOnlySpan<DateRule> StartingWith(char first, char second) =>
        starts.Contains(first) && byStart.TryGetValue((first, second), out DateRule[]? found) ? found : [];

    /// <summary>Words of titles that name the year that the whole document is about.</summary>
    public Regex Frames { get; }

    /// <summary>What stands directly before the year that a text declares for its dates.</summary>
    public Regex Declares { get; }

    /// <summary>Words of titles that name the year of a volume.</summary>
    public Regex Volumes { get; }

    /// <summary>What stands directly behind a date that says when the document was made.</summary>
    public Regex Datelines { get; }

    /// <summary>What stands directly before a date that is told in passing.</summary>
    public Regex BackgroundBefore { get; }

    /// <summary>What stands directly behind a date that is told in passing.</summary>
    public Regex BackgroundAfter { get; }

    /// <summary>Characters that open a list item.</summary>
    public string Bullets { get; }

    /// <summary>Names of columns that hold dates.</summary>
    public Regex DateColumns { get; }

    /// <summary>Values of words that are no numbers: 上, 首, jan.</summary>
    public FrozenDictionary<string, int> Words { get; }

    public static DateRules Load(KnowledgeFolder knowledge)
    {
        DateRulesFile file = DateRulesFile.Parse(FileName, knowledge.ReadText(FileName));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<DateRule>();
        foreach (DateRuleLine line in file.Rules)
        {
            if (line.Id.Length == 0 || !ids.Add(line.Id)) throw Error(line, "the id is missing or used twice");
            rules.Add(Compile(line, file.Fragments, rules.Count));
        }

        return new DateRules(file, rules.ToImmutable(), new Regex(file.DateColumns, Options));
    }

    // An empty pattern would match everywhere.
    private static Regex Needed(string name, string pattern, string form) => pattern.Length == 0
        ? throw new KnowledgeException(FileName, 0, $"'{name}' is missing")
        : new Regex(string.Format(CultureInfo.InvariantCulture, form, Blanks(pattern)), Options);

    private static DateRule Compile(DateRuleLine line, Dictionary<string, string> fragments, int order)
    {
        try
        {
            string pattern = Expand(line, line.Pattern, fragments);
            Regex? before = line.NotBefore.Length == 0 ? null : new Regex($"(?:{Blanks(line.NotBefore)})$", Options);
            return new DateRule(line.Id, order, new Regex($@"\G(?:{pattern})", Options), Position(line))
            {
                Starts = PatternStart.Of(pattern),
                NotBefore = before,
                NeverBehindDigit = before is not null && "0123456789".All(digit => before.IsMatch(digit.ToString())),
                NotAfter = line.NotAfter.Length == 0 ? null : new Regex($"^(?:{Blanks(line.NotAfter)})", Options),
                NearYears = line.NearYears,
                Relative = Relative(line),
                FixedQuarter = line.Fixed?.Q,
            };
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw Error(line, $"the pattern does not compile: {exception.Message}");
        }
    }

    private static string Expand(DateRuleLine line, string pattern, Dictionary<string, string> fragments)
    {
        for (int depth = 0; depth < 8 && FragmentName().IsMatch(pattern); depth++)
        {
            pattern = FragmentName().Replace(pattern, match => fragments.TryGetValue(match.Groups[1].Value, out string? fragment)
                ? fragment
                : throw Error(line, $"there is no fragment '{match.Groups[1].Value}'"));
        }

        return Blanks(pattern);
    }

    private static string Blanks(string pattern) =>
        pattern.Replace("_*", "[ \u00A0\u3000]*", StringComparison.Ordinal)
            .Replace("_+", "[ \u00A0\u3000]+", StringComparison.Ordinal)
            .Replace("_?", "_", StringComparison.Ordinal)
            .Replace("_", "[ \u00A0\u3000]{0,2}", StringComparison.Ordinal);

    private static DatePosition Position(DateRuleLine line) => line.Where switch
    {
        "anywhere" => DatePosition.Anywhere,
        "bullet" => DatePosition.Bullet,
        "box" => DatePosition.Box,
        "heading" => DatePosition.Heading,
        "title" => DatePosition.Title,
        "date-column" => DatePosition.DateColumn,
        _ => throw Error(line, $"'{line.Where}' is no place; use anywhere, bullet, box, heading, title or date-column"),
    };

    private static RelativeDate? Relative(DateRuleLine line)
    {
        if (line.Relative is not { } relative) return null;
        DateUnit unit = relative.Unit switch
        {
            "year" => DateUnit.Year,
            "month" => DateUnit.Month,
            "day" => DateUnit.Day,
            "week" => DateUnit.Week,
            _ => throw Error(line, "the unit must be year, month, week or day"),
        };
        if (relative.To is not ("text" or "document")) throw Error(line, "'to' must be text or document");
        return new RelativeDate(unit, relative.Offset, relative.To == "document");
    }

    private static KnowledgeException Error(DateRuleLine line, string problem) => new(FileName, 0, $"rule '{line.Id}': {problem}");

    [GeneratedRegex(@"\{([a-z_][a-z_0-9]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex FragmentName();
}

/// <summary>The rules file as it is written.</summary>
internal sealed class DateRulesFile
{
    public string Bullets { get; set; } = "";

    public string DateColumns { get; set; } = "";

    public string Frames { get; set; } = "";

    public string Declares { get; set; } = "";

    public string Volumes { get; set; } = "";

    public string Datelines { get; set; } = "";

    public string BackgroundBefore { get; set; } = "";

    public string BackgroundAfter { get; set; } = "";

    public Dictionary<string, int> Words { get; set; } = [];

    public Dictionary<string, string> Fragments { get; set; } = [];

    public List<DateRuleLine> Rules { get; set; } = [];

    public static DateRulesFile Parse(string name, string yaml)
    {
        try
        {
            IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            return deserializer.Deserialize<DateRulesFile>(yaml);
        }
        catch (YamlException exception)
        {
            throw new KnowledgeException(name, (int)exception.Start.Line, exception.InnerException?.Message ?? exception.Message);
        }
    }
}

internal sealed class DateRuleLine
{
    public string Id { get; set; } = "";

    public string Pattern { get; set; } = "";

    public string NotBefore { get; set; } = "";

    public string NotAfter { get; set; } = "";

    public string Where { get; set; } = "anywhere";

    public bool NearYears { get; set; }

    public RelativeLine? Relative { get; set; }

    public FixedLine? Fixed { get; set; }

    public List<DateExample> Examples { get; set; } = [];

    public List<string> Rejects { get; set; } = [];
}

internal sealed class RelativeLine
{
    public string Unit { get; set; } = "";

    public int Offset { get; set; }

    public string To { get; set; } = "";
}

internal sealed class FixedLine
{
    public int Q { get; set; }
}

internal sealed class DateExample
{
    public string Text { get; set; } = "";

    public string Under { get; set; } = "";

    public string Quote { get; set; } = "";

    public string? Value { get; set; }
}
