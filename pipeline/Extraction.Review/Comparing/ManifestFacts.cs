using System.Collections.Immutable;
using System.Text.Json;

namespace Extraction.Review.Comparing;

/// <summary>What a manifest says of the run that made a dataset.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Knowledge">Hash over all of it.</param>
/// <param name="Model">Hash, empty where none took part.</param>
/// <param name="Options">Those that were asked for.</param>
/// <param name="Files">Hash of each knowledge file; empty in manifests from before there were fingerprints.</param>
/// <param name="Rules">Fingerprint of each rule and of each lexicon line that found something.</param>
internal sealed record ManifestFacts(
    string Version,
    string Knowledge,
    string Model,
    ImmutableSortedDictionary<string, string> Options,
    ImmutableSortedDictionary<string, string> Files,
    ImmutableSortedDictionary<string, string> Rules)
{
    internal static ManifestFacts Of(JsonElement manifest) => new(
        Text(manifest, "version"), Text(manifest, "knowledge"), Text(manifest, "model"), Map(manifest, "options"), Map(manifest, "knowledgeFiles"), Map(manifest, "rules"));

    private static string Text(JsonElement manifest, string name) =>
        manifest.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static ImmutableSortedDictionary<string, string> Map(JsonElement manifest, string name) =>
        manifest.TryGetProperty(name, out JsonElement map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.ToString(), StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}
