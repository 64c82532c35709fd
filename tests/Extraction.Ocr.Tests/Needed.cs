using System.ComponentModel;
using System.Diagnostics;
using Extraction.Ocr.Models;

namespace Extraction.Ocr.Tests;

/// <summary>What some tests need and a machine may lack: they are skipped there, and fail in CI, which installs it.</summary>
internal static class Needed
{
    /// <summary>The recognition models.</summary>
    public static void Models() => Check(ModelFolder.Default().IsInstalled, "The recognition models are not installed: extraction ocr install.");

    /// <summary>A font file.</summary>
    public static void Font(string path) => Check(File.Exists(path), $"The font {path} is not installed.");

    /// <summary>A program.</summary>
    public static void Program(string name, string argument) => Check(Starts(name, argument), $"The program {name} is not installed.");

    /// <summary>Whether a program can be started.</summary>
    public static bool Starts(string name, string argument)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(name, [argument]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            return process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void Check(bool isThere, string what)
    {
        bool isCi = Environment.GetEnvironmentVariable("CI") is { Length: > 0 };
        Assert.True(isThere || !isCi, what);
        Skip.IfNot(isThere, what);
    }
}
