using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>
/// Decides which organization records are one organization: equal folded names; names that differ by a confused I and l; an
/// alias that only one organization claims and that another record has as its name. Never because one name contains another.
/// </summary>
internal static class OrganizationGroups
{
    internal static List<List<OrganizationRecord>> Of(IEnumerable<OrganizationRecord> records)
    {
        List<OrganizationRecord> all = [.. records];
        var groups = new KeyGroups();
        JoinLookAlikes(all, groups);
        JoinByAliases(all, groups);
        return [.. all
            .GroupBy(record => groups.RootOf(NameKey.Fold(record.Name)), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.ToList())];
    }

    private static void JoinLookAlikes(List<OrganizationRecord> records, KeyGroups groups)
    {
        foreach (IGrouping<string, string> alike in records
            .Select(record => record.Name).Distinct(StringComparer.Ordinal).GroupBy(NameKey.FoldLookAlikes, StringComparer.Ordinal))
        {
            string first = NameKey.Fold(alike.First());
            foreach (string name in alike) groups.Join(first, NameKey.Fold(name));
        }
    }

    private static void JoinByAliases(List<OrganizationRecord> records, KeyGroups groups)
    {
        Dictionary<string, Unit> units = records
            .GroupBy(record => groups.RootOf(NameKey.Fold(record.Name)), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, Unit.Of, StringComparer.Ordinal);
        // all claims are collected before the first join, so that the order of records cannot matter
        List<(string Claimant, string Named)> joins = [.. units
            .SelectMany(pair => pair.Value.Aliases.Select(alias => (Claimant: pair.Key, Named: groups.RootOf(alias))))
            .Where(claim => claim.Claimant != claim.Named && units.ContainsKey(claim.Named))
            .Distinct()
            .GroupBy(claim => claim.Named, StringComparer.Ordinal)
            .Where(claims => claims.Count() == 1)
            .Select(claims => claims.First())
            .Where(claim => MayBeOne(units[claim.Claimant], units[claim.Named]))];
        foreach ((string claimant, string named) in joins) groups.Join(claimant, named);
    }

    private static bool MayBeOne(Unit left, Unit right) =>
        (left.Types.Count == 0 || right.Types.Count == 0 || left.Types.Overlaps(right.Types))
        && !left.Parents.Overlaps(right.Names) && !right.Parents.Overlaps(left.Names);

    /// <summary>What the records under one name say.</summary>
    private sealed record Unit(HashSet<string> Names, HashSet<string> Aliases, HashSet<string> Parents, HashSet<OrganizationType> Types)
    {
        internal static Unit Of(IEnumerable<OrganizationRecord> records)
        {
            List<OrganizationRecord> all = [.. records];
            return new Unit(
                Keys(all.Select(record => record.Name)),
                Keys(all.SelectMany(record => record.Aliases).Select(alias => alias.Value)),
                Keys(all.Select(record => record.Parent).OfType<string>()),
                [.. all.Select(record => record.Type).Where(type => type != OrganizationType.Other)]);
        }

        private static HashSet<string> Keys(IEnumerable<string> names) => new(names.Select(NameKey.Fold), StringComparer.Ordinal);
    }
}
