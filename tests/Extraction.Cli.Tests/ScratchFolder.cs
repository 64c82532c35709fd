namespace Extraction.Cli.Tests;

/// <summary>A folder of its own that goes when the test ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal ScratchFolder() => Path = Directory.CreateTempSubdirectory("extraction-cli-").FullName;

    internal string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    internal string At(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Writes a file, folders included.</summary>
    internal string Write(string relative, string content)
    {
        string path = At(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Name and content of each file of a folder, so that two folders can be compared to the byte.</summary>
    internal static string[] Content(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => $"{System.IO.Path.GetFileName(file)} {Convert.ToHexString(File.ReadAllBytes(file))}")];
}
