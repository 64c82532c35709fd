namespace Extraction.Learning.Features;

/// <summary>What the model sees of a statement: names, dates and amounts are masked, so that it learns wording and not who did it.</summary>
/// <param name="Characters">The text with one sign for each mention (<see cref="MentionSigns"/>) and one <c>0</c> for each other number.</param>
/// <param name="Words">The same cut into words, separated by spaces.</param>
/// <param name="Flags">Labels of the rules that fire, kinds of mentions and what comes first, separated by spaces.</param>
public sealed record StatementFeatures(string Characters, string Words, string Flags);
