using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    Date,
    Effective,
    PolicyTitle,
    Summary,
    Issuer,
    Region,
    DocumentNumber,
    Batch,
    Model,
    Owner,
    Registration,
    Round,
    Amount,
    Investor,
}

/// <summary>The header words of rules/tables.yaml.</summary>
internal sealed class TableRules
{
    internal const string FileName = "rules/tables.yaml";

    private readonly ImmutableArray<(string Word, ColumnRole Role)> headers;

    private TableRules(TablesFile file)
    {
        headers =
        [
            .. file.Columns
                .SelectMany(column => column.Value.Select(word => (word, YamlKnowledge.Enum<ColumnRole>(FileName, column.Key, column.Key))))
                .OrderByDescending(entry => entry.word.Length).ThenBy(entry => entry.word, StringComparer.Ordinal),
        ];
        FilingWords = [.. file.FilingWords];
        PolicyWords = [.. file.PolicyWords];
        Undisclosed = [.. file.Undisclosed];
        PurchaseWords = [.. file.PurchaseWords];
    }

    internal ImmutableArray<string> FilingWords { get; }

    internal ImmutableArray<string> PolicyWords { get; }

    internal ImmutableArray<string> Undisclosed { get; }

    internal ImmutableArray<string> PurchaseWords { get; }

    internal static TableRules Load(KnowledgeFolder knowledge) => new(YamlKnowledge.Read<TablesFile>(knowledge, FileName));

    /// <summary>The role that a header names, null for none. Units in brackets and white space do not count.</summary>
    internal ColumnRole? RoleOf(string header)
    {
        string name = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        int bracket = name.IndexOfAny(['（', '(']);
        if (bracket > 0) name = name[..bracket];
        if (name.Length == 0) return null;
        foreach ((string word, ColumnRole role) in headers)
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase)) return role;
        foreach ((string word, ColumnRole role) in headers)
            if (word.Length >= 2 && name.EndsWith(word, StringComparison.Ordinal)) return role;
        return null;
    }

    private sealed class TablesFile
    {
        public Dictionary<string, List<string>> Columns { get; set; } = [];

        public List<string> FilingWords { get; set; } = [];

        public List<string> PolicyWords { get; set; } = [];

        public List<string> Undisclosed { get; set; } = [];

        public List<string> PurchaseWords { get; set; } = [];
    }
}
