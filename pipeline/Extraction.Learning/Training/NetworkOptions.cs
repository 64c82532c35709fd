namespace Extraction.Learning.Training;

/// <summary>How the networks are trained; goes into model.json.</summary>
/// <param name="Count">How many networks, each with a seed of its own, are averaged.</param>
/// <param name="LeastStatements">Features of fewer training statements are not learned.</param>
/// <param name="Hidden">Units of the hidden layer.</param>
/// <param name="Passes">Passes over the examples.</param>
/// <param name="Rate">The first step of each weight.</param>
/// <param name="FeatureDropout">Share of features that an example leaves out at each pass.</param>
/// <param name="UnitDropout">Share of hidden units that an example leaves out at each pass.</param>
public sealed record NetworkOptions(
    int Count = 3, int LeastStatements = 2, int Hidden = 48, int Passes = 14, float Rate = 0.05f, float FeatureDropout = 0.4f, float UnitDropout = 0.5f);
