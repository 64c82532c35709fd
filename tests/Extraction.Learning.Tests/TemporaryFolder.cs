namespace Extraction.Learning.Tests;

/// <summary>A folder of files for one test, removed behind it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("labels").FullName;

    public TemporaryFolder With(string name, params string[] lines)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
