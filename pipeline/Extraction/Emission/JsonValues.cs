using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Emission;

/// <summary>How the contract writes single values: what is null or empty is left out.</summary>
internal static class JsonValues
{
    /// <summary>Compact, Chinese as it is, LF.</summary>
    internal static JsonWriterOptions Options(bool indented) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = indented,
        NewLine = "\n",
    };

    internal static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }

    internal static void Whole(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
    }

    /// <summary>A number that carries meaning: a decimal string without trailing zeros.</summary>
    internal static void Decimal(this Utf8JsonWriter json, string name, decimal value) => json.WriteString(name, DecimalText(value));

    internal static string DecimalText(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A score from 0 to 1, two decimals.</summary>
    internal static void Score(this Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, Math.Round(value, 2, MidpointRounding.AwayFromZero));

    /// <summary>An enum member in the contract's form: <c>OpenSource</c> is <c>open_source</c>.</summary>
    internal static string Snake<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (char letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && name.Length > 0) name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    internal static void Array<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (T item in items) write(item);
        json.WriteEndArray();
    }

    internal static void Evidence(this Utf8JsonWriter json, IReadOnlyCollection<Evidence> evidence) =>
        json.Array("evidence", evidence, item => json.EvidenceObject(item, isQuoted: true));

    /// <summary>A place in a source. An anchor has no quote: it is a pointer, and damage must not stand in a record's own fields.</summary>
    internal static void EvidenceObject(this Utf8JsonWriter json, Evidence evidence, bool isQuoted)
    {
        json.WriteStartObject();
        json.WriteString("document", evidence.Document);
        json.WriteString("source", evidence.Source);
        json.Place(evidence.Locator);
        json.WriteStartArray("span");
        json.WriteNumberValue(evidence.Span.Start);
        json.WriteNumberValue(evidence.Span.End);
        json.WriteEndArray();
        if (isQuoted) json.WriteString("quote", evidence.Quote);
        json.WriteEndObject();
    }

    internal static void Place(this Utf8JsonWriter json, Locator? locator)
    {
        if (locator is null || locator == new Locator()) return;
        json.WriteStartObject("locator");
        json.Whole("page", locator.Page);
        json.Text("part", locator.Part);
        json.Text("shape", locator.Shape);
        json.Whole("table", locator.Table);
        json.Whole("row", locator.Row);
        json.Whole("column", locator.Column);
        json.Whole("paragraph", locator.Paragraph);
        if (locator.IsRecognized) json.WriteBoolean("recognized", true);
        if (locator.Box is { } box) json.Corners(box);
        json.WriteEndObject();
    }

    internal static void Date(this Utf8JsonWriter json, string name, RecordDate? date)
    {
        if (date is null) return;
        json.WriteStartObject(name);
        json.WriteString("value", date.Value);
        json.WriteString("precision", Snake(date.Precision));
        json.WriteString("basis", Snake(date.Basis));
        json.Text("text", date.Text);
        json.Array("alternatives", date.Alternatives, json.WriteStringValue);
        if (date.Anchor is { } anchor)
        {
            json.WritePropertyName("anchor");
            json.EvidenceObject(anchor, isQuoted: false);
        }

        json.WriteEndObject();
    }

    /// <summary>A name with the id of its organization.</summary>
    internal static void Party(this Utf8JsonWriter json, string? name, string? mention, string? organization)
    {
        json.WriteStartObject();
        json.Text("name", name);
        json.Text("mention", mention);
        json.Text("organization", organization);
        json.WriteEndObject();
    }

    private static void Corners(this Utf8JsonWriter json, Box box)
    {
        json.WriteStartArray("box");
        foreach (double edge in (ReadOnlySpan<double>)[box.Left, box.Top, box.Right, box.Bottom])
            json.WriteNumberValue(Math.Round(edge, 1, MidpointRounding.AwayFromZero) + 0.0); // + 0.0 turns -0 into 0
        json.WriteEndArray();
    }
}
