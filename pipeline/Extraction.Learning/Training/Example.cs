using Extraction.Classification;
using Extraction.Documents;
using Extraction.Learning.Features;

namespace Extraction.Learning.Training;

/// <summary>A labelled statement as the model sees it.</summary>
/// <param name="Statement">As the rules see it.</param>
/// <param name="Features">What the model sees of it.</param>
/// <param name="Label">What a person says.</param>
/// <param name="File">The document that it stands in.</param>
internal sealed record Example(Statement Statement, StatementFeatures Features, StatementLabel Label, string File);
