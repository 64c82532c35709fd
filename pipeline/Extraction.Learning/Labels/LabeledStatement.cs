using Extraction.Documents;

namespace Extraction.Learning.Labels;

/// <summary>A statement with what a person says it states.</summary>
/// <param name="Text">As a report has it.</param>
/// <param name="Label">What it states.</param>
/// <param name="File">The file that it stands in, relative to the labels folder: <c>train/energy-news-01.jsonl</c>.</param>
/// <param name="Line">Line there, from 1.</param>
public sealed record LabeledStatement(string Text, StatementLabel Label, string File, int Line);
