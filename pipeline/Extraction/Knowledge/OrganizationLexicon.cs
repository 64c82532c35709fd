using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Knowledge;

/// <summary>An organization that is generally known.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Aliases">Its other names, in file order.</param>
/// <param name="Parent">Canonical name of the owner, null where there is none.</param>
/// <param name="Location">Seat, null where it is not given.</param>
/// <param name="Line">Line in <paramref name="File"/>, from 1.</param>
/// <param name="File">The knowledge file that holds it.</param>
/// <param name="AmbiguousNames">Those of its names that are also ordinary words: they count only where the context says so.</param>
public sealed record OrganizationEntry(
    string Name,
    OrganizationType Type,
    ImmutableArray<OrganizationAlias> Aliases,
    string? Parent,
    string? Location,
    int Line,
    string File,
    ImmutableHashSet<string> AmbiguousNames)
{
    /// <summary>Rule id of a mention that this entry decided.</summary>
    public string Rule => $"{File}#{Line}";
}

/// <summary>The organizations that are generally known, under all their names.</summary>
public sealed class OrganizationLexicon
{
    private const string Index = "lexicon/organization-files.tsv";
    private readonly Dictionary<string, OrganizationEntry> byKey;

    private OrganizationLexicon(ImmutableArray<OrganizationEntry> entries, Dictionary<string, OrganizationEntry> byKey)
    {
        (Entries, this.byKey) = (entries, byKey);
        Words = [.. entries.SelectMany(SurfacesOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All organizations, in file order.</summary>
    public ImmutableArray<OrganizationEntry> Entries { get; }

    /// <summary>All names as they are written: canonical names and aliases.</summary>
    public IReadOnlyCollection<string> Words { get; }

    /// <summary>Reads the files that <c>lexicon/organization-files.tsv</c> lists.</summary>
    /// <exception cref="KnowledgeException">A type or alias kind is unknown, a parent is missing, or two organizations share a name.</exception>
    public static OrganizationLexicon Load(KnowledgeFolder knowledge)
    {
        TsvTable index = knowledge.ReadTsv(Index);
        var entries = ImmutableArray.CreateBuilder<OrganizationEntry>();
        var byKey = new Dictionary<string, OrganizationEntry>(StringComparer.Ordinal);
        foreach (TsvRow row in index.Rows) ReadFile(knowledge, index.Field(row, "file"), entries, byKey);
        foreach (OrganizationEntry entry in entries)
            if (entry.Parent is { } parent && !(byKey.TryGetValue(NameFolding.Key(parent), out OrganizationEntry? owner) && owner.Name == parent))
                throw new KnowledgeException(entry.File, entry.Line, $"the parent '{parent}' of '{entry.Name}' is no organization's canonical name");
        return new OrganizationLexicon(entries.ToImmutable(), byKey);
    }

    /// <summary>The organization that bears this name, compared by <see cref="NameFolding.Key"/>; null where none does.</summary>
    public OrganizationEntry? Find(string surface) => byKey.GetValueOrDefault(NameFolding.Key(surface));

    /// <summary>The names of one organization, the canonical one first.</summary>
    public static IEnumerable<string> SurfacesOf(OrganizationEntry entry) => entry.Aliases.Select(alias => alias.Value).Prepend(entry.Name);

    private static void ReadFile(
        KnowledgeFolder knowledge, string file, ImmutableArray<OrganizationEntry>.Builder entries, Dictionary<string, OrganizationEntry> byKey)
    {
        TsvTable table = knowledge.ReadTsv(file);
        foreach (TsvRow row in table.Rows)
        {
            OrganizationEntry entry = ReadEntry(table, row, file);
            entries.Add(entry);
            foreach (string surface in SurfacesOf(entry))
            {
                OrganizationEntry holder = byKey.TryAdd(NameFolding.Key(surface), entry) ? entry : byKey[NameFolding.Key(surface)];
                if (!ReferenceEquals(holder, entry))
                    throw table.Error(row, $"'{surface}' already names '{holder.Name}' ({holder.Rule}); a name may belong to one organization only");
            }
        }
    }

    private static OrganizationEntry ReadEntry(TsvTable table, TsvRow row, string file)
    {
        if (!Enum.TryParse(table.Field(row, "type"), ignoreCase: true, out OrganizationType type))
            throw table.Error(row, $"unknown type '{table.Field(row, "type")}'");
        return new OrganizationEntry(
            table.Field(row, "name"),
            type,
            [.. AliasField.Read(table, row)],
            NullIfEmpty(table.Field(row, "parent")),
            NullIfEmpty(table.Field(row, "location")),
            row.Line,
            file,
            AliasField.ReadContext(table, row));
    }

    private static string? NullIfEmpty(string field) => field.Length == 0 ? null : field;
}
