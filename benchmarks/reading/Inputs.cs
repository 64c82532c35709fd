namespace Extraction.Benchmarks.Reading;

/// <summary>A file in memory, and where it stands for tools that want a path.</summary>
internal sealed record Input(string Path, byte[] Content);

/// <summary>Finds the files to read.</summary>
internal static class Inputs
{
    /// <summary>The files below the folders that have one of the endings, in the order of their paths.</summary>
    public static IReadOnlyList<Input> Of(IEnumerable<string> folders, params string[] endings) =>
        [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path => endings.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new Input(path, File.ReadAllBytes(path)))];
}
