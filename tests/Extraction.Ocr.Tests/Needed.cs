using Extraction.Ocr.Models;

namespace Extraction.Ocr.Tests;

/// <summary>What some tests need and a machine may lack: they are skipped there, and fail in CI, which installs it.</summary>
internal static class Needed
{
    /// <summary>The recognition models.</summary>
    public static void Models() => Check(ModelFolder.Default().IsInstalled, "The recognition models are not installed: extraction ocr install.");

    /// <summary>A font file.</summary>
    public static void Font(string path) => Check(File.Exists(path), $"The font {path} is not installed.");

    private static void Check(bool isThere, string what)
    {
        bool isCi = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        Assert.True(isThere || !isCi, what);
        Skip.IfNot(isThere, what);
    }
}
