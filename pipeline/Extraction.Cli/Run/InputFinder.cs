using System.Collections.Immutable;

namespace Extraction.Cli.Run;

/// <summary>A file to be read.</summary>
/// <param name="Source">Its name in the dataset: relative, with <c>/</c>, unique in the run.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record InputFile(string Source, string Path);

/// <summary>What was found, in ordinal order of source.</summary>
/// <param name="Files">To be read.</param>
/// <param name="Skipped">Left out, with the reason: lock files, hidden files, data and code beside the reports.</param>
internal sealed record InputSet(ImmutableArray<InputFile> Files, ImmutableArray<(string Path, string Reason)> Skipped);

/// <summary>
/// Finds the reports in files and folders. A file that is named is always read; in a folder, lock files, hidden files and files whose
/// ending says data, code or picture are skipped and counted. What a file is, its content decides, not its ending.
/// </summary>
internal static class InputFinder
{
    private static readonly ImmutableHashSet<string> NotReports = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".tsv", ".csv", ".json", ".jsonl", ".yaml", ".yml", ".toml", ".xml", ".css", ".js", ".ts", ".cs", ".py", ".sh", ".log",
        ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".webp", ".mp3", ".mp4", ".mov", ".xlsx", ".xls", ".gz", ".tar", ".7z", ".rar", ".exe", ".dll");

    /// <summary>Finds the reports.</summary>
    /// <exception cref="UsageException">An input does not exist.</exception>
    internal static InputSet Find(IEnumerable<string> inputs)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var skipped = new List<(string Path, string Reason)>();
        foreach (string input in inputs)
        {
            if (File.Exists(input)) found.TryAdd(System.IO.Path.GetFullPath(input), System.IO.Path.GetFileName(input));
            else if (Directory.Exists(input)) AddFolder(found, skipped, input);
            else throw new UsageException($"There is no file or folder '{input}'.");
        }

        IEnumerable<InputFile> files = found.GroupBy(entry => entry.Value, entry => entry.Key, StringComparer.Ordinal).SelectMany(Named);
        return new InputSet(
            [.. files.OrderBy(file => file.Source, StringComparer.Ordinal)], [.. skipped.OrderBy(entry => entry.Path, StringComparer.Ordinal)]);
    }

    private static void AddFolder(SortedDictionary<string, string> found, List<(string Path, string Reason)> skipped, string folder)
    {
        string root = System.IO.Path.GetFullPath(folder);
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(root));
        foreach (string path in Files(root, root, skipped))
        {
            string relative = Relative(root, path);
            if (SkipReason(relative) is { } reason) skipped.Add((relative, reason));
            else found.TryAdd(path, name.Length == 0 ? relative : $"{name}/{relative}");
        }
    }

    // One folder at a time, so that one that cannot be opened does not take the others along. Links to folders are not followed:
    // they may lead round in a circle, or out of what was named.
    private static IEnumerable<string> Files(string root, string folder, List<(string Path, string Reason)> skipped)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out string? current))
        {
            if (TryList(current) is not { } entries)
            {
                skipped.Add((Relative(root, current), "folder cannot be opened"));
                continue;
            }

            foreach (FileSystemInfo entry in entries)
            {
                if (entry is not DirectoryInfo) yield return entry.FullName;
                else if (entry.LinkTarget is null) waiting.Push(entry.FullName);
                else skipped.Add((Relative(root, entry.FullName), "link to a folder"));
            }
        }
    }

    private static FileSystemInfo[]? TryList(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    private static string Relative(string root, string path)
    {
        string relative = System.IO.Path.GetRelativePath(root, path);
        // elsewhere a backslash is a character like any other
        return System.IO.Path.DirectorySeparatorChar == '\\' ? relative.Replace('\\', '/') : relative;
    }

    private static string? SkipReason(string relative)
    {
        string file = relative[(relative.LastIndexOf('/') + 1)..];
        if (file.StartsWith("~$", StringComparison.Ordinal)) return "lock file";
        if (relative.Split('/').Any(part => part.StartsWith('.'))) return "hidden";
        return NotReports.Contains(System.IO.Path.GetExtension(file)) ? "not a report" : null;
    }

    // Files that would share a name all survive, under the shortest paths that tell them apart.
    private static IEnumerable<InputFile> Named(IGrouping<string, string> group)
    {
        string[][] paths = [.. group.Select(path => path.Split(System.IO.Path.DirectorySeparatorChar))];
        int length = group.Key.Split('/').Length;
        while (paths.Length > 1 && paths.Select(parts => Tail(parts, length)).Distinct(StringComparer.Ordinal).Count() < paths.Length) length++;
        return group.Select((path, index) => new InputFile(paths.Length == 1 ? group.Key : Tail(paths[index], length), path));
    }

    private static string Tail(string[] parts, int length) => string.Join('/', parts[^Math.Min(length, parts.Length)..].Where(part => part.Length > 0));
}
