using System.Collections.Immutable;
using Extraction.Classification;
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
        ImmutableArray<Example> train = ToExamples(labels.Train);
        HashSet<string> learned = train.Select(example => example.Features.Characters).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Example> test = [.. ToExamples(labels.Test).Where(example => !learned.Contains(example.Features.Characters))];
        byte[] zip = new StatementTrainer(options).Train(train);
        StatementModel model = StatementModel.Load(zip);
        return new TrainedModel(zip, model.Hash, labels.Hash, options, WithRepeats(labels, labels.Test.Length - test.Length), Measure(model, train, test))
        {
            Curve = options.MeasuresCurve ? LearningCurve(train, test) : [],
            Ablation = Ablation.Measure(ModelStatementClassifier.Of(model, extractor), extractor, train, test),
        };
    }

    private ImmutableArray<Example> ToExamples(ImmutableArray<LabeledStatement> statements) =>
        [.. statements.AsParallel().AsOrdered().Select(ToExample)];

    private Example ToExample(LabeledStatement labeled)
    {
        Statement statement = parser.Parse(labeled.Text);
        return new Example(statement, extractor.Extract(statement), labeled.Label, labeled.File);
    }

    private static ClassifierEvaluation Measure(StatementModel model, ImmutableArray<Example> train, ImmutableArray<Example> test) =>
        new(train.Select(example => example.Label), test.Select(example => Decide(model, example)));

    private static ImmutableSortedDictionary<string, int> WithRepeats(LabelSet labels, int repeats) =>
        repeats == 0 ? labels.Skipped : labels.Skipped.SetItem(SamePattern, repeats);

    private static Decision Decide(StatementModel model, Example example)
    {
        float[] scores = model.Score(example.Features);
        int best = Array.IndexOf(scores, scores.Max());
        return new Decision(example.Label, (StatementLabel)best, scores[best]);
    }

    private ImmutableArray<CurvePoint> LearningCurve(ImmutableArray<Example> train, ImmutableArray<Example> test)
    {
        var curve = ImmutableArray.CreateBuilder<CurvePoint>();
        foreach (double share in CurvePoint.Shares)
        {
            ImmutableArray<Example> part = CurvePoint.Part(train, share);
            if (part.IsEmpty) continue;
            ClassifierEvaluation evaluation = Measure(StatementModel.Load(new StatementTrainer(options).Train(part)), part, test);
            curve.Add(new CurvePoint(part.Select(example => example.File).Distinct(StringComparer.Ordinal).Count(), part.Length, evaluation.Accuracy, evaluation.MacroF1));
        }

        return curve.DrainToImmutable();
    }
}
