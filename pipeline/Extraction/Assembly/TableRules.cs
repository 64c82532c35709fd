using System.Collections.Immutable;
using Extraction.Documents;
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
    Project,
    Buyer,
    Target,
    Entity,
    Kind,
    Status,
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
        DealKinds = [.. file.DealKinds.Select(kind => (YamlKnowledge.Enum<StatementLabel>(FileName, kind.Key, kind.Key), kind.Value.ToImmutableArray()))];
        NoDeal = [.. file.NoDeal];
        Undone = [.. file.Undone];
        Pending = [.. file.Pending];
        SameAsAbove = [.. file.SameAsAbove];
        Counters = [.. file.Counters];
        Totals = [.. file.Totals];
        FoundingDates = [.. file.FoundingDates];
        AsOf = [.. file.AsOf];
    }

    internal ImmutableArray<string> FilingWords { get; }

    internal ImmutableArray<string> PolicyWords { get; }

    internal ImmutableArray<string> Undisclosed { get; }

    /// <summary>Words of a deal's round, way or heading by what they make of it, in the file's order.</summary>
    internal ImmutableArray<(StatementLabel Label, ImmutableArray<string> Words)> DealKinds { get; }

    /// <summary>Words of loans and bonds.</summary>
    internal ImmutableArray<string> NoDeal { get; }

    /// <summary>Words of deals that have not come about.</summary>
    internal ImmutableArray<string> Undone { get; }

    /// <summary>Words of deals that are not yet done.</summary>
    internal ImmutableArray<string> Pending { get; }

    /// <summary>Cells that repeat the cell above: 同上.</summary>
    internal ImmutableArray<string> SameAsAbove { get; }

    /// <summary>Headers of columns that count the rows.</summary>
    internal ImmutableArray<string> Counters { get; }

    /// <summary>First cells of rows that add up the others.</summary>
    internal ImmutableArray<string> Totals { get; }

    /// <summary>Headers that say when a company was founded, which is not when it was funded.</summary>
    internal ImmutableArray<string> FoundingDates { get; }

    /// <summary>Words beside a date that says how far the table reaches, not when its deals took place.</summary>
    internal ImmutableArray<string> AsOf { get; }

    internal static TableRules Load(KnowledgeFolder knowledge) => new(YamlKnowledge.Read<TablesFile>(knowledge, FileName));

    /// <summary>The role that a header names or ends with, null for none. Units in brackets and white space do not count.</summary>
    internal ColumnRole? RoleOf(string header)
    {
        if (NamedRole(header) is { } named) return named;
        string name = Bare(header);
        foreach ((string word, ColumnRole role) in headers)
            if (word.Length >= 2 && name.EndsWith(word, StringComparison.Ordinal)) return role;
        return null;
    }

    /// <summary>The role that a header, or a part of one with a stroke (标的/新主体), names exactly.</summary>
    internal ColumnRole? NamedRole(string header)
    {
        string name = Bare(header);
        if (name.Length == 0) return null;
        foreach (string part in name.Split('/', '／', '、', '&', '与', '及').Prepend(name))
            foreach ((string word, ColumnRole role) in headers)
                if (part.Equals(word, StringComparison.OrdinalIgnoreCase)) return role;
        return null;
    }

    private static string Bare(string header)
    {
        string name = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        int bracket = name.IndexOfAny(['（', '(']);
        return (bracket > 0 ? name[..bracket] : name).TrimEnd('：', ':');
    }

    private sealed class TablesFile
    {
        public Dictionary<string, List<string>> Columns { get; set; } = [];

        public List<string> FilingWords { get; set; } = [];

        public List<string> PolicyWords { get; set; } = [];

        public List<string> Undisclosed { get; set; } = [];

        public Dictionary<string, List<string>> DealKinds { get; set; } = [];

        public List<string> NoDeal { get; set; } = [];

        public List<string> Undone { get; set; } = [];

        public List<string> Pending { get; set; } = [];

        public List<string> SameAsAbove { get; set; } = [];

        public List<string> Counters { get; set; } = [];

        public List<string> Totals { get; set; } = [];

        public List<string> FoundingDates { get; set; } = [];

        public List<string> AsOf { get; set; } = [];
    }
}
