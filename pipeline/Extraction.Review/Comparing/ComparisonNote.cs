namespace Extraction.Review.Comparing;

/// <summary>What a reader of a comparison must know beside the changes.</summary>
/// <param name="Code">Stable: base-empty, head-empty, no-fingerprints.</param>
/// <param name="Message">For people.</param>
public sealed record ComparisonNote(string Code, string Message);
