using System.Collections.Immutable;
using Extraction.Resolution;

namespace Extraction.Review.Comparing;

/// <summary>What a record is about, folded: by this records without a common id are recognized.</summary>
/// <param name="Type">Type of an event, measure of a figure, field of a conflict; empty where the kind has none.</param>
/// <param name="Subject">Object, name, title, model, subject; empty where there is none.</param>
/// <param name="Parties">Participants, other names, issuers, owner, dimensions.</param>
/// <param name="Date">As written in the record; empty where there is none.</param>
/// <param name="Value">Amount, official number, registration number, figure; empty where there is none.</param>
/// <param name="Source">Source of the first evidence.</param>
internal sealed record RecordIdentity(string Type, string Subject, ImmutableSortedSet<string> Parties, string Date, string Value, string Source)
{
    // what a record is about tells more than when it was
    private const double SubjectWeight = 3, OtherWeight = 2, ContainedShare = 0.7;

    internal static RecordIdentity Of(RecordView record, TextFolding folding)
    {
        string Text(string path) => record.Text(path) is { } text ? folding.Fold(text) : "";
        ImmutableSortedSet<string> Set(IEnumerable<string> names) => names.Select(folding.Fold).ToImmutableSortedSet(StringComparer.Ordinal);
        string source = record.Evidence.IsEmpty ? "" : record.Evidence[0].Source;
        return record.Kind switch
        {
            RecordKind.Event => new(Text("type"), Text("object.name"), Set(NamesIn(record, "participants")), Text("date"), Text("amount.value"), source),
            RecordKind.Organization => new("", Text("name"), Set(NamesIn(record, "aliases").Append(record.Text("name") ?? "")), "", "", source),
            RecordKind.Policy => new("", Text("title"), Set(NamesIn(record, "issuers")), Text("date"), Text("documentNumber"), source),
            RecordKind.Filing => new("", Text("model"), Set(record.Text("owner.name") is { } owner ? [owner] : []), Text("date"), Text("registrationNumber"), source),
            RecordKind.Statistic => new(Text("measure"), Text("subject"), Set(record.Members("dims")), Text("period"), $"{Text("value")} {Text("unit")}", source),
            RecordKind.Conflict => new(Text("field"), Text("record"), Set(record.Members("values")), "", Text("kept"), source),
            _ => new("", Text("title"), Set([]), "", Text("id"), source),
        };
    }

    /// <summary>How much alike two records are; 0 where nothing that names them agrees.</summary>
    internal double Similarity(RecordIdentity other)
    {
        double subject = SubjectWeight * Alike(Subject, other.Subject);
        int common = Parties.Count(other.Parties.Contains), all = Parties.Count + other.Parties.Count - common;
        double parties = common == 0 ? 0 : OtherWeight * common / all;
        double value = Value.Length > 0 && Value == other.Value ? OtherWeight : 0;
        double named = subject + parties + value;
        if (named == 0) return 0;
        return named + (Type == other.Type ? OtherWeight : 0) + (Date == other.Date ? OtherWeight : 0);
    }

    /// <summary>Whether what this record states is a part of what <paramref name="whole"/> states, so that the one can have gone into the other.</summary>
    internal bool IsPartOf(RecordIdentity whole) =>
        Type == whole.Type
        && (Subject == whole.Subject || Subject.Length == 0 || whole.Parties.Contains(Subject) || (whole.Subject.Length > 0 && Alike(Subject, whole.Subject) > 0))
        && (Value.Length == 0 || whole.Value.Length == 0 || Value == whole.Value)
        && (Parties.IsEmpty || whole.Parties.IsEmpty || Parties.Overlaps(whole.Parties))
        && (Date.Length == 0 || whole.Date.Length == 0 || DateAgreement.Agree(Date, whole.Date));

    /// <summary>
    /// Keys under which a record may be found again, each looser than the one before; the first holds in any document, the others only
    /// within one source, since they leave a part out.
    /// </summary>
    internal IEnumerable<string> Keys(RecordKind kind)
    {
        string parties = string.Join('\u001e', Parties);
        if (Subject.Length == 0 && parties.Length == 0) yield break;
        yield return Key("all", Type, Subject, parties, Date, kind == RecordKind.Statistic ? Value : "");
        if (kind == RecordKind.Organization) yield return Key("name", Subject);
        if (kind == RecordKind.Policy && Value.Length > 0) yield return Key("number", Value);
        yield return Key("dated otherwise", Type, Subject, parties, Source);
        if (kind == RecordKind.Organization) yield break;
        if (parties.Length > 0 && Date.Length > 0) yield return Key("of another thing", Type, parties, Date, Source);
        if (Subject.Length > 0) yield return Key("by others", Type, Subject, Date, Source);
    }

    private static string Key(params string[] parts) => string.Join('\u001f', parts);

    private static double Alike(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return 0;
        if (left == right) return 1;
        return left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal) ? ContainedShare : 0;
    }

    // a name alone, without the role or the kind that stands beside it
    private static IEnumerable<string> NamesIn(RecordView record, string path) => record.At(path) is { ValueKind: System.Text.Json.JsonValueKind.Array } list
        ? list.EnumerateArray().Select(item => item.TryGetProperty("name", out var name) || item.TryGetProperty("value", out name) ? name.GetString()! : "")
        : [];
}
