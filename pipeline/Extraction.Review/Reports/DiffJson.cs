using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Review.Comparing;

namespace Extraction.Review.Reports;

/// <summary>Writes a comparison as one JSON object, see <c>pipeline/knowledge/schema/diff.schema.json</c>.</summary>
public static class DiffJson
{
    /// <summary>Writes it, indented, ending in a line end.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diff">The comparison.</param>
    /// <param name="isStat">Counts and groups alone, without the changes.</param>
    public static void Write(TextWriter output, DatasetDiff diff, bool isStat)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("base", diff.Base);
            json.WriteString("head", diff.Head);
            json.WriteNumber("unchanged", diff.Unchanged);
            Counts(json, diff);
            json.WriteStartArray("causes");
            foreach (Cause cause in diff.Causes) Write(json, cause);
            json.WriteEndArray();
            Notes(json, diff);
            Groups(json, diff);
            if (!isStat) Changes(json, diff, () => Drain(json, buffer, output));
            json.WriteEndObject();
            Drain(json, buffer, output);
        }

        output.Write('\n');
    }

    // a hundred thousand changes need not stand in memory a second time
    private static void Drain(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, TextWriter output)
    {
        json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    private static void Counts(Utf8JsonWriter json, DatasetDiff diff)
    {
        json.WriteStartObject("counts");
        foreach (ChangeKind kind in Enum.GetValues<ChangeKind>()) json.WriteNumber(ReportWords.Of(kind), diff.Count(kind));
        json.WriteEndObject();
    }

    private static void Notes(Utf8JsonWriter json, DatasetDiff diff)
    {
        json.WriteStartArray("notes");
        foreach (ComparisonNote note in diff.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Groups(Utf8JsonWriter json, DatasetDiff diff)
    {
        json.WriteStartArray("groups");
        foreach (ChangeGroup group in diff.Groups())
        {
            json.WriteStartObject();
            json.WriteString("record", ReportWords.Of(group.Record));
            json.WriteString("change", ReportWords.Of(group.Kind));
            json.WriteString("pattern", group.Pattern);
            json.WriteNumber("count", group.Changes.Length);
            json.WritePropertyName("cause");
            Write(json, group.Cause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Changes(Utf8JsonWriter json, DatasetDiff diff, Action drain)
    {
        json.WriteStartArray("changes");
        foreach (RecordChange change in diff.Changes)
        {
            json.WriteStartObject();
            json.WriteString("record", ReportWords.Of(change.Record));
            json.WriteString("change", ReportWords.Of(change.Kind));
            json.WriteString("pairing", ReportWords.Of(change.Pairing));
            json.WriteString("id", change.Id);
            json.WriteNumber("size", change.Size);
            json.WritePropertyName("cause");
            Write(json, change.Cause);
            json.WriteStartArray("fields");
            foreach (FieldChange field in change.Fields) Write(json, field);
            json.WriteEndArray();
            Side(json, "before", change.Before);
            Side(json, "after", change.After);
            json.WriteEndObject();
            drain();
        }

        json.WriteEndArray();
    }

    private static void Side(Utf8JsonWriter json, string name, JsonElement? record)
    {
        if (record is not { } value) return;
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    private static void Write(Utf8JsonWriter json, FieldChange field)
    {
        json.WriteStartObject();
        json.WriteString("field", field.Field);
        if (field.Before is { } before) json.WriteString("before", before);
        if (field.After is { } after) json.WriteString("after", after);
        json.WriteString("effect", ReportWords.Of(field.Effect));
        json.WriteNumber("size", field.Size);
        if (field.Note.Length > 0) json.WriteString("note", field.Note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject();
        json.WriteString("kind", ReportWords.Of(cause.Kind));
        if (!cause.References.IsEmpty)
        {
            json.WriteStartArray("references");
            foreach (string reference in cause.References) json.WriteStringValue(reference);
            json.WriteEndArray();
        }

        if (!cause.Candidates.IsEmpty)
        {
            json.WriteStartArray("candidates");
            foreach (Cause candidate in cause.Candidates) Write(json, candidate);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
