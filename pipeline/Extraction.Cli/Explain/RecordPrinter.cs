using System.Text.Json;

namespace Extraction.Cli.Explain;

/// <summary>Writes a record's fields and its evidence for people.</summary>
internal static class RecordPrinter
{
    internal static void Print(TextWriter writer, JsonElement record)
    {
        foreach (JsonProperty property in record.EnumerateObject())
            if (property.Name != "evidence") writer.WriteLine($"{property.Name,-14} {Value(property.Value)}");
        if (!record.TryGetProperty("evidence", out JsonElement evidence)) return;
        foreach (JsonElement item in evidence.EnumerateArray()) PrintEvidence(writer, item);
    }

    /// <summary>page 3, part ppt/slides/slide3.xml, shape 7 …</summary>
    internal static string Place(JsonElement locator) =>
        string.Join(", ", locator.EnumerateObject().Select(property => $"{property.Name} {Value(property.Value)}"));

    private static void PrintEvidence(TextWriter writer, JsonElement item)
    {
        writer.WriteLine();
        writer.WriteLine($"evidence       {item.GetProperty("source").GetString()}");
        writer.WriteLine($"  document     {item.GetProperty("document").GetString()}");
        if (item.TryGetProperty("locator", out JsonElement locator)) writer.WriteLine($"  place        {Place(locator)}");
        writer.WriteLine($"  raw span     {Value(item.GetProperty("span"))}");
        writer.WriteLine($"  quote        {item.GetProperty("quote").GetString()!.ReplaceLineEndings("⏎")}");
    }

    private static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
