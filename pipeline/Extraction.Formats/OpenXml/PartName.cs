namespace Extraction.Formats.OpenXml;

/// <summary>Names of parts and the way from one to another (ECMA-376 part 2, 6.2 and 6.5), read with forgiveness: names tell neither upper from
/// lower case nor <c>%E5%9B%BE</c> from the character that it stands for, and a backslash parts folders as well.</summary>
internal static class PartName
{
    /// <summary>How a part is looked up: without escapes and without a slash in front. Compare it without regard to case.</summary>
    public static string Key(string name) => Uri.UnescapeDataString(name.Replace('\\', '/')).TrimStart('/');

    /// <summary>Name of the part that lists the relationships of a part; of the package where the name is empty.</summary>
    public static string Relationships(string name)
    {
        int slash = name.LastIndexOf('/') + 1;
        return $"{name[..slash]}_rels/{name[slash..]}.rels";
    }

    /// <summary>The key of a relationship's target; null where it leads out of the package.</summary>
    public static string? Resolve(string owner, string target)
    {
        string path = target.Replace('\\', '/');
        int end = path.IndexOfAny(['#', '?']);
        if (end >= 0) path = path[..end];
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal)) return null;
        var folders = new List<string>();
        if (path[0] != '/') folders.AddRange(owner.Split('/')[..^1]);
        foreach (string folder in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (folder == ".." && folders.Count > 0) folders.RemoveAt(folders.Count - 1);
            else if (folder is not (".." or ".")) folders.Add(folder);
        }
        return Key(string.Join('/', folders));
    }
}
