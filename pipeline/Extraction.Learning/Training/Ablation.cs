using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Learning.Features;

namespace Extraction.Learning.Training;

/// <summary>What the rules, the model and both together say of the same statements.</summary>
internal static class Ablation
{
    /// <summary>Measures the three.</summary>
    internal static ImmutableArray<AblationRow> Measure(ModelStatementClassifier model, FeatureExtractor extractor, ImmutableArray<Example> train, ImmutableArray<Example> test)
    {
        var rules = new StatementClassifier(extractor.Rules, null, new ClassificationThresholds());
        var both = new StatementClassifier(extractor.Rules, model, new ClassificationThresholds());
        return
        [
            Row("rules alone", train, test, statement => First(rules.Classify(statement))),
            Row("model alone", train, test, statement => model.Classify(statement).MaxBy(candidate => candidate.Confidence)!.Label),
            Row("both", train, test, statement => First(both.Classify(statement))),
        ];
    }

    // Of several events the first is what a statement is labelled with.
    private static StatementLabel First(ImmutableArray<Candidate> candidates) => candidates.IsEmpty ? StatementLabel.None : candidates[0].Label;

    private static AblationRow Row(string name, ImmutableArray<Example> train, ImmutableArray<Example> test, Func<Statement, StatementLabel> decide)
    {
        var evaluation = new ClassifierEvaluation(
            train.Select(example => example.Label), test.Select(example => new Decision(example.Label, decide(example.Statement), 1)));
        LabelScore none = evaluation.Labels[(int)StatementLabel.None];
        int events = evaluation.Tested - none.Test, proposed = evaluation.Tested - none.Predicted;
        int right = evaluation.Labels.Sum(label => label.Right) - none.Right;
        return new AblationRow(name, evaluation.Accuracy, evaluation.MacroF1, Ratio(right, proposed), Ratio(right, events));
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>How well one of them tells the labels of the test statements; 0 to 1 each.</summary>
/// <param name="Name">Which.</param>
/// <param name="Accuracy">Share of statements that got their label.</param>
/// <param name="MacroF1">Mean F1 of the labels.</param>
/// <param name="Precision">Share of right ones among the statements that got a label other than none.</param>
/// <param name="Recall">Share of statements with a label other than none that got it.</param>
public sealed record AblationRow(string Name, double Accuracy, double MacroF1, double Precision, double Recall);
