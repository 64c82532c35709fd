using System.Security.Cryptography;
using System.Text.Json;

namespace Extraction.Emission;

/// <summary>Whether the files of a dataset are those that its manifest lists.</summary>
public static class DatasetIntegrity
{
    /// <summary>Checks every file's hash against the manifest.</summary>
    /// <param name="folder">A dataset that <see cref="DatasetReader.Open"/> reads.</param>
    /// <exception cref="DatasetFolderException">A file is not listed, is missing, or has other bytes than the ones listed.</exception>
    public static void Check(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, DatasetFiles.Manifest)));
        Dictionary<string, string> listed = Listed(folder, manifest.RootElement);
        foreach (string name in DatasetFiles.RecordFiles)
        {
            if (!listed.TryGetValue(name, out string? expected)) throw new DatasetFolderException(folder, $"manifest.json does not list {name}; run the extraction again");
            if (HashOf(folder, name) != expected)
                throw new DatasetFolderException(folder, $"{name} was changed after it was written: its hash is not the one in manifest.json; run the extraction again");
        }
    }

    private static Dictionary<string, string> Listed(string folder, JsonElement manifest)
    {
        try
        {
            return manifest.GetProperty("files").EnumerateArray()
                .ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("sha256").GetString()!, StringComparer.Ordinal);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new DatasetFolderException(folder, "manifest.json lists no files, or one twice; run the extraction again", problem);
        }
    }

    private static string HashOf(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new DatasetFolderException(folder, $"{name} is missing; run the extraction again");
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
