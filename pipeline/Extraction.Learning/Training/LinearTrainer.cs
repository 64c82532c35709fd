using System.Collections.Immutable;
using Extraction.Learning.Features;
using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace Extraction.Learning.Training;

/// <summary>
/// Trains a maximum-entropy classifier (multinomial logistic regression by stochastic dual coordinate ascent, Shalev-Shwartz and Zhang 2013)
/// over hashed n-grams. One thread and a fixed seed: the same examples give the same weights.
/// </summary>
internal sealed class LinearTrainer(TrainingOptions options)
{
    private const string Features = "Features";

    /// <summary>Trains.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="weights">How much each label counts, in the order of the enumeration.</param>
    /// <returns>ML.NET's zip file, with time stamps.</returns>
    internal byte[] Train(ImmutableArray<Example> examples, float[] weights)
    {
        var context = new MLContext(options.Seed);
        IDataView data = context.Data.LoadFromEnumerable(examples.Select(example => ToRow(example, weights)).ToArray());
        ITransformer model = Featurization(context).Append(Trainer(context)).Fit(data);
        using var zip = new MemoryStream();
        context.Model.Save(model, context.Data.LoadFromEnumerable(Array.Empty<FeatureRow>()).Schema, zip);
        return zip.ToArray();
    }

    private static TrainingRow ToRow(Example example, float[] weights) => new()
    {
        Characters = example.Features.Characters,
        Words = example.Features.Words,
        Flags = example.Features.Flags,
        Label = (uint)example.Label,
        Weight = weights[(int)example.Label],
    };

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
