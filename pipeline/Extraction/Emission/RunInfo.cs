namespace Extraction.Emission;

/// <summary>What made a dataset; goes into its manifest.</summary>
/// <param name="ToolVersion">Version of the program, e.g. <c>0.1.0</c>.</param>
/// <param name="KnowledgeHash">64 hex digits over the knowledge that was used.</param>
/// <param name="ModelHash">64 hex digits over the model's entries; empty where no model took part.</param>
public sealed record RunInfo(string ToolVersion, string KnowledgeHash, string ModelHash);
