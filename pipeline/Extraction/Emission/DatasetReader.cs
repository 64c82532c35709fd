using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Emission;

/// <summary>A dataset read back from its folder, whole, for those who explain or compare it. Immutable.</summary>
public sealed class DatasetReader
{
    private readonly ImmutableDictionary<string, ImmutableArray<JsonElement>> files;
    private readonly ImmutableDictionary<string, JsonElement> byId;

    private DatasetReader(JsonElement manifest, ImmutableDictionary<string, ImmutableArray<JsonElement>> files)
    {
        Manifest = manifest;
        this.files = files;
        // two inputs with the same bytes share an id: the first line stands for both
        byId = DatasetFiles.RecordFiles.SelectMany(name => files[name])
            .GroupBy(IdOf, StringComparer.Ordinal).ToImmutableDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The manifest.</summary>
    public JsonElement Manifest { get; }

    /// <summary>Reads a dataset.</summary>
    /// <exception cref="DatasetFolderException">The folder is no dataset, a file is missing, or a line is no record: says file and line.</exception>
    public static DatasetReader Open(string folder)
    {
        if (!DatasetFolder.IsDataset(folder)) throw new DatasetFolderException(folder, "holds no dataset; run the extraction first, or name its output folder");
        var files = ImmutableDictionary.CreateBuilder<string, ImmutableArray<JsonElement>>(StringComparer.Ordinal);
        foreach (string name in DatasetFiles.RecordFiles) files[name] = ReadLines(folder, name);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, DatasetFiles.Manifest)));
        return new DatasetReader(manifest.RootElement.Clone(), files.ToImmutable());
    }

    /// <summary>The records of one of <see cref="DatasetFiles.RecordFiles"/>, in the file's order.</summary>
    /// <exception cref="ArgumentException">There is no such file in a dataset.</exception>
    public ImmutableArray<JsonElement> Records(string file) =>
        files.TryGetValue(file, out ImmutableArray<JsonElement> records)
            ? records
            : throw new ArgumentException($"'{file}' is not a file of records.", nameof(file));

    /// <summary>The record or document with an id, null where there is none.</summary>
    public JsonElement? Find(string id) => byId.TryGetValue(id, out JsonElement record) ? record : null;

    private static string IdOf(JsonElement record) => record.GetProperty("id").GetString()!;

    private static ImmutableArray<JsonElement> ReadLines(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new DatasetFolderException(folder, $"{name} is missing; run the extraction again");
        var records = ImmutableArray.CreateBuilder<JsonElement>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            records.Add(Parse(folder, name, number, line));
        }

        return records.ToImmutable();
    }

    private static JsonElement Parse(string folder, string name, int number, string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String)
                return json.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new DatasetFolderException(folder, $"{name}:{number}: is not JSON: {problem.Message}", problem);
        }

        throw new DatasetFolderException(folder, $"{name}:{number}: is not a record with an id");
    }
}
