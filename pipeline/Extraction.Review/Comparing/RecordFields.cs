using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>How the values of a field are compared.</summary>
internal enum FieldType
{
    /// <summary>Folded, see <see cref="TextFolding"/>.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>By value.</summary>
    Number,

    /// <summary>By the days that they cover.</summary>
    Date,

    /// <summary>Members in any order.</summary>
    List,

    /// <summary>The id of another record, which may have a new id itself.</summary>
    Link,
}

/// <summary>A field that is compared.</summary>
/// <param name="Path">Its path: <c>amount.value</c>.</param>
/// <param name="Type">How it is compared.</param>
/// <param name="Layer">What a difference does: <see cref="FieldEffect.Changed"/> for a fact, or evidence or confidence.</param>
internal sealed record FieldSpec(string Path, FieldType Type, FieldEffect Layer = FieldEffect.Changed);

/// <summary>The fields of each kind of record, in the contract's order. Ids and links to organizations are not compared: they follow from the names.</summary>
internal static class RecordFields
{
    private static readonly FrozenDictionary<RecordKind, ImmutableArray<FieldSpec>> Table = new Dictionary<RecordKind, ImmutableArray<FieldSpec>>
    {
        [RecordKind.Document] =
        [
            new("id", FieldType.Word, FieldEffect.Evidence), new("source", FieldType.Text, FieldEffect.Evidence), new("format", FieldType.Word),
            new("title", FieldType.Text), new("publisher", FieldType.Text), new("published", FieldType.Date), new("pages", FieldType.Number),
            new("characters", FieldType.Number, FieldEffect.Evidence), new("outcome", FieldType.Word), new("diagnostics", FieldType.List, FieldEffect.Evidence),
        ],
        [RecordKind.Event] =
        [
            new("type", FieldType.Word), .. Date("date"), new("refinedBy", FieldType.Link), new("participants", FieldType.List), new("object.name", FieldType.Text),
            new("object.kind", FieldType.Word), new("object.version", FieldType.Text), new("amount.value", FieldType.Number), new("amount.unit", FieldType.Text),
            new("amount.text", FieldType.Text, FieldEffect.Evidence), new("round", FieldType.Text), new("polarity", FieldType.Word), new("modality", FieldType.Word),
            new("summary", FieldType.Text, FieldEffect.Evidence), new("confidence", FieldType.Number, FieldEffect.Confidence),
            new("method", FieldType.Word, FieldEffect.Confidence),
        ],
        [RecordKind.Organization] =
        [
            new("name", FieldType.Text), new("type", FieldType.Word), new("aliases", FieldType.List), .. Date("founded"), new("people", FieldType.List),
            new("products", FieldType.List), new("parent.name", FieldType.Text), new("location", FieldType.Text),
        ],
        [RecordKind.Policy] =
        [
            new("title", FieldType.Text), new("documentNumber", FieldType.Text), new("issuers", FieldType.List), new("level", FieldType.Word),
            new("region", FieldType.Text), .. Date("date"), .. Date("effective"), new("status", FieldType.Word),
            new("summary", FieldType.Text, FieldEffect.Evidence),
        ],
        [RecordKind.Filing] =
        [
            new("authority", FieldType.Text), new("batch", FieldType.Number), new("model", FieldType.Text), new("owner.name", FieldType.Text),
            new("registrationNumber", FieldType.Text), .. Date("date"), new("disclosed", FieldType.Word),
        ],
        [RecordKind.Statistic] =
        [
            new("subject", FieldType.Text), new("measure", FieldType.Text), new("value", FieldType.Number), new("upper", FieldType.Number),
            new("unit", FieldType.Text), new("text", FieldType.Text, FieldEffect.Evidence), new("qualifier", FieldType.Word), .. Date("period"),
            new("dims", FieldType.List), new("checks", FieldType.List),
        ],
        [RecordKind.Conflict] =
        [
            new("record", FieldType.Link), new("field", FieldType.Word), new("values", FieldType.List), new("kept", FieldType.Text),
            new("reason", FieldType.Word, FieldEffect.Evidence),
        ],
    }.ToFrozenDictionary();

    internal static ImmutableArray<FieldSpec> Of(RecordKind kind) => Table[kind];

    private static ImmutableArray<FieldSpec> Date(string path) =>
    [
        new(path, FieldType.Date), new(path + ".text", FieldType.Text, FieldEffect.Evidence), new(path + ".basis", FieldType.Word, FieldEffect.Evidence),
        new(path + ".alternatives", FieldType.List, FieldEffect.Evidence),
    ];
}
