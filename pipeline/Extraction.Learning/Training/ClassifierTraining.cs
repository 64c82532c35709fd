using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.Features;
using Extraction.Learning.Labels;

namespace Extraction.Learning.Training;

/// <summary>The whole training: labels to features, features to a model, the model measured on the test part.</summary>
public sealed class ClassifierTraining
{
    /// <summary>Reason of a skipped test statement: but for names, dates and amounts a training statement reads the same.</summary>
    public const string SamePattern = "test statement that differs from a training statement by masked names, dates or amounts only";

    private readonly StatementParser parser;
    private readonly FeatureExtractor extractor;
    private readonly TrainingOptions options;

    /// <summary>Uses loaded stages.</summary>
    public ClassifierTraining(StatementParser parser, FeatureExtractor extractor, TrainingOptions options) =>
        (this.parser, this.extractor, this.options) = (parser, extractor, options);

    /// <summary>Trains and measures. The same labels and knowledge give the same bytes.</summary>
    public TrainedModel Run(LabelSet labels)
    {
        ImmutableArray<Example> train = [.. labels.Train.Select(ToExample)];
        HashSet<string> learned = train.Select(example => example.Features.Characters).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Example> test = [.. labels.Test.Select(ToExample).Where(example => !learned.Contains(example.Features.Characters))];
        byte[] zip = new StatementTrainer(options).Train(train.Select(example => (example.Features, example.Label)));
        StatementModel model = StatementModel.Load(zip);
        var evaluation = new ClassifierEvaluation(train.Select(example => example.Label), test.Select(example => Decide(model, example)));
        return new TrainedModel(zip, model.Hash, labels.Hash, options, WithRepeats(labels, labels.Test.Length - test.Length), evaluation);
    }

    private Example ToExample(LabeledStatement statement) => new(extractor.Extract(parser.Parse(statement.Text)), statement.Label);

    private static ImmutableSortedDictionary<string, int> WithRepeats(LabelSet labels, int repeats) =>
        repeats == 0 ? labels.Skipped : labels.Skipped.SetItem(SamePattern, repeats);

    private static Decision Decide(StatementModel model, Example example)
    {
        float[] scores = model.Score(example.Features);
        int best = Array.IndexOf(scores, scores.Max());
        return new Decision(example.Label, (StatementLabel)best, scores[best]);
    }

    private sealed record Example(StatementFeatures Features, StatementLabel Label);
}

/// <summary>A trained model with everything that is to be known about it.</summary>
/// <param name="Zip">ML.NET's file.</param>
/// <param name="Hash">64 hex digits over its entries.</param>
/// <param name="LabelsHash">64 hex digits over the label files.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Skipped">Labelled rows left out, by reason.</param>
/// <param name="Evaluation">How well it does.</param>
public sealed record TrainedModel(
    byte[] Zip,
    string Hash,
    string LabelsHash,
    TrainingOptions Options,
    ImmutableSortedDictionary<string, int> Skipped,
    ClassifierEvaluation Evaluation);
