namespace Extraction.Isolation;

/// <summary>A worker's folder for temporary files: whoever ends the worker removes what it, or a program that it started, left there.</summary>
internal static class WorkerFolder
{
    private const string Prefix = "extraction-worker-";

    /// <summary>The variables that name the folder for temporary files, of all systems.</summary>
    private static readonly string[] Variables = ["TMPDIR", "TMP", "TEMP"];

    internal static string Create(IDictionary<string, string?> environment)
    {
        string folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        foreach (string variable in Variables) environment[variable] = folder;
        return folder;
    }

    /// <summary>Removes the folder of the worker that this process is.</summary>
    internal static void DeleteOwn()
    {
        string folder = Path.TrimEndingDirectorySeparator(Path.GetTempPath());
        if (Path.GetFileName(folder).StartsWith(Prefix, StringComparison.Ordinal)) TryDelete(folder);
    }

    // A file that another process still holds open is left to the system's own tidying.
    internal static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
        }
    }
}
