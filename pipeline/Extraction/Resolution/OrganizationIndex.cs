using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>The merged organizations under all their names.</summary>
internal sealed class OrganizationIndex
{
    private readonly Func<string, string> canonical;
    private readonly Dictionary<string, OrganizationRecord> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> ambiguous = new(StringComparer.Ordinal);

    /// <summary>Merges the organization records of all documents.</summary>
    /// <param name="records">As assembled.</param>
    /// <param name="canonical">The lexicon's name for a name, the name itself where it is unknown.</param>
    internal OrganizationIndex(IEnumerable<OrganizationRecord> records, Func<string, string> canonical)
    {
        this.canonical = canonical;
        List<Resolved<OrganizationRecord>> merged = [.. OrganizationGroups.Of(records.Select(Canonicalize)).Select(OrganizationMerger.Merge)];
        foreach (Resolved<OrganizationRecord> item in merged) byKey[NameKey.Fold(item.Record.Name)] = item.Record;
        foreach (Resolved<OrganizationRecord> item in merged) AddAliases(item.Record);
        foreach (string key in ambiguous) byKey.Remove(key);
        Organizations = [.. merged.Select(item => item with { Record = WithParent(item.Record) })];
    }

    /// <summary>The merged records with what their mentions disagree on.</summary>
    internal ImmutableArray<Resolved<OrganizationRecord>> Organizations { get; }

    /// <summary>The id of the organization with a name or unambiguous alias; null where no document has a record of it.</summary>
    internal string? IdOf(string name) => Find(name)?.Id;

    /// <summary>The name that the organization is emitted under.</summary>
    internal string NameOf(string name) => Find(name)?.Name ?? canonical(name);

    /// <summary>The key that all names of one organization share.</summary>
    internal string KeyOf(string name) => NameKey.Fold(NameOf(name));

    /// <summary>The folded names and aliases, the longest first.</summary>
    internal IEnumerable<string> KeysOf(string name)
    {
        IEnumerable<string> names = Find(name) is { } found ? found.Aliases.Select(alias => alias.Value).Append(found.Name) : [canonical(name)];
        return names.Select(NameKey.Fold).Distinct(StringComparer.Ordinal).OrderByDescending(key => key.Length).ThenBy(key => key, StringComparer.Ordinal);
    }

    private OrganizationRecord? Find(string name) =>
        byKey.GetValueOrDefault(NameKey.Fold(canonical(name))) ?? byKey.GetValueOrDefault(NameKey.Fold(name));

    private OrganizationRecord Canonicalize(OrganizationRecord record) => record with
    {
        Name = canonical(record.Name),
        Parent = record.Parent is { } parent ? canonical(parent) : null,
    };

    private void AddAliases(OrganizationRecord record)
    {
        foreach (string key in record.Aliases.Select(alias => NameKey.Fold(alias.Value)).Distinct(StringComparer.Ordinal))
            if (!byKey.TryAdd(key, record) && byKey[key].Id != record.Id && NameKey.Fold(byKey[key].Name) != key)
                ambiguous.Add(key); // two organizations claim it as an alias: it names neither
    }

    private OrganizationRecord WithParent(OrganizationRecord record) => record.Parent is { } parent
        ? record with { Parent = NameOf(parent), ParentId = IdOf(parent) is { } id && id != record.Id ? id : null }
        : record;
}
