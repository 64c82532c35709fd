using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Learning.Labels;

/// <summary>
/// One line of a label file: an object with the properties <c>text</c> and <c>label</c>. Lines that were proposed for labelling also say where
/// the text stands (<c>source</c>) and what the model took it for (<c>guess</c>); both are for people and not learned from.
/// </summary>
internal static class LabelLine
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Parses a line.</summary>
    /// <exception cref="KnowledgeException">It is not of that form, with file and line.</exception>
    internal static LabeledStatement Parse(string line, string file, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return Parse(document.RootElement, file, number);
        }
        catch (JsonException error)
        {
            throw new KnowledgeException(file, number, "not JSON: " + error.Message);
        }
    }

    /// <summary>A line for a person to label: until somebody fills in the label, training refuses it.</summary>
    internal static string Unlabeled(string text, string source, string guess) =>
        JsonSerializer.Serialize(new { text, label = "", guess, source }, Layout);

    private static LabeledStatement Parse(JsonElement root, string file, int number)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new KnowledgeException(file, number, "not an object; expected {\"text\":\"…\",\"label\":\"…\"}");
        foreach (JsonProperty property in root.EnumerateObject())
            if (property.Name is not ("text" or "label" or "source" or "guess"))
                throw new KnowledgeException(file, number, $"unknown property '{property.Name}'; there are text, label, source and guess");
        string text = Field(root, "text", file, number).Trim();
        if (text.Contains('\n')) throw new KnowledgeException(file, number, "the text holds a line end; a statement is one line");
        string name = Field(root, "label", file, number);
        StatementLabel label = LabelNames.Find(name)
            ?? throw new KnowledgeException(file, number, $"unknown label '{name}'; labels are {string.Join(", ", LabelNames.All)}");
        return new LabeledStatement(text, label, file, number);
    }

    private static string Field(JsonElement root, string name, string file, int number) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new KnowledgeException(file, number, $"'{name}' is missing, empty or no string");
}
