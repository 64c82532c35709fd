using System.Text.Json;

namespace Extraction.Emission;

/// <summary>
/// The folder that a dataset lies in, and the swap that replaces it whole: the new one is written beside it, the old one steps
/// aside, the new one takes its name, and what else lay in the folder moves along. A run that was interrupted at any point
/// is repaired by <see cref="Recover"/>, so that there is always one whole dataset, the old or the new.
/// The folder must be one that can be renamed: a folder inside a mounted volume, not the mount point itself.
/// </summary>
internal sealed class DatasetFolder
{
    private readonly string path;
    private readonly string previous;

    internal DatasetFolder(string folder)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string parent = Path.GetDirectoryName(path) ?? throw new DatasetFolderException(folder, "the root of a drive cannot hold a dataset");
        string name = Path.GetFileName(path);
        Staging = Path.Combine(parent, $".{name}.partial");
        previous = Path.Combine(parent, $".{name}.previous");
    }

    /// <summary>Where the new dataset is written before it is whole.</summary>
    internal string Staging { get; }

    /// <summary>Whether there is a dataset to lose.</summary>
    internal bool HoldsDataset => IsDataset(path);

    /// <summary>Whether a folder's manifest is one of ours.</summary>
    internal static bool IsDataset(string folder)
    {
        string manifest = Path.Combine(folder, DatasetFiles.Manifest);
        if (!File.Exists(manifest)) return false;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("tool", out JsonElement tool)
                && tool.ValueKind == JsonValueKind.String && tool.ValueEquals(DatasetFiles.Tool);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Finishes or undoes what an interrupted run left.</summary>
    internal void Recover()
    {
        if (Directory.Exists(Staging)) Directory.Delete(Staging, recursive: true);
        if (!Directory.Exists(previous)) return;
        if (Directory.Exists(path)) CarryOver();
        else Directory.Move(previous, path);
    }

    /// <summary>Refuses a folder whose files are somebody else's.</summary>
    /// <exception cref="DatasetFolderException">It is a file, or a folder with content that is no dataset.</exception>
    internal void RefuseForeign()
    {
        if (File.Exists(path)) throw new DatasetFolderException(path, "is a file; name a folder");
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !HoldsDataset)
            throw new DatasetFolderException(path, "is not empty and holds no dataset of this tool; name another folder, or empty it");
    }

    /// <summary>Puts the whole dataset from <see cref="Staging"/> in place.</summary>
    internal void Swap()
    {
        if (!Directory.Exists(path))
        {
            Directory.Move(Staging, path);
            return;
        }

        Directory.Move(path, previous);
        Directory.Move(Staging, path);
        CarryOver();
    }

    /// <summary>Moves what is not the dataset's from the old folder into the new one and deletes the rest.</summary>
    private void CarryOver()
    {
        foreach (string entry in Directory.EnumerateFileSystemEntries(previous).ToList())
        {
            string name = Path.GetFileName(entry);
            if (DatasetFiles.All.Contains(name)) File.Delete(entry);
            else Directory.Move(entry, Path.Combine(path, name));
        }

        Directory.Delete(previous);
    }
}
