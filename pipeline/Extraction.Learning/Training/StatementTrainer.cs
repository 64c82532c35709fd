using Extraction.Documents;
using Extraction.Learning.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Extraction.Learning.Training;

/// <summary>
/// Trains a maximum-entropy classifier (multinomial logistic regression by stochastic dual coordinate ascent, Shalev-Shwartz and Zhang 2013)
/// over hashed n-grams. One thread and a fixed seed: the same examples give the same weights.
/// </summary>
internal sealed class StatementTrainer(TrainingOptions options)
{
    private const string Features = "Features";

    /// <summary>Trains.</summary>
    /// <returns>The model as a zip file whose bytes depend on the examples and options alone.</returns>
    internal byte[] Train(IEnumerable<(StatementFeatures Features, StatementLabel Label)> examples)
    {
        var context = new MLContext(options.Seed);
        TrainingRow[] rows = Weighted([.. examples.Select(ToRow)]);
        IDataView data = context.Data.LoadFromEnumerable(rows);
        ITransformer model = Featurization(context).Append(Trainer(context)).Fit(data);
        using var zip = new MemoryStream();
        context.Model.Save(model, context.Data.LoadFromEnumerable(Array.Empty<FeatureRow>()).Schema, zip);
        return ModelArchive.Canonical(zip.ToArray());
    }

    private static TrainingRow ToRow((StatementFeatures Features, StatementLabel Label) example) => new()
    {
        Characters = example.Features.Characters,
        Words = example.Features.Words,
        Flags = example.Features.Flags,
        Label = (uint)example.Label,
    };

    // Labels are rarer in the examples than they are worth: each weighs the more, the rarer it is.
    private TrainingRow[] Weighted(TrainingRow[] rows)
    {
        Dictionary<uint, int> counts = rows.CountBy(row => row.Label).ToDictionary();
        foreach (TrainingRow row in rows) row.Weight = (float)Math.Pow((double)rows.Length / counts[row.Label], options.Balance);
        float mean = rows.Average(row => row.Weight);
        foreach (TrainingRow row in rows) row.Weight /= mean;
        return rows;
    }

    private IEstimator<ITransformer> Featurization(MLContext context)
    {
        TransformsCatalog.TextTransforms text = context.Transforms.Text;
        return text.TokenizeIntoCharactersAsKeys("CharacterKeys", nameof(FeatureRow.Characters))
            .Append(text.ProduceHashedNgrams("CharacterGrams", "CharacterKeys", options.CharacterBits, options.CharacterLength))
            .Append(text.ProduceHashedWordBags("WordGrams", nameof(FeatureRow.Words), options.WordBits, options.WordLength))
            .Append(text.ProduceWordBags("FlagBag", nameof(FeatureRow.Flags), ngramLength: 1))
            .Append(context.Transforms.NormalizeLpNorm("CharacterGrams"))
            .Append(context.Transforms.NormalizeLpNorm("WordGrams"))
            .Append(context.Transforms.NormalizeLpNorm("FlagBag"))
            .Append(context.Transforms.Concatenate(Features, "CharacterGrams", "WordGrams", "FlagBag"));
    }

    private SdcaMaximumEntropyMulticlassTrainer Trainer(MLContext context) => context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
        new SdcaMaximumEntropyMulticlassTrainer.Options
        {
            FeatureColumnName = Features,
            LabelColumnName = nameof(TrainingRow.Label),
            ExampleWeightColumnName = nameof(TrainingRow.Weight),
            NumberOfThreads = 1,
            L2Regularization = options.Regularization,
            L1Regularization = 0,
            MaximumNumberOfIterations = options.Iterations,
        });
}
