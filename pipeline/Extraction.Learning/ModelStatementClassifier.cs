using System.Text.Json;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Learning.Features;
using Extraction.Learning.Labels;
using Extraction.Learning.Training;

namespace Extraction.Learning;

/// <summary>The trained classifier of a knowledge folder (<c>model/statements.zip</c> and <c>model/model.json</c>). Thread-safe.</summary>
public sealed class ModelStatementClassifier : IStatementClassifier
{
    /// <summary>The model inside the knowledge folder.</summary>
    public const string ModelFile = "model/statements.zip";

    /// <summary>Its description.</summary>
    public const string CardFile = "model/model.json";

    // Other processors round the last digits of a float in other ways; nobody downstream is to see that.
    private const int Digits = 4;

    private readonly StatementModel model;
    private readonly FeatureExtractor extractor;
    private readonly string decidedBy;

    private ModelStatementClassifier(StatementModel model, FeatureExtractor extractor)
    {
        (this.model, this.extractor) = (model, extractor);
        decidedBy = "model@" + model.Hash[..16];
    }

    /// <summary>64 hex digits over the names and contents of the model's entries.</summary>
    public string Hash => model.Hash;

    /// <summary>Loads the model, loading the rules beside it.</summary>
    /// <inheritdoc cref="Load(KnowledgeFolder, EventRules)"/>
    public static ModelStatementClassifier? Load(KnowledgeFolder knowledge) => Load(knowledge, EventRules.Load(knowledge));

    /// <summary>Loads the model.</summary>
    /// <param name="knowledge">The folder.</param>
    /// <param name="rules">Rules whose decisions are among the model's features.</param>
    /// <returns>Null where the folder holds no model.</returns>
    /// <exception cref="KnowledgeException">The model is broken, made for other labels, or not the one that its description describes.</exception>
    public static ModelStatementClassifier? Load(KnowledgeFolder knowledge, EventRules rules)
    {
        if (!File.Exists(Path.Combine(knowledge.Path, ModelFile))) return null;
        ModelCard card = ReadCard(knowledge);
        if (!card.Labels.SequenceEqual(LabelNames.All, StringComparer.Ordinal))
            throw new KnowledgeException(CardFile, 0, "the model was trained for other labels than this program knows; run 'extraction train'");
        StatementModel model = ReadModel(knowledge);
        if (!string.Equals(card.Hash, model.Hash, StringComparison.Ordinal))
            throw new KnowledgeException(CardFile, 0, $"describes another model than {ModelFile}; restore both from the repository or run 'extraction train'");
        return new ModelStatementClassifier(model, new FeatureExtractor(rules));
    }

    /// <summary>Uses a model that is at hand.</summary>
    internal static ModelStatementClassifier Of(StatementModel model, FeatureExtractor extractor) => new(model, extractor);

    /// <summary>Every label with its probability, in the order of the enumeration.</summary>
    public IEnumerable<Candidate> Classify(Statement statement)
    {
        float[] scores = model.Score(extractor.Extract(statement));
        for (int i = 0; i < scores.Length; i++)
            yield return new Candidate(statement.Sentence.Index, (StatementLabel)i, Math.Round(scores[i], Digits), decidedBy, Trigger: null);
    }

    /// <summary>The statement as the model sees it: names, dates and amounts masked.</summary>
    public string PatternOf(Statement statement) => extractor.Extract(statement).Characters;

    private static ModelCard ReadCard(KnowledgeFolder knowledge)
    {
        try
        {
            return ModelCard.Parse(knowledge.ReadBytes(CardFile));
        }
        catch (JsonException error)
        {
            throw new KnowledgeException(CardFile, (int)(error.LineNumber + 1 ?? 0), error.Message);
        }
    }

    private static StatementModel ReadModel(KnowledgeFolder knowledge)
    {
        try
        {
            return StatementModel.Load(knowledge.ReadBytes(ModelFile));
        }
        catch (InvalidDataException error)
        {
            throw new KnowledgeException(ModelFile, 0, $"not a model ({error.Message}); restore it from the repository or run 'extraction train'");
        }
    }
}
