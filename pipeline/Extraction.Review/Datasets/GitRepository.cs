using System.ComponentModel;
using System.Diagnostics;
using Extraction.Emission;

namespace Extraction.Review.Datasets;

/// <summary>Reads from the repository around a folder by the git program.</summary>
/// <param name="name">What was asked for, for messages.</param>
/// <param name="folder">Where git runs.</param>
internal sealed class GitRepository(string name, string folder)
{
    /// <summary>The full id of a commit.</summary>
    /// <exception cref="DatasetFolderException">There is no git, no repository or no such revision.</exception>
    internal string Commit(string revision)
    {
        using var output = new MemoryStream();
        (int code, string error) = Run(output, "rev-parse", "--verify", "--end-of-options", revision + "^{commit}");
        if (code == 0) return System.Text.Encoding.UTF8.GetString(output.ToArray()).Trim();
        throw new DatasetFolderException(name, error.Contains("not a git repository", StringComparison.OrdinalIgnoreCase)
            ? "the working directory is in no git repository"
            : $"there is no revision '{revision}' in this repository; fetch it first (a shallow clone has only its newest commits)");
    }

    /// <summary>Copies a file out of a commit; does nothing where the commit does not have it.</summary>
    /// <param name="thing"><c>commit:./path</c>.</param>
    /// <param name="target">Where to.</param>
    internal void TryCopy(string thing, string target)
    {
        bool isThere;
        using (FileStream file = File.Create(target)) isThere = Run(file, "cat-file", "blob", thing).Code == 0;
        if (!isThere) File.Delete(target);
    }

    private (int Code, string Error) Run(Stream output, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // messages are told apart by their English words
        start.Environment["LC_ALL"] = "C";
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return (process.ExitCode, error.GetAwaiter().GetResult());
        }
        catch (Win32Exception problem)
        {
            throw new DatasetFolderException(name, "git cannot be started; install it, or name a folder", problem);
        }
    }
}
