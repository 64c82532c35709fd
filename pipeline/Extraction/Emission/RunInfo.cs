using System.Collections.Immutable;

namespace Extraction.Emission;

/// <summary>What made a dataset; goes into its manifest.</summary>
/// <param name="ToolVersion">Version of the program, e.g. <c>0.1.0</c>.</param>
/// <param name="KnowledgeHash">64 hex digits over the knowledge that was used.</param>
/// <param name="ModelHash">64 hex digits over the model's entries; empty where no model took part.</param>
public sealed record RunInfo(string ToolVersion, string KnowledgeHash, string ModelHash)
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Options that shape records, by name.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = None;

    /// <summary>SHA-256 of each knowledge file that was used, 64 hex digits.</summary>
    public ImmutableSortedDictionary<string, string> KnowledgeFiles { get; init; } = None;

    /// <summary>Fingerprint of each rule and of each lexicon line that found something, see <see cref="Knowledge.RuleFingerprints"/>.</summary>
    public ImmutableSortedDictionary<string, string> Rules { get; init; } = None;
}
