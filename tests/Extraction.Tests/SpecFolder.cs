namespace Extraction.Tests;

/// <summary>Finds the files of tests/specs.</summary>
internal static class SpecFolder
{
    /// <summary>The path of a file below tests/specs.</summary>
    internal static string File(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Extraction.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, "tests", "specs", .. parts]);
    }
}
