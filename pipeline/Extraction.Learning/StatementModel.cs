using System.Collections.Concurrent;
using Extraction.Learning.Features;
using Extraction.Learning.Networks;
using Extraction.Learning.Training;
using Microsoft.ML;

namespace Extraction.Learning;

/// <summary>A loaded model: features in, probabilities out, the mean of a maximum-entropy classifier and of networks. Thread-safe: ML.NET's prediction engines are not, so each call takes one for itself.</summary>
internal sealed class StatementModel
{
    // Chosen by cross-validation over the training documents. The networks are the better part; a mean is less sure than it may be, which
    // the power mends.
    private const float NetworkShare = 0.8f;
    private const float Sharpening = 1.2f;

    private readonly ConcurrentBag<PredictionEngine<FeatureRow, ScoreRow>> engines = [];
    private readonly Lock creation = new();
    private readonly MLContext context = new();
    private readonly ITransformer transformer;
    private readonly NetworkEnsemble networks;

    private StatementModel(byte[] zip)
    {
        Hash = ModelArchive.Hash(zip);
        networks = NetworkEnsemble.FromBytes(ModelArchive.Networks(zip));
        transformer = context.Model.Load(new MemoryStream(zip), out _);
        engines.Add(CreateEngine());
    }

    /// <summary>64 hex digits over the model's entries.</summary>
    internal string Hash { get; }

    /// <summary>Loads a saved model.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model of ours.</exception>
    internal static StatementModel Load(byte[] zip)
    {
        try
        {
            return new StatementModel(zip);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    /// <summary>A probability for each label, in the order of the enumeration; they sum up to 1.</summary>
    internal float[] Score(StatementFeatures features)
    {
        if (!engines.TryTake(out PredictionEngine<FeatureRow, ScoreRow>? engine))
            lock (creation) engine = CreateEngine();
        float[] scores = engine.Predict(FeatureRow.Of(features)).Score;
        engines.Add(engine);
        return Sharpened(scores, networks.Score(features));
    }

    private static float[] Sharpened(float[] linear, float[] others)
    {
        float[] scores = [.. linear.Select((score, label) => MathF.Pow(((1 - NetworkShare) * score) + (NetworkShare * others[label]), Sharpening))];
        float sum = scores.Sum();
        return [.. scores.Select(score => score / sum)];
    }

    private PredictionEngine<FeatureRow, ScoreRow> CreateEngine() => context.Model.CreatePredictionEngine<FeatureRow, ScoreRow>(transformer);
}
