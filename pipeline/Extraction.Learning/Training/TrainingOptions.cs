namespace Extraction.Learning.Training;

/// <summary>How a model is trained; goes into model.json.</summary>
/// <param name="CharacterBits">Character n-grams are hashed into 2^this slots.</param>
/// <param name="CharacterLength">Longest character n-gram; all shorter ones count too.</param>
/// <param name="WordBits">Word n-grams are hashed into 2^this slots.</param>
/// <param name="WordLength">Longest word n-gram; all shorter ones count too.</param>
/// <param name="Regularization">Weight of the squared weights: more makes the model less sure.</param>
/// <param name="Iterations">Most passes over the data.</param>
/// <param name="Balance">An example weighs as the inverse share of its label to this power: 0 all the same, 1 all labels the same.</param>
/// <param name="Seed">Of the order in which examples are drawn; each further network has the next one.</param>
public sealed record TrainingOptions(
    int CharacterBits = 13,
    int CharacterLength = 1,
    int WordBits = 14,
    int WordLength = 1,
    float Regularization = 1e-5f,
    int Iterations = 100,
    double Balance = 0.8,
    int Seed = 1)
{
    /// <summary>How the networks beside it are trained.</summary>
    public NetworkOptions Networks { get; init; } = new();

    /// <summary>Whether models that learn from parts of the documents are measured too; takes about as long again.</summary>
    public bool MeasuresCurve { get; init; }
}
