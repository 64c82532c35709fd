using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Emission;

/// <summary>A dataset read back from its folder, whole, for those who explain or compare it. Immutable.</summary>
public sealed class DatasetReader
{
    private readonly ImmutableDictionary<string, ImmutableArray<JsonElement>> files;
    private readonly Lazy<Dictionary<string, JsonElement>> byId;

    private DatasetReader(JsonElement manifest, ImmutableDictionary<string, ImmutableArray<JsonElement>> files)
    {
        (Manifest, this.files) = (manifest, files);
        byId = new Lazy<Dictionary<string, JsonElement>>(Index);
    }

    /// <summary>The manifest.</summary>
    public JsonElement Manifest { get; }

    /// <summary>Reads a dataset.</summary>
    /// <exception cref="DatasetFolderException">
    /// The folder is no dataset, a newer program wrote it, a file is missing, or a line is no record: says file and line.
    /// </exception>
    public static DatasetReader Open(string folder)
    {
        if (!DatasetFolder.IsDataset(folder)) throw new DatasetFolderException(folder, "holds no dataset; run the extraction first, or name its output folder");
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, DatasetFiles.Manifest)));
        RefuseOtherSchema(folder, manifest.RootElement);
        var files = ImmutableDictionary.CreateBuilder<string, ImmutableArray<JsonElement>>(StringComparer.Ordinal);
        foreach (string name in DatasetFiles.RecordFiles) files[name] = ReadLines(folder, name);
        return new DatasetReader(manifest.RootElement.Clone(), files.ToImmutable());
    }

    /// <summary>The records of one of <see cref="DatasetFiles.RecordFiles"/>, in the file's order.</summary>
    /// <exception cref="ArgumentException">There is no such file in a dataset.</exception>
    public ImmutableArray<JsonElement> Records(string file) =>
        files.TryGetValue(file, out ImmutableArray<JsonElement> records)
            ? records
            : throw new ArgumentException($"'{file}' is not a file of records.", nameof(file));

    /// <summary>The record or document with an id, null where there is none.</summary>
    public JsonElement? Find(string id) => byId.Value.TryGetValue(id, out JsonElement record) ? record : null;

    // two inputs with the same bytes share an id: the first line stands for both
    private Dictionary<string, JsonElement> Index()
    {
        var index = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (string name in DatasetFiles.RecordFiles)
            foreach (JsonElement record in files[name]) index.TryAdd(IdOf(record), record);
        return index;
    }

    // datasets from before the number was written follow the first schema
    private static void RefuseOtherSchema(string folder, JsonElement manifest)
    {
        if (!manifest.TryGetProperty("schema", out JsonElement schema)) return;
        if (schema.ValueKind == JsonValueKind.Number && schema.TryGetInt32(out int number) && number == DatasetFiles.Schema) return;
        throw new DatasetFolderException(
            folder, $"follows schema {schema.GetRawText()}, this program knows {DatasetFiles.Schema}; write it anew with this program, or read it with the one that wrote it");
    }

    private static string IdOf(JsonElement record) => record.GetProperty("id").GetString()!;

    private static ImmutableArray<JsonElement> ReadLines(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) throw new DatasetFolderException(folder, $"{name} is missing; run the extraction again");
        var records = ImmutableArray.CreateBuilder<JsonElement>();
        ReadOnlySpan<byte> rest = File.ReadAllBytes(path);
        for (int number = 1; !rest.IsEmpty; number++)
        {
            int end = rest.IndexOf((byte)'\n');
            records.Add(Parse(folder, name, number, end < 0 ? rest : rest[..end]));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return records.ToImmutable();
    }

    private static JsonElement Parse(string folder, string name, int number, ReadOnlySpan<byte> line)
    {
        try
        {
            JsonElement record = JsonElement.Parse(line);
            if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String) return record;
        }
        catch (JsonException problem)
        {
            throw new DatasetFolderException(folder, $"{name}:{number}: is not JSON: {problem.Message}", problem);
        }

        throw new DatasetFolderException(folder, $"{name}:{number}: is not a record with an id");
    }
}
