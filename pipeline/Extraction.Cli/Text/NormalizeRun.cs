using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Normalization;

namespace Extraction.Cli.Text;

/// <summary>Repairs a text as it comes in. Spans of edits are UTF-16 units from the start of the whole input and of the whole output.</summary>
internal sealed class NormalizeRun(TextNormalizer normalizer, Utf8Lines lines, OutputBuffer output, bool showsEdits)
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long rawStart, textStart;

    /// <summary>Repairs all of it, block by block: lines, or what blank lines part.</summary>
    internal int Repair(bool joinsParagraphs, CancellationToken cancellation)
    {
        var paragraph = new StringBuilder();
        while (lines.Read() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isBlank = string.IsNullOrWhiteSpace(line);
            if (joinsParagraphs && !isBlank)
            {
                paragraph.Append(line);
                if (lines.HasLineEnd) paragraph.Append('\n');
                continue;
            }

            if (paragraph.Length > 0) EndParagraph(paragraph);
            Write(line, lines.HasLineEnd);
            output.EndLine(lines.IsDrained);
        }

        if (paragraph.Length > 0) EndParagraph(paragraph);
        output.Flush();
        return TextInput.Finish(lines);
    }

    private void EndParagraph(StringBuilder paragraph)
    {
        bool hasLineEnd = paragraph[^1] == '\n';
        if (hasLineEnd) paragraph.Length--;
        Write(paragraph.ToString(), hasLineEnd);
        paragraph.Clear();
    }

    private void Write(string block, bool hasLineEnd)
    {
        (string text, OffsetMap map) = normalizer.NormalizeString(block);
        int lineEnd = hasLineEnd ? 1 : 0;
        if (showsEdits)
        {
            foreach (TextEdit edit in map.Edits) WriteEdit(block, text, edit);
        }
        else
        {
            output.Append(text);
            if (hasLineEnd) output.Append('\n');
        }

        rawStart += block.Length + lineEnd;
        textStart += text.Length + lineEnd;
    }

    private void WriteEdit(string block, string text, TextEdit edit)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("operation", edit.Operation);
            WriteSpan(json, "raw", rawStart, edit.Raw);
            WriteSpan(json, "text", textStart, edit.Text);
            json.WriteString("from", Whole(edit.Raw.Of(block)));
            json.WriteString("to", Whole(edit.Text.Of(text)));
            json.WriteEndObject();
        }

        output.Append(Encoding.UTF8.GetString(bytes.ToArray())).Append('\n');
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, long offset, TextSpan span)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(offset + span.Start);
        json.WriteNumberValue(offset + span.End);
        json.WriteEndArray();
    }

    // JSON cannot hold half a character
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
