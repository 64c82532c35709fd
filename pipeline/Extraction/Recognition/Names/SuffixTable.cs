using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>How much an ending alone says.</summary>
internal enum SuffixStrength
{
    /// <summary>What ends so is an organization.</summary>
    Strong,

    /// <summary>It is one where a verb, a list or a table says so too.</summary>
    Weak,

    /// <summary>An everyday noun: it is one where its stem is no ordinary word, or where a verb follows.</summary>
    Coined,

    /// <summary>What ends so has no name of its own: 子公司.</summary>
    None,
}

/// <summary>An ending of organizations' names.</summary>
/// <param name="Word">The ending.</param>
/// <param name="Type">What such a name names.</param>
/// <param name="Strength">How much it says.</param>
/// <param name="NotBefore">Characters that make another word of it: 大学 before 生.</param>
/// <param name="MayBePlace">Whether a place alone makes a name with it: 北京大学, but not 北京公司.</param>
/// <param name="Rule">File and line.</param>
internal sealed record OrganizationSuffix(
    string Word, OrganizationType Type, SuffixStrength Strength, string NotBefore, bool MayBePlace, string Rule);

/// <summary>The endings, from <c>lexicon/suffixes.tsv</c>.</summary>
internal sealed class SuffixTable
{
    private const string File = "lexicon/suffixes.tsv";
    private readonly Dictionary<string, OrganizationSuffix> suffixes = new(StringComparer.Ordinal);
    private readonly WordSet words;

    private SuffixTable(IEnumerable<OrganizationSuffix> items)
    {
        foreach (OrganizationSuffix item in items) suffixes.Add(item.Word, item);
        words = new WordSet(suffixes.Keys);
    }

    public static SuffixTable Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        return new SuffixTable(table.Rows.Select(row => Read(table, row)));
    }

    /// <summary>The longest ending that starts at a position; null where none does.</summary>
    public OrganizationSuffix? At(string text, int position, int limit)
    {
        int length = words.LengthAt(text.AsSpan(0, limit), position);
        if (length == 0) return null;
        OrganizationSuffix suffix = suffixes[text.Substring(position, length)];
        int end = position + length;
        return end < limit && suffix.NotBefore.Contains(text[end]) ? null : suffix;
    }

    private static OrganizationSuffix Read(TsvTable table, TsvRow row)
    {
        if (!Enum.TryParse(table.Field(row, "type"), ignoreCase: true, out OrganizationType type))
            throw table.Error(row, $"unknown type '{table.Field(row, "type")}'");
        if (!Enum.TryParse(table.Field(row, "strength"), ignoreCase: true, out SuffixStrength strength))
            throw table.Error(row, $"unknown strength '{table.Field(row, "strength")}'; use strong, weak, coined or none");
        return new OrganizationSuffix(
            table.Field(row, "suffix"), type, strength, table.Field(row, "not-before"), table.Field(row, "place") == "yes", $"{File}#{row.Line}");
    }
}
