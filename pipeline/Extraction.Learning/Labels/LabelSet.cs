using System.Collections.Immutable;

namespace Extraction.Learning.Labels;

/// <summary>All labelled statements, split by document, in the order of files and lines.</summary>
/// <param name="Train">What a model learns from.</param>
/// <param name="Test">What it is measured with, never tuned on.</param>
/// <param name="Skipped">Rows that were left out, by reason, ordered by reason.</param>
/// <param name="Hash">64 hex digits over the names and contents of all files.</param>
public sealed record LabelSet(
    ImmutableArray<LabeledStatement> Train, ImmutableArray<LabeledStatement> Test, ImmutableSortedDictionary<string, int> Skipped, string Hash);
