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
internal sealed record FieldSpec(string Path, FieldType Type, FieldEffect Layer);

/// <summary>The fields of each kind of record, in the contract's order. Ids and links to organizations are not compared: they follow from the names.</summary>
internal static class RecordFields
{
    private static readonly FrozenDictionary<RecordKind, ImmutableArray<FieldSpec>> Table = new Dictionary<RecordKind, ImmutableArray<FieldSpec>>
    {
        [RecordKind.Document] =
        [
            Field("id", FieldType.Word, FieldEffect.Evidence), Field("source", FieldType.Text, FieldEffect.Evidence), Field("format", FieldType.Word),
            Field("title", FieldType.Text), Field("publisher", FieldType.Text), Field("published", FieldType.Date), Field("pages", FieldType.Number),
            Field("characters", FieldType.Number, FieldEffect.Evidence), Field("outcome", FieldType.Word), Field("diagnostics", FieldType.List, FieldEffect.Evidence),
        ],
        [RecordKind.Event] =
        [
            Field("type", FieldType.Word), .. Date("date"), Field("refinedBy", FieldType.Link), Field("participants", FieldType.List), Field("object.name", FieldType.Text),
            Field("object.kind", FieldType.Word), Field("object.version", FieldType.Text), Field("amount.value", FieldType.Number), Field("amount.unit", FieldType.Text),
            Field("amount.text", FieldType.Text, FieldEffect.Evidence), Field("round", FieldType.Text), Field("polarity", FieldType.Word), Field("modality", FieldType.Word),
            Field("summary", FieldType.Text, FieldEffect.Evidence), Field("confidence", FieldType.Number, FieldEffect.Confidence),
            Field("method", FieldType.Word, FieldEffect.Confidence),
        ],
        [RecordKind.Organization] =
        [
            Field("name", FieldType.Text), Field("type", FieldType.Word), Field("aliases", FieldType.List), .. Date("founded"), Field("people", FieldType.List),
            Field("products", FieldType.List), Field("parent.name", FieldType.Text), Field("location", FieldType.Text),
        ],
        [RecordKind.Policy] =
        [
            Field("title", FieldType.Text), Field("documentNumber", FieldType.Text), Field("issuers", FieldType.List), Field("level", FieldType.Word),
            Field("region", FieldType.Text), .. Date("date"), .. Date("effective"), Field("status", FieldType.Word),
            Field("summary", FieldType.Text, FieldEffect.Evidence),
        ],
        [RecordKind.Filing] =
        [
            Field("authority", FieldType.Text), Field("batch", FieldType.Number), Field("model", FieldType.Text), Field("owner.name", FieldType.Text),
            Field("registrationNumber", FieldType.Text), .. Date("date"), Field("disclosed", FieldType.Word),
        ],
        [RecordKind.Statistic] =
        [
            Field("subject", FieldType.Text), Field("measure", FieldType.Text), Field("value", FieldType.Number), Field("upper", FieldType.Number),
            Field("unit", FieldType.Text), Field("text", FieldType.Text, FieldEffect.Evidence), Field("qualifier", FieldType.Word), .. Date("period"),
            Field("dims", FieldType.List), Field("checks", FieldType.List),
        ],
        [RecordKind.Conflict] =
        [
            Field("record", FieldType.Link), Field("field", FieldType.Word), Field("values", FieldType.List), Field("kept", FieldType.Text),
            Field("reason", FieldType.Word, FieldEffect.Evidence),
        ],
    }.ToFrozenDictionary();

    internal static ImmutableArray<FieldSpec> Of(RecordKind kind) => Table[kind];

    private static FieldSpec Field(string path, FieldType type, FieldEffect layer = FieldEffect.Changed) => new(path, type, layer);

    private static ImmutableArray<FieldSpec> Date(string path) =>
    [
        Field(path, FieldType.Date), Field(path + ".text", FieldType.Text, FieldEffect.Evidence), Field(path + ".basis", FieldType.Word, FieldEffect.Evidence),
        Field(path + ".alternatives", FieldType.List, FieldEffect.Evidence),
    ];
}
