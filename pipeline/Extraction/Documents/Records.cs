using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>Where a record's facts stand.</summary>
/// <param name="Document"><c>sha256:…</c>.</param>
/// <param name="Source">Path in the dataset.</param>
/// <param name="Locator">Place in the file.</param>
/// <param name="Span">In the document's raw text.</param>
/// <param name="Quote">Exactly the raw text there.</param>
public sealed record Evidence(string Document, string Source, Locator Locator, TextSpan Span, string Quote);

/// <summary>A date of a record.</summary>
/// <param name="Value">See <see cref="ResolvedDate.Value"/>.</param>
/// <param name="Precision">How fine.</param>
/// <param name="Basis">Where its parts come from.</param>
/// <param name="Text">The expression in the text.</param>
/// <param name="Alternatives">Other values that the text allows.</param>
/// <param name="Anchor">What the missing parts were taken from, null for an explicit date.</param>
public sealed record RecordDate(
    string Value, DatePrecision Precision, DateBasis Basis, string Text, ImmutableArray<string> Alternatives, Evidence? Anchor);

/// <summary>Anything that is emitted with an id and evidence.</summary>
public abstract record ExtractedRecord
{
    /// <summary><c>kind:</c> and 16 hex digits; empty until resolution has assigned it.</summary>
    public string Id { get; init; } = "";

    /// <summary>At least one, in order of document and span.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }
}

/// <summary>Affirmed or negated.</summary>
public enum Polarity
{
    /// <summary>It happened.</summary>
    Affirmed,

    /// <summary>The text says that it did not.</summary>
    Negated,
}

/// <summary>How the text commits itself.</summary>
public enum Modality
{
    /// <summary>Stated as fact.</summary>
    Asserted,

    /// <summary>计划, 拟, 将, 预计.</summary>
    Planned,

    /// <summary>据报道, 传闻.</summary>
    Reported,

    /// <summary>若, 如果, 可能.</summary>
    Hypothetical,
}

/// <summary>Something that happened.</summary>
public sealed record EventRecord : ExtractedRecord
{
    /// <summary>A label that is an event type.</summary>
    public required StatementLabel Type { get; init; }

    /// <summary>Null where the text has none and none is inherited.</summary>
    public RecordDate? Date { get; init; }

    /// <summary>Id of the record of the same event that another document dates more finely; null where there is none.</summary>
    public string? RefinedBy { get; init; }

    /// <summary>Who took part.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>What it was done to, null where the type needs none.</summary>
    public EventObject? Object { get; init; }

    /// <summary>The sum of a round, the new price, the price of a purchase.</summary>
    public RecordAmount? Amount { get; init; }

    /// <summary>Round of a funding: A, B+, Pre-A, 天使, IPO.</summary>
    public string? Round { get; init; }

    /// <summary>Whether it happened.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>How the text commits itself.</summary>
    public Modality Modality { get; init; }

    /// <summary>The clause that states it, repaired.</summary>
    public required string Summary { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Who decided.</summary>
    public required string Method { get; init; }
}

/// <summary>Who took part in an event.</summary>
/// <param name="Role">agent co_agent investor target partner person place.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Organization">Id of the organization; null for persons and places, and until resolution.</param>
/// <param name="Mention">How the text names it; null where that is the canonical name.</param>
public sealed record Participant(string Role, string Name, string? Organization = null, string? Mention = null);

/// <summary>What an event is about.</summary>
/// <param name="Name">Repaired.</param>
/// <param name="Kind">model product paper standard chip service report …</param>
/// <param name="Version">Null where there is none.</param>
public sealed record EventObject(string Name, string Kind, string? Version);

/// <summary>An amount of a record.</summary>
/// <param name="Value">Decimal, 万 and 亿 folded in.</param>
/// <param name="Unit">ISO code of the currency, or as written.</param>
/// <param name="Text">As the repaired text has it.</param>
public sealed record RecordAmount(decimal Value, string Unit, string Text);

/// <summary>What an organization is.</summary>
public enum OrganizationType
{
    /// <summary>A company.</summary>
    Company,

    /// <summary>A research institute or laboratory.</summary>
    Institute,

    /// <summary>A university or school.</summary>
    University,

    /// <summary>A government body, court, regulator; a government itself.</summary>
    Government,

    /// <summary>A foundation.</summary>
    Foundation,

    /// <summary>A publisher, newspaper, broadcaster.</summary>
    Media,

    /// <summary>An open community, association, alliance.</summary>
    Community,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>An organization under all its names.</summary>
public sealed record OrganizationRecord : ExtractedRecord
{
    /// <summary>Canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required OrganizationType Type { get; init; }

    /// <summary>Other names, in ordinal order.</summary>
    public ImmutableArray<OrganizationAlias> Aliases { get; init; } = [];

    /// <summary>When it began, as a document says.</summary>
    public RecordDate? Founded { get; init; }

    /// <summary>People that a document ties to it.</summary>
    public ImmutableArray<OrganizationPerson> People { get; init; } = [];

    /// <summary>Names of products that documents tie to it, ordinal order.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>Canonical name of the organization that owns it.</summary>
    public string? Parent { get; init; }

    /// <summary>Id of the parent where it is in the dataset.</summary>
    public string? ParentId { get; init; }

