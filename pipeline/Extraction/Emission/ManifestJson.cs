using System.Collections.Immutable;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Emission;

/// <summary>A file as the manifest lists it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Sha256">64 hex digits.</param>
/// <param name="Records">Lines.</param>
internal sealed record ManifestFile(string Name, string Sha256, int Records);

/// <summary>Writes manifest.json: indented, because it is one object and its diff is read line by line.</summary>
internal static class ManifestJson
{
    private const string IdPrefix = "sha256:";

    internal static byte[] Write(Dataset dataset, RunInfo info, IReadOnlyCollection<ManifestFile> files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonValues.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("tool", DatasetFiles.Tool);
            json.WriteNumber("schema", DatasetFiles.Schema);
            json.WriteString("version", info.ToolVersion);
            json.Text("knowledge", info.KnowledgeHash);
            json.Text("model", info.ModelHash);
            Map(json, "options", info.Options);
            Inputs(json, dataset);
            Files(json, files);
            Map(json, "knowledgeFiles", info.KnowledgeFiles);
            Map(json, "rules", info.Rules);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Map(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> entries)
    {
        if (entries.IsEmpty) return;
        json.WriteStartObject(name);
        foreach ((string key, string value) in entries) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter json, Dataset dataset)
    {
        json.WriteStartArray("inputs");
        foreach (DocumentRecord document in dataset.Documents.OrderBy(item => item.Source, StringComparer.Ordinal).ThenBy(item => item.Id, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("source", document.Source);
            json.WriteString("sha256", document.Id.StartsWith(IdPrefix, StringComparison.Ordinal) ? document.Id[IdPrefix.Length..] : document.Id);
            json.WriteString("outcome", JsonValues.Snake(document.Outcome));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Files(Utf8JsonWriter json, IReadOnlyCollection<ManifestFile> files)
    {
        json.WriteStartArray("files");
        foreach (ManifestFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("records", file.Records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
