namespace Extraction.Resolution;

/// <summary>
/// Collects items into groups, in the order given: an item joins the first group that shares one of its keys and accepts it,
/// else it starts a group. Only groups that share a key are compared.
/// </summary>
internal static class Clusters
{
    internal static List<TGroup> Build<TItem, TGroup>(
        IEnumerable<TItem> ordered, Func<TItem, IEnumerable<string>> keysOf, Func<TItem, TGroup> start, Func<TGroup, TItem, bool> tryAdd)
        where TGroup : class
    {
        var groups = new List<TGroup>();
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (TItem item in ordered)
        {
            List<string> keys = [.. keysOf(item).Distinct(StringComparer.Ordinal)];
            int home = Candidates(keys, byKey).FirstOrDefault(index => tryAdd(groups[index], item), -1);
            if (home < 0)
            {
                home = groups.Count;
                groups.Add(start(item));
            }

            foreach (string key in keys) Register(byKey, key, home);
        }

        return groups;
    }

    private static IEnumerable<int> Candidates(List<string> keys, Dictionary<string, List<int>> byKey) =>
        keys.SelectMany(key => byKey.TryGetValue(key, out List<int>? found) ? found : []).Distinct().Order();

    private static void Register(Dictionary<string, List<int>> byKey, string key, int group)
    {
        if (!byKey.TryGetValue(key, out List<int>? found)) byKey[key] = found = [];
        if (!found.Contains(group)) found.Add(group);
    }
}
