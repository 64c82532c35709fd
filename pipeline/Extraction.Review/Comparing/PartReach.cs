namespace Extraction.Review.Comparing;

/// <summary>What each part of the knowledge, the model and the options can work on: docs/review.md says the same in a table.</summary>
/// <param name="folding">How texts are compared.</param>
internal sealed class PartReach(TextFolding folding)
{
    /// <summary>Files whose lines leave no trace in records: stop words, numbers, surnames.</summary>
    private static readonly string[] Untraced = ["lexicon/name-words.tsv", "lexicon/number", "lexicon/ratios.tsv", "lexicon/surnames.tsv", "lexicon/people-roles.tsv", "lexicon/quantity-qualifiers.tsv", "lexicon/standard-bodies.tsv", "lexicon/table-columns.tsv", "segmentation/"];

    internal Reach Of(MovedPart part, ChangeFacts change, bool isReread) => part.Kind switch
    {
        CauseKind.Program => isReread ? Reach.None : Reach.Possible,
        CauseKind.Knowledge => Reach.Possible,
        CauseKind.Model => OfModel(change),
        CauseKind.Option => OfOption(part, change, isReread),
        CauseKind.Resolution => OfResolution(change),
        CauseKind.Normalizer => change.HasFactChange || change.CameOrWent ? Reach.Possible : Reach.None,
        CauseKind.Lexicon => OfLexicon(part, change),
        _ => OfRule(part, change),
    };

    private static Reach OfModel(ChangeFacts change) => change.Record switch
    {
        RecordKind.Event when change.IsDecidedByModel => Reach.Touches,
        RecordKind.Event => When(change.CameOrWent || change.Differs("type", "confidence", "method")),
        RecordKind.Organization => When(change.Differs("founded", "people", "products")),
        _ => Reach.None,
    };

    private static Reach OfOption(MovedPart part, ChangeFacts change, bool isReread)
    {
        if (part.Reference != "fold-dates") return isReread || change.Places.Any(place => place.IsRecognized) ? Reach.Touches : Reach.None;
        if (change.Record is not (RecordKind.Event or RecordKind.Conflict)) return Reach.None;
        return change.IsMergedOrSplit || change.Differs("refinedBy", "evidence") ? Reach.Touches : Reach.Possible;
    }

    private static Reach OfResolution(ChangeFacts change) =>
        change.IsMergedOrSplit || change.Differs("evidence", "refinedBy") ? Reach.Touches
        : When(change.Record == RecordKind.Conflict || change.CameOrWent || change.Differs("object.name", "name", "model", "subject"));

    private Reach OfLexicon(MovedPart part, ChangeFacts change)
    {
        if (Untraced.Any(file => part.File.StartsWith(file, StringComparison.Ordinal))) return Reach.Possible;
        return part.Id is { } id && change.Holds(folding.Fold(id)) ? Reach.Touches : Reach.None;
    }

    private static Reach OfRule(MovedPart part, ChangeFacts change) => part.File switch
    {
        "rules/events.yaml" when change.Record == RecordKind.Event => change.IsDecidedBy(part.Reference) ? Reach.Touches : When(part.Id is null),
        "rules/events.yaml" => When(change.Record == RecordKind.Organization && change.Differs("founded", "people", "products")),
        "rules/arguments.yaml" => When(change.Record is RecordKind.Event
            && (change.CameOrWent || change.Differs("participants", "object.name", "object.kind", "object.version", "amount.value", "amount.unit", "round", "type"))),
        "rules/stance.yaml" => change.Differs("polarity", "modality") ? Reach.Touches : When(change.Record is RecordKind.Event && change.CameOrWent),
        "rules/dates.yaml" => change.Differs("date", "period", "founded", "effective", "published") ? Reach.Touches
            : When(change.CameOrWent || change.IsMergedOrSplit || change.Differs("refinedBy", "date.basis", "date.text", "date.alternatives")),
        "rules/filings.yaml" => When(change.Record == RecordKind.Filing),
        "rules/policy.yaml" => When(change.Record == RecordKind.Policy),
        "rules/statistics.yaml" => When(change.Record == RecordKind.Statistic),
        "rules/tables.yaml" => When(change.Places.Any(place => place.IsInTable)),
        _ => Reach.Possible,
    };

    private static Reach When(bool isPossible) => isPossible ? Reach.Possible : Reach.None;
}
