using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Tests.Recognition;

namespace Extraction.Tests.Assembly;

/// <summary>
/// A case of tests/specs/events: a text and the records that it gives. Input is one of <see cref="Text"/> (one paragraph),
/// <see cref="Document"/> (a plain text file), or <see cref="Blocks"/> and <see cref="Table"/> (a table behind its blocks).
/// A list that is missing is not asserted. Events, policies and filings are complete lists; organizations and statistics must be among those found.
/// </summary>
internal sealed record SpecCase
{
    /// <summary>Unique over all files.</summary>
    public required string Name { get; init; }

    /// <summary>Why today's rules cannot give what is right; such a case must fail.</summary>
    public string? KnownGap { get; init; }

    public string? Text { get; init; }

    public string? Document { get; init; }

    public List<SpecBlock> Blocks { get; init; } = [];

    public SpecTable? Table { get; init; }

    public List<SpecEvent>? Events { get; init; }

    public List<SpecOrganization>? Organizations { get; init; }

    /// <summary>Names that are none of the text's organizations.</summary>
    public List<string>? NoOrganizations { get; init; }

    public List<SpecPolicy>? Policies { get; init; }

    public List<SpecFiling>? Filings { get; init; }

    public List<SpecStatistic>? Statistics { get; init; }

    /// <summary>How many statistics there are.</summary>
    public int? StatisticCount { get; init; }

    internal string Input => string.Join('\n', [Text, Document, .. Blocks.Select(block => $"{block}"), .. (Table?.Rows ?? []).Select(row => string.Join('|', row))]);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    internal static List<SpecCase> ReadAll() => [.. Directory.GetFiles(Path.Combine(RecognitionText.Root, "tests", "specs", "events"), "*.json")
        .Order(StringComparer.Ordinal).SelectMany(file => JsonSerializer.Deserialize<List<SpecCase>>(File.ReadAllText(file), Json)!)];
}

/// <summary>A block; <paramref name="Parent"/> counts the case's blocks from 0.</summary>
internal sealed record SpecBlock(string Text, string Role = "Paragraph", int? Parent = null);

/// <summary>A grid whose first row names the columns (unless <paramref name="Kind"/> is Infographic); <paramref name="Caption"/> counts the case's blocks.</summary>
internal sealed record SpecTable(List<List<string>> Rows, string Kind = "Table", int? Caption = null);

/// <summary>An event; participants as <c>role:name</c>. What is missing must be missing.</summary>
internal sealed record SpecEvent(
    string Type,
    string? Date,
    List<string>? Participants,
    string? Object,
    string? Amount,
    string? Round,
    string Polarity = "affirmed",
    string Modality = "asserted");

/// <summary>An organization; people as <c>name/role</c>.</summary>
internal sealed record SpecOrganization(string Name, string? Founded, List<string>? People, List<string>? Products);

internal sealed record SpecPolicy(
    string Title, string? Date, string? Effective, string? Number, List<string>? Issuers, string? Level, string? Region, string Status = "issued");

internal sealed record SpecFiling(string? Model, string Owner, int? Batch, string? Registration, string? Date, bool Disclosed = true);

/// <summary>A figure; checks as <c>rule:ok:detail</c>, dimensions as <c>name=value</c>.</summary>
internal sealed record SpecStatistic(
    string Subject, string? Measure, string Value, string Unit, string? Period, List<string>? Dims, List<string>? Checks);
