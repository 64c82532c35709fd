using System.Security.Cryptography;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Emission;

/// <summary>
/// Writes a dataset as docs/output.md says. The same dataset gives the same bytes; what is in the folder already is kept
/// until the new dataset is whole. One writer a folder at a time.
/// </summary>
public sealed class DatasetWriter
{
    /// <summary>Writes, replacing the dataset that is there. Files that do not belong to a dataset stay untouched.</summary>
    /// <param name="dataset">Resolved records with their ids.</param>
    /// <param name="info">What made it.</param>
    /// <param name="folder">Missing, empty, or a dataset.</param>
    /// <exception cref="EmptyDatasetException">There is no document, and a dataset would be lost.</exception>
    /// <exception cref="DatasetFolderException">The folder holds something else, or cannot be written.</exception>
    public void Write(Dataset dataset, RunInfo info, string folder)
    {
        var target = new DatasetFolder(folder);
        try
        {
            target.Recover();
            target.RefuseForeign();
            if (dataset.Documents.IsEmpty && target.HoldsDataset) throw new EmptyDatasetException(folder);
            Directory.CreateDirectory(target.Staging);
            WriteFiles(dataset, info, target.Staging);
            target.Swap();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DatasetFolderException(folder, "cannot be written: " + problem.Message, problem);
        }
    }

    private static void WriteFiles(Dataset dataset, RunInfo info, string folder)
    {
        ILookup<string, ExtractedRecord> records = dataset.Records.ToLookup(DatasetFiles.Of);
        var files = new List<ManifestFile>();
        foreach (string name in DatasetFiles.RecordFiles)
        {
            (byte[] content, int count) = name == DatasetFiles.Documents
                ? Lines(dataset.Documents.OrderBy(item => item.Id, StringComparer.Ordinal).ThenBy(item => item.Source, StringComparer.Ordinal), RecordJson.Write)
                : Lines(records[name].OrderBy(item => item.Id, StringComparer.Ordinal), RecordJson.Write);
            Save(Path.Combine(folder, name), content);
            files.Add(new ManifestFile(name, Convert.ToHexStringLower(SHA256.HashData(content)), count));
        }

        Save(Path.Combine(folder, DatasetFiles.Manifest), ManifestJson.Write(dataset, info, files));
    }

    private static (byte[] Content, int Count) Lines<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using var json = new Utf8JsonWriter(stream, JsonValues.Options(indented: false));
        int count = 0;
        foreach (T item in items)
        {
            write(json, item);
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
            count++;
        }

        return (stream.ToArray(), count);
    }

    private static void Save(string path, byte[] content)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
