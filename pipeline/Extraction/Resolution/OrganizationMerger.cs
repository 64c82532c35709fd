using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>Makes one record of all mentions of one organization.</summary>
internal static class OrganizationMerger
{
    internal static Resolved<OrganizationRecord> Merge(IReadOnlyList<OrganizationRecord> mentions)
    {
        string name = Names(mentions)[0];
        (RecordDate? founded, Disagreement? dates) = DateVote.Choose("founded", mentions, mention => mention.Founded);
        (string? parent, Disagreement? parents) = FieldVote.Choose("parent", FieldVote.Ballots(mentions, mention => mention.Parent));
        (string? location, Disagreement? locations) = FieldVote.Choose("location", FieldVote.Ballots(mentions, mention => mention.Location));
        var record = new OrganizationRecord
        {
            Id = RecordId.Of("org", NameKey.Fold(name)),
            Name = name,
            Type = Type(mentions),
            Aliases = Aliases(name, mentions),
            Founded = founded,
            People = People(mentions),
            Products = Products(mentions),
            Parent = parent,
            Location = location,
            Evidence = EvidenceSet.Of(mentions),
        };
        return Resolved<OrganizationRecord>.Of(record, dates, parents, locations);
    }

    /// <summary>Names, the most mentioned first.</summary>
    private static List<string> Names(IReadOnlyList<OrganizationRecord> mentions) => [.. mentions
        .GroupBy(mention => mention.Name, StringComparer.Ordinal)
        .OrderByDescending(group => EvidenceSet.Of(group).Length)
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key)];

    private static OrganizationType Type(IReadOnlyList<OrganizationRecord> mentions) => mentions
        .GroupBy(mention => mention.Type)
        .OrderBy(group => group.Key == OrganizationType.Other)
        .ThenByDescending(group => EvidenceSet.Of(group).Length)
        .ThenBy(group => group.Key)
        .First().Key;

    private static ImmutableArray<OrganizationAlias> Aliases(string name, IReadOnlyList<OrganizationRecord> mentions) => [.. mentions
        .SelectMany(mention => mention.Aliases)
        .Concat(mentions.Where(mention => NameKey.Fold(mention.Name) != NameKey.Fold(name)).Select(mention => new OrganizationAlias(mention.Name, KindOf(mention.Name, name))))
        .Where(alias => alias.Value != name)
        .GroupBy(alias => alias.Value, StringComparer.Ordinal)
        .Select(group => group.OrderBy(alias => alias.Kind, StringComparer.Ordinal).First())
        .OrderBy(alias => alias.Value, StringComparer.Ordinal)];

    private static string KindOf(string alias, string name)
    {
        if (NameKey.FoldLookAlikes(alias) == NameKey.FoldLookAlikes(name)) return "typo";
        if (name.Any(NameKey.IsHan) && !alias.Any(NameKey.IsHan)) return "english";
        return alias.Length > name.Length ? "full" : "short";
    }

    private static ImmutableArray<OrganizationPerson> People(IReadOnlyList<OrganizationRecord> mentions)
    {
        List<OrganizationPerson> all = [.. mentions.SelectMany(mention => mention.People).Distinct()];
        HashSet<string> withRole = new(all.Where(person => person.Role is not null).Select(person => person.Name), StringComparer.Ordinal);
        return [.. all
            .Where(person => person.Role is not null || !withRole.Contains(person.Name))
            .OrderBy(person => person.Name, StringComparer.Ordinal)
            .ThenBy(person => person.Role, StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> Products(IReadOnlyList<OrganizationRecord> mentions) => [.. mentions
        .SelectMany(mention => mention.Products)
        .GroupBy(NameKey.Fold, StringComparer.Ordinal)
        .Select(group => group.GroupBy(product => product, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key)
        .Order(StringComparer.Ordinal)];
}
