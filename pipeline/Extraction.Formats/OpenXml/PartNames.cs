namespace Extraction.Formats.OpenXml;

/// <summary>Names of parts: how they are spelled, and how a relationship's target leads from one to another (ECMA-376 part 2, 8.2).</summary>
internal static class PartNames
{
    /// <summary>With <c>/</c> between folders and none at the start: some tools write <c>\</c>.</summary>
    public static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    /// <summary>The part of relationships that belongs to a part; the package's own for an empty name.</summary>
    public static string RelationshipsOf(string part)
    {
        int folder = part.LastIndexOf('/') + 1;
        return string.Concat(part.AsSpan(0, folder), "_rels/", part.AsSpan(folder), ".rels");
    }

    /// <summary>Where a relative or absolute target leads, seen from a part. Steps above the package's root stay at the root.</summary>
    public static string Resolve(string part, string target) => Usual(part, target) ?? Any(part, target);

    // steps up, then steps down: nearly all of them
    private static string? Usual(string part, ReadOnlySpan<char> target)
    {
        ReadOnlySpan<char> folder = Above(part);
        for (; target.StartsWith("../"); target = target[3..]) folder = Above(folder);
        bool isOdd = target.IsEmpty || target[0] == '/' || target[^1] is '/' or '.' || target.ContainsAny('#', '\\') || target.Contains("//", StringComparison.Ordinal)
            || target.StartsWith("./", StringComparison.Ordinal) || target.Contains("/.", StringComparison.Ordinal);
        if (isOdd) return null;
        return folder.IsEmpty ? target.ToString() : string.Concat(folder, "/", target);
    }

    private static ReadOnlySpan<char> Above(ReadOnlySpan<char> path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string Any(string part, string target)
    {
        int fragment = target.IndexOf('#', StringComparison.Ordinal);
        string path = (fragment < 0 ? target : target[..fragment]).Replace('\\', '/');
        List<string> steps = path.StartsWith('/') ? [] : [.. part.Split('/')[..^1]];
        foreach (string step in path.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not (".." or "." or "")) steps.Add(step);
        }
        return string.Join('/', steps);
    }
}
