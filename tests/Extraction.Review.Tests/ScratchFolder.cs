namespace Extraction.Review.Tests;

/// <summary>A folder of its own that goes when the test ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("extraction-review-").FullName;

    public void Dispose()
    {
        // git writes its objects read-only
        foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)) File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Path, recursive: true);
    }

    internal string At(string relative) => System.IO.Path.Combine(Path, relative);
}
