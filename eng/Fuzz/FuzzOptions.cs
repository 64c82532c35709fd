using System.Collections.Immutable;

namespace Extraction.Fuzz;

/// <summary>What the command line asked for.</summary>
/// <param name="Seed">Of all damage.</param>
/// <param name="Counts">Cases of each target, by its name.</param>
/// <param name="Jobs">Documents at once.</param>
/// <param name="Keep">Folder for the bytes of findings, null to keep none.</param>
internal sealed record FuzzOptions(int Seed, ImmutableDictionary<string, int> Counts, int Jobs, string? Keep);