    /// <summary>Seat.</summary>
    public string? Location { get; init; }
}

/// <summary>Another name.</summary>
/// <param name="Value">The name.</param>
/// <param name="Kind">short full english former typo.</param>
public sealed record OrganizationAlias(string Value, string Kind);

/// <summary>Somebody of an organization.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Role">As the text says it; null where it does not.</param>
public sealed record OrganizationPerson(string Name, string? Role);

/// <summary>A law, regulation, plan or guideline.</summary>
public sealed record PolicyRecord : ExtractedRecord
{
    /// <summary>Without the outer 《》.</summary>
    public required string Title { get; init; }

    /// <summary>国办发〔2023〕1号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Who issued it.</summary>
    public ImmutableArray<PolicyIssuer> Issuers { get; init; } = [];

    /// <summary>central local foreign industry.</summary>
    public string? Level { get; init; }

    /// <summary>Province, city or country.</summary>
    public string? Region { get; init; }

    /// <summary>Issue date.</summary>
    public RecordDate? Date { get; init; }

    /// <summary>Date from which it holds.</summary>
    public RecordDate? Effective { get; init; }

    /// <summary>issued draft planned.</summary>
    public required string Status { get; init; }

    /// <summary>What it says, as the document sums it up.</summary>
    public string? Summary { get; init; }
}

/// <summary>An issuer of a policy.</summary>
/// <param name="Name">Canonical name.</param>
/// <param name="Organization">Id, null until resolution.</param>
/// <param name="Mention">How the text names it; null where that is the canonical name.</param>
public sealed record PolicyIssuer(string Name, string? Organization = null, string? Mention = null);

/// <summary>A registration (备案) of a model or service.</summary>
public sealed record FilingRecord : ExtractedRecord
{
    /// <summary>Where it was filed, null where the text does not say.</summary>
    public string? Authority { get; init; }

    /// <summary>Number of the batch, null where there is none.</summary>
    public int? Batch { get; init; }

    /// <summary>What was filed; null where the text says that it is not published.</summary>
    public string? Model { get; init; }

    /// <summary>Whose it is.</summary>
    public PolicyIssuer? Owner { get; init; }

    /// <summary>网信算备…号, Beijing-XXX-2023….</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>When.</summary>
    public RecordDate? Date { get; init; }

    /// <summary>False where the row names no model.</summary>
    public bool Disclosed { get; init; } = true;
}

/// <summary>A figure about a subject.</summary>
public sealed record StatisticRecord : ExtractedRecord
{
    /// <summary>Whose figure it is.</summary>
    public required string Subject { get; init; }

    /// <summary>What is measured.</summary>
    public string? Measure { get; init; }

    /// <summary>Value, unit, qualifier and text.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>When it held.</summary>
    public RecordDate? Period { get; init; }

    /// <summary>Categories, ordinal order of names.</summary>
    public ImmutableSortedDictionary<string, string> Dimensions { get; init; } = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>What validators found.</summary>
    public ImmutableArray<StatisticCheck> Checks { get; init; } = [];
}

/// <summary>A validator's finding.</summary>
/// <param name="Rule">shares-sum-100, prose-agrees, ….</param>
/// <param name="Ok">Whether it held.</param>
/// <param name="Detail">The figure that was compared.</param>
public sealed record StatisticCheck(string Rule, bool Ok, string Detail);

/// <summary>Two sources, or two places of one, disagree.</summary>
public sealed record ConflictRecord : ExtractedRecord
{
    /// <summary>Id of the record that they disagree on.</summary>
    public required string Record { get; init; }

    /// <summary>Its field.</summary>
    public required string Field { get; init; }

    /// <summary>Each value with its evidence, ordinal order.</summary>
    public required ImmutableArray<ConflictValue> Values { get; init; }

    /// <summary>The value that the record has.</summary>
    public required string Kept { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>One side of a conflict.</summary>
/// <param name="Value">The value.</param>
/// <param name="Evidence">Who says so.</param>
public sealed record ConflictValue(string Value, ImmutableArray<Evidence> Evidence);

/// <summary>All records of one document, before resolution.</summary>
/// <param name="Document">The document itself.</param>
/// <param name="Records">In order of their first evidence.</param>
public sealed record DocumentRecords(DocumentRecord Document, ImmutableArray<ExtractedRecord> Records)
{
    /// <summary>The rules and lexicon lines that found a name, date or figure in the document, ordinal order.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}

/// <summary>A document of the dataset.</summary>
/// <param name="Id"><c>sha256:…</c>.</param>
/// <param name="Source">Path in the dataset.</param>
/// <param name="Format">text markdown pptx docx pdf; null where it could not be told.</param>
/// <param name="Title">Null where there is none.</param>
/// <param name="Publisher">Null where the text does not say.</param>
/// <param name="Published">Null where the text does not say.</param>
/// <param name="Pages">Pages or slides read.</param>
/// <param name="Characters">UTF-16 units of the raw text.</param>
/// <param name="Outcome">How reading ended.</param>
/// <param name="Diagnostics">What was lost or repaired.</param>
public sealed record DocumentRecord(
    string Id,
    string Source,
    SourceFormat? Format,
    string? Title,
    string? Publisher,
    RecordDate? Published,
    int Pages,
    int Characters,
    Diagnostics.Outcome Outcome,
    ImmutableArray<Diagnostics.Diagnostic> Diagnostics);

/// <summary>The records of all documents, merged.</summary>
/// <param name="Documents">Ordered by id, then source.</param>
/// <param name="Records">Each with its id, ordered by id.</param>
public sealed record Dataset(ImmutableArray<DocumentRecord> Documents, ImmutableArray<ExtractedRecord> Records);
