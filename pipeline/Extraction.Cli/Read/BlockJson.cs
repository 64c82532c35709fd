using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Writes blocks as one JSON object: document, pages, blocks with their raw span, place and repaired text, tables.</summary>
internal static class BlockJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(TextWriter writer, NormalizedText text, int? page)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            WriteDocument(json, text.Raw.Document);
            json.WriteStartArray("blocks");
            foreach (Block block in text.Blocks.Where(block => page is null || block.Page == page)) Write(json, text, block);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        writer.WriteLine(System.Text.Encoding.UTF8.GetString(memory.ToArray()));
    }

    private static void WriteDocument(Utf8JsonWriter json, SourceDocument document)
    {
        json.WriteString("document", document.File.DocumentId);
        json.WriteString("source", document.File.Source);
        json.WriteString("format", document.Format.ToString().ToLowerInvariant());
        if (document.Title is { } title) json.WriteString("title", title);
        json.WriteNumber("pages", document.Pages.Length);
    }

    private static void Write(Utf8JsonWriter json, NormalizedText text, Block block)
    {
        Quotation place = text.Locate(block.Span);
        json.WriteStartObject();
        json.WriteNumber("index", block.Index);
        json.WriteString("role", block.Role.ToString().ToLowerInvariant());
        json.WriteNumber("page", block.Page);
        json.WriteNumber("level", block.Level);
        if (block.Parent is { } parent) json.WriteNumber("parent", parent);
        if (block.Label is { } label) json.WriteString("label", label);
        json.WriteString("text", text.TextOf(block));
        json.WriteString("raw", place.Quote);
        Array(json, "span", place.Raw.Start, place.Raw.End);
        if (block.Cell is { } cell) WriteCell(json, cell);
        WritePlace(json, place.Locator);
        json.WriteEndObject();
    }

    private static void WriteCell(Utf8JsonWriter json, CellAddress cell)
    {
        json.WriteStartObject("cell");
        json.WriteNumber("table", cell.Table);
        json.WriteNumber("row", cell.Row);
        json.WriteNumber("column", cell.Column);
        json.WriteNumber("rowSpan", cell.RowSpan);
        json.WriteNumber("columnSpan", cell.ColumnSpan);
        json.WriteBoolean("header", cell.IsHeader);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Locator place)
    {
        if (place.Part is { } part) json.WriteString("part", part);
        if (place.Shape is { } shape) json.WriteString("shape", shape);
        if (place.Paragraph is { } paragraph) json.WriteNumber("paragraph", paragraph);
        if (place.IsRecognized) json.WriteBoolean("recognized", true);
        if (place.Box is { } box) Array(json, "box", box.Left, box.Top, box.Right, box.Bottom);
    }

    private static void Array(Utf8JsonWriter json, string name, params ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values) json.WriteNumberValue(Math.Round(value, 2));
        json.WriteEndArray();
    }
}
