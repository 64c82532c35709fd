namespace Extraction.Tests.Emission;

/// <summary>A folder of its own for one test, deleted behind it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("extraction-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
