namespace Extraction.Learning.Training;

/// <summary>How well one label is told.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Train">Examples learned from.</param>
/// <param name="Test">Examples tested with.</param>
/// <param name="Predicted">Test statements that the model gave this label.</param>
/// <param name="Right">Those of them that are right.</param>
public sealed record LabelScore(string Label, int Train, int Test, int Predicted, int Right)
{
    /// <summary>Share of right ones among the predicted, 0 to 1; 0 where none is predicted.</summary>
    public double Precision => Ratio(Right, Predicted);

    /// <summary>Share of found ones among the label's, 0 to 1; 0 where there are none.</summary>
    public double Recall => Ratio(Right, Test);

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Ratio(2 * Right, Predicted + Test);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
