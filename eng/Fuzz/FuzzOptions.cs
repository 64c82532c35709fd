namespace Extraction.Fuzz;

/// <summary>What the command line asked for.</summary>
internal sealed record FuzzOptions(int Seed, int Count, int Jobs, string? Keep);
