using System.Text.Json;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Emission;

/// <summary>Writes records with their properties in the contract's order (docs/output.md).</summary>
internal static class RecordJson
{
    internal static void Write(Utf8JsonWriter json, ExtractedRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        switch (record)
        {
            case EventRecord item: Event(json, item); break;
            case OrganizationRecord item: Organization(json, item); break;
            case PolicyRecord item: Policy(json, item); break;
            case FilingRecord item: Filing(json, item); break;
            case StatisticRecord item: Statistic(json, item); break;
            case ConflictRecord item: Conflict(json, item); break;
            default: throw new ArgumentException($"No form is known for {record.GetType().Name}.", nameof(record));
        }

        json.Evidence(record.Evidence);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, DocumentRecord document)
    {
        json.WriteStartObject();
        json.WriteString("id", document.Id);
        json.WriteString("source", document.Source);
        if (document.Format is { } format) json.WriteString("format", JsonValues.Snake(format));
        json.Text("title", document.Title);
        json.Text("publisher", document.Publisher);
        json.Date("published", document.Published);
        json.WriteNumber("pages", document.Pages);
        json.WriteNumber("characters", document.Characters);
        json.WriteString("outcome", JsonValues.Snake(document.Outcome));
        json.Array("diagnostics", document.Diagnostics, item => Diagnostic(json, item));
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, EventRecord item)
    {
        json.WriteString("type", JsonValues.Snake(item.Type));
        json.Date("date", item.Date);
        json.Text("refinedBy", item.RefinedBy);
        json.Array("participants", item.Participants, participant =>
        {
            json.WriteStartObject();
            json.WriteString("role", participant.Role);
            json.WriteString("name", participant.Name);
            json.Text("mention", participant.Mention);
            json.Text("organization", participant.Organization);
            json.WriteEndObject();
        });
        if (item.Object is { } thing) Object(json, thing);
        if (item.Amount is { } amount) Amount(json, amount);
        json.Text("round", item.Round);
        json.WriteString("polarity", JsonValues.Snake(item.Polarity));
        json.WriteString("modality", JsonValues.Snake(item.Modality));
        json.WriteString("summary", item.Summary);
        json.Score("confidence", item.Confidence);
        json.WriteString("method", item.Method);
    }

    private static void Object(Utf8JsonWriter json, EventObject thing)
    {
        json.WriteStartObject("object");
        json.WriteString("name", thing.Name);
        json.Text("kind", thing.Kind);
        json.Text("version", thing.Version);
        json.WriteEndObject();
    }

    private static void Amount(Utf8JsonWriter json, RecordAmount amount)
    {
        json.WriteStartObject("amount");
        json.Decimal("value", amount.Value);
        json.Text("unit", amount.Unit);
        json.Text("text", amount.Text);
        json.WriteEndObject();
    }

    private static void Organization(Utf8JsonWriter json, OrganizationRecord item)
    {
        json.WriteString("name", item.Name);
        json.WriteString("type", JsonValues.Snake(item.Type));
        json.Array("aliases", item.Aliases, alias =>
        {
            json.WriteStartObject();
            json.WriteString("value", alias.Value);
            json.WriteString("kind", alias.Kind);
            json.WriteEndObject();
        });
        json.Date("founded", item.Founded);
        json.Array("people", item.People, person =>
        {
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.Text("role", person.Role);
            json.WriteEndObject();
        });
        json.Array("products", item.Products, json.WriteStringValue);
        if (item.Parent is { Length: > 0 } parent)
        {
            json.WritePropertyName("parent");
            json.Party(parent, null, item.ParentId);
        }

        json.Text("location", item.Location);
    }

    private static void Policy(Utf8JsonWriter json, PolicyRecord item)
    {
        json.WriteString("title", item.Title);
        json.Text("documentNumber", item.DocumentNumber);
        json.Array("issuers", item.Issuers, issuer => json.Party(issuer.Name, issuer.Mention, issuer.Organization));
        json.Text("level", item.Level);
        json.Text("region", item.Region);
        json.Date("date", item.Date);
        json.Date("effective", item.Effective);
        json.WriteString("status", item.Status);
        json.Text("summary", item.Summary);
    }

    private static void Filing(Utf8JsonWriter json, FilingRecord item)
    {
        json.Text("authority", item.Authority);
        json.Whole("batch", item.Batch);
        json.Text("model", item.Model);
        if (item.Owner is { } owner)
        {
            json.WritePropertyName("owner");
            json.Party(owner.Name, owner.Mention, owner.Organization);
        }

        json.Text("registrationNumber", item.RegistrationNumber);
        json.Date("date", item.Date);
        json.WriteBoolean("disclosed", item.Disclosed);
    }

    private static void Statistic(Utf8JsonWriter json, StatisticRecord item)
    {
        json.WriteString("subject", item.Subject);
        json.Text("measure", item.Measure);
        json.Decimal("value", item.Quantity.Value);
        if (item.Quantity.Upper is { } upper) json.Decimal("upper", upper);
        json.Text("unit", item.Quantity.Unit);
        json.Text("text", item.Quantity.Text);
        json.WriteString("qualifier", JsonValues.Snake(item.Quantity.Qualifier));
        json.Date("period", item.Period);
        Dimensions(json, item);
        json.Array("checks", item.Checks, check =>
        {
            json.WriteStartObject();
            json.WriteString("rule", check.Rule);
            json.WriteBoolean("ok", check.Ok);
            json.Text("detail", check.Detail);
            json.WriteEndObject();
        });
    }

    private static void Dimensions(Utf8JsonWriter json, StatisticRecord item)
    {
        if (item.Dimensions.IsEmpty) return;
        json.WriteStartObject("dims");
        foreach ((string name, string value) in item.Dimensions.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static void Conflict(Utf8JsonWriter json, ConflictRecord item)
    {
        json.WriteString("record", item.Record);
        json.WriteString("field", item.Field);
        json.Array("values", item.Values, side =>
        {
            json.WriteStartObject();
            json.WriteString("value", side.Value);
            json.Evidence(side.Evidence);
            json.WriteEndObject();
        });
        json.WriteString("kept", item.Kept);
        json.WriteString("reason", item.Reason);
    }

    private static void Diagnostic(Utf8JsonWriter json, Diagnostic item)
    {
        json.WriteStartObject();
        json.WriteString("code", item.Code);
        json.WriteString("stage", item.Stage);
        json.WriteBoolean("error", item.IsError);
        json.WriteString("message", item.Message);
        json.Place(item.Locator);
        json.WriteEndObject();
    }
}
