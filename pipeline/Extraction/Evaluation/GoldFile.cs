using System.Text.Json;
using System.Text.Json.Serialization;

namespace Extraction.Evaluation;

// What a file leaves out, the generated reader sets to null; the properties turn it into nothing.

/// <summary>What a document states, written by hand: the measure of an extraction. Everything but the document may be left out.</summary>
public sealed record GoldFile
{
    /// <summary>Part of the source's path that tells its records from others'.</summary>
    [JsonRequired]
    public string Doc { get; init; } = "";

    /// <summary>Events; optional ones count neither as missed nor as surplus.</summary>
    public IReadOnlyList<GoldEvent> Events { get; init => field = value ?? []; } = [];

    /// <summary>What the text denies or only plans: must not come out as a fact.</summary>
    public IReadOnlyList<GoldEvent> NegativeEvents { get; init => field = value ?? []; } = [];

    /// <summary>Organizations by name.</summary>
    public IReadOnlyDictionary<string, GoldOrganization> Organizations { get; init => field = value ?? new Dictionary<string, GoldOrganization>(); } = new Dictionary<string, GoldOrganization>();

    /// <summary>Policies.</summary>
    public IReadOnlyList<GoldPolicy> Policies { get; init => field = value ?? []; } = [];

    /// <summary>Filings.</summary>
    public IReadOnlyList<GoldFiling> Filings { get; init => field = value ?? []; } = [];

    /// <summary>Figures.</summary>
    public IReadOnlyList<GoldStatistic> Statistics { get; init => field = value ?? []; } = [];

    /// <summary>Reads a gold file.</summary>
    /// <exception cref="JsonException">It is not well-formed or lacks <c>doc</c>.</exception>
    public static GoldFile Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), GoldJson.Default.GoldFile) ?? throw new JsonException("The gold file is empty.");

    /// <summary>Reads alias groups: canonical name to its other names.</summary>
    public static IReadOnlyDictionary<string, string[]> ReadAliases(string path) =>
        JsonSerializer.Deserialize(File.ReadAllText(path), GoldJson.Default.DictionaryStringStringArray) ?? [];
}

/// <summary>An event; lists hold the values that are all right.</summary>
public sealed record GoldEvent
{
    /// <summary>Event types.</summary>
    public IReadOnlyList<string> Type { get; init => field = value ?? []; } = [];

    /// <summary>Dates; null for none.</summary>
    public IReadOnlyList<string?> Date { get; init => field = value ?? []; } = [];

    /// <summary>Organizations that take part; all are asked for.</summary>
    public IReadOnlyList<string> Orgs { get; init => field = value ?? []; } = [];

    /// <summary>Names of what it is about.</summary>
    public IReadOnlyList<string?> Object { get; init => field = value ?? []; } = [];

    /// <summary>Neither missed nor surplus.</summary>
    public bool Optional { get; init; }
}

/// <summary>An organization.</summary>
public sealed record GoldOrganization
{
    /// <summary>When it began, null where the text does not say.</summary>
    public string? Founded { get; init; }

    /// <summary>Neither missed nor surplus.</summary>
    public bool Optional { get; init; }
}

/// <summary>A policy.</summary>
public sealed record GoldPolicy
{
    /// <summary>Title without 《》.</summary>
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>Other spellings of the title.</summary>
    public IReadOnlyList<string> Alt { get; init => field = value ?? []; } = [];

    /// <summary>Dates; null for none.</summary>
    public IReadOnlyList<string?> Date { get; init => field = value ?? []; } = [];

    /// <summary>Any of the issuers.</summary>
    public IReadOnlyList<string> Issuer { get; init => field = value ?? []; } = [];

    /// <summary>Its region.</summary>
    public string? Region { get; init; }

    /// <summary>Neither missed nor surplus.</summary>
    public bool Optional { get; init; }
}

/// <summary>A filing.</summary>
public sealed record GoldFiling
{
    /// <summary>Number of the batch.</summary>
    public int? Batch { get; init; }

    /// <summary>What was filed; with 未公开 where the text names nothing.</summary>
    public string Model { get; init => field = value ?? ""; } = "";

    /// <summary>The owner.</summary>
    public string Org { get; init => field = value ?? ""; } = "";
}

/// <summary>A figure.</summary>
public sealed record GoldStatistic
{
    /// <summary>What it measures, in words; half of its characters must stand in the record.</summary>
    public string What { get; init => field = value ?? ""; } = "";

    /// <summary>Value with 万 and 亿 folded in.</summary>
    public double Value { get; init; }

    /// <summary>Neither missed nor surplus.</summary>
    public bool Optional { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GoldFile))]
[JsonSerializable(typeof(Dictionary<string, string[]>))]
internal sealed partial class GoldJson : JsonSerializerContext;
