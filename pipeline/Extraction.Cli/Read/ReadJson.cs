using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Writes what was read as one JSON object: document, pages, blocks, tables. What is null or empty is left out; spans count in the raw text.</summary>
internal static class ReadJson
{
    internal static void Write(TextWriter writer, Reading reading) => Print(writer, json =>
    {
        WriteDocument(json, reading.Document.File, reading.Outcome, reading.Diagnostics, reading);
        json.WriteStartArray("pages");
        foreach (SourcePage page in reading.Document.Pages.Where(page => reading.Page is null || page.Number == reading.Page)) WritePage(json, page);
        json.WriteEndArray();
        WriteOutline(json, reading.Document.Outline);
        json.WriteStartArray("blocks");
        foreach (Block block in reading.Blocks) WriteBlock(json, block, reading);
        json.WriteEndArray();
        HashSet<int> shown = [.. reading.Blocks.Where(block => block.Cell is not null).Select(block => block.Cell!.Table)];
        json.WriteStartArray("tables");
        foreach (TableGrid grid in reading.Text.Tables.Where(grid => reading.Page is null || shown.Contains(grid.Number))) WriteTable(json, grid);
        json.WriteEndArray();
    });

    /// <summary>A document of which nothing was read.</summary>
    internal static void WriteFailed(TextWriter writer, SourceFile file, ImmutableArray<Diagnostic> diagnostics) => Print(writer, json =>
    {
        WriteDocument(json, file, Outcome.Failed, diagnostics, null);
        foreach (string name in new[] { "pages", "blocks", "tables" })
        {
            json.WriteStartArray(name);
            json.WriteEndArray();
        }
    });

    private static void Print(TextWriter writer, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        writer.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteDocument(Utf8JsonWriter json, SourceFile file, Outcome outcome, ImmutableArray<Diagnostic> diagnostics, Reading? reading)
    {
        json.WriteStartObject("document");
        json.WriteString("id", file.DocumentId);
        json.WriteString("source", file.Source);
        if (reading is not null) json.WriteString("format", reading.Document.Format.ToString().ToLowerInvariant());
        Text(json, "title", reading?.Document.Title);
        json.WriteString("outcome", outcome.ToString().ToLowerInvariant());
        if (reading is not null) json.WriteNumber("characters", reading.Text.Raw.Text.Length);
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic item in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", item.Code);
            json.WriteString("stage", item.Stage);
            json.WriteBoolean("error", item.IsError);
            json.WriteString("message", item.Message);
            WritePlace(json, item.Locator);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePage(Utf8JsonWriter json, SourcePage page)
    {
        json.WriteStartObject();
        json.WriteNumber("number", page.Number);
        if (page.Width is { } width) json.WriteNumber("width", Rounded(width));
        if (page.Height is { } height) json.WriteNumber("height", Rounded(height));
        Text(json, "section", page.Section);
        if (page.Hidden) json.WriteBoolean("hidden", true);
        json.WriteEndObject();
    }

    private static void WriteOutline(Utf8JsonWriter json, ImmutableArray<OutlineEntry> outline)
    {
        if (outline.IsEmpty) return;
        json.WriteStartArray("outline");
        foreach (OutlineEntry entry in outline)
        {
            json.WriteStartObject();
            json.WriteNumber("level", entry.Level);
            json.WriteString("title", entry.Title);
            Number(json, "page", entry.Page);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter json, Block block, Reading reading)
    {
        TextSpan raw = reading.Text.Raw.Blocks[block.Index].Span;
        Locator place = reading.PlaceOf(block);
        json.WriteStartObject();
        json.WriteNumber("index", block.Index);
        json.WriteString("role", RoleNames.Of(block.Role));
        json.WriteNumber("page", block.Page);
        json.WriteNumber("level", block.Level);
        Number(json, "parent", block.Parent);
        Text(json, "label", block.Label);
        json.WriteString("text", reading.TextOf(block));
        if (!reading.IsRaw && reading.RawOf(block) is { } before && before != reading.TextOf(block)) json.WriteString("raw", before);
        json.WriteStartArray("span");
        json.WriteNumberValue(raw.Start);
        json.WriteNumberValue(raw.End);
        json.WriteEndArray();
        if (block.Cell is { } cell) WriteCell(json, cell);
        WritePlace(json, place);
        if (place.IsRecognized) json.WriteBoolean("recognized", true);
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

    private static void WriteTable(Utf8JsonWriter json, TableGrid grid)
    {
        json.WriteStartObject();
        json.WriteNumber("number", grid.Number);
        json.WriteString("kind", grid.Kind.ToString().ToLowerInvariant());
        json.WriteNumber("rows", grid.Rows);
        json.WriteNumber("columns", grid.Columns);
        json.WriteNumber("headerRows", grid.HeaderRows);
        Number(json, "caption", grid.Caption);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Locator? place)
    {
        if (place is null || place == new Locator()) return;
        json.WriteStartObject("locator");
        Number(json, "page", place.Page);
        Text(json, "part", place.Part);
        Text(json, "shape", place.Shape);
        Number(json, "table", place.Table);
        Number(json, "row", place.Row);
        Number(json, "column", place.Column);
        Number(json, "paragraph", place.Paragraph);
        if (place.Box is { } box)
        {
            json.WriteStartArray("box");
            foreach (double edge in (ReadOnlySpan<double>)[box.Left, box.Top, box.Right, box.Bottom]) json.WriteNumberValue(Rounded(edge));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static double Rounded(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0;

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }
}
