namespace Extraction.Formats;

/// <summary>Finds programs that others have installed.</summary>
public static class ExternalTool
{
    /// <summary>Full path of the first of the names that lies in a folder of PATH; null where none does.</summary>
    public static string? Find(params ReadOnlySpan<string> names)
    {
        string ending = OperatingSystem.IsWindows() ? ".exe" : "";
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names)
            foreach (string folder in folders)
                if (Path.IsPathFullyQualified(folder) && File.Exists(Path.Combine(folder, name + ending))) return Path.Combine(folder, name + ending);
        return null;
    }
}
