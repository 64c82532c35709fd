namespace Extraction.Resolution;

/// <summary>Groups keys that were found to mean one thing (union-find; the ordinally smallest key stands for its group).</summary>
internal sealed class KeyGroups
{
    private readonly Dictionary<string, string> above = new(StringComparer.Ordinal);

    internal string RootOf(string key)
    {
        string root = key;
        while (above.TryGetValue(root, out string? next)) root = next;
        while (above.TryGetValue(key, out string? next))
        {
            above[key] = root; // path compression keeps the next look-up short
            if (next == root) break;
            key = next;
        }

        return root;
    }

    internal void Join(string left, string right)
    {
        (left, right) = (RootOf(left), RootOf(right));
        if (left == right) return;
        if (string.CompareOrdinal(left, right) < 0) above[right] = left;
        else above[left] = right;
    }
}
