using System.Collections.Immutable;
using System.Globalization;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Learning.Labels;

namespace Extraction.Learning.Sampling;

/// <summary>A statement of a report with how sure the model is of it.</summary>
/// <param name="Source">The report, with the page.</param>
/// <param name="Document">The report.</param>
/// <param name="Text">The statement.</param>
/// <param name="Pattern">The statement with names, dates and amounts masked.</param>
/// <param name="Guess">The two most probable labels with their probabilities.</param>
/// <param name="Margin">How far the most probable label lies before the next, 0 to 1: small where the model is torn.</param>
public sealed record UncertainStatement(string Source, string Document, string Text, string Pattern, string Guess, double Margin)
{
    /// <summary>Asks a model about a statement.</summary>
    /// <param name="document">Name of the report.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="model">The model.</param>
    public static UncertainStatement Of(string document, Statement statement, ModelStatementClassifier model)
    {
        ImmutableArray<Candidate> labels = [.. model.Classify(statement).OrderByDescending(candidate => candidate.Confidence).Take(2)];
        string source = string.Create(CultureInfo.InvariantCulture, $"{document}, page {statement.Block.Page}");
        string text = statement.TextOf(statement.Span).Trim();
        return new UncertainStatement(
            source, document, text, model.PatternOf(statement), string.Join(", ", labels.Select(Shown)), labels[0].Confidence - labels[1].Confidence);
    }

    /// <summary>The statement as a line of a label file whose label is still empty.</summary>
    public string ToLine() => LabelLine.Unlabeled(Text, Source, Guess);

    private static string Shown(Candidate candidate) => string.Create(CultureInfo.InvariantCulture, $"{LabelNames.Of(candidate.Label)} {candidate.Confidence:0.00}");
}
