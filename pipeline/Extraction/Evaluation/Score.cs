namespace Extraction.Evaluation;

/// <summary>Counts of one measure on one document.</summary>
/// <param name="Right">Found and right.</param>
/// <param name="Surplus">Found and not in the gold.</param>
/// <param name="Missed">In the gold and not found.</param>
public sealed record Score(int Right, int Surplus, int Missed)
{
    /// <summary>Right of all found, 0 to 1; 0 where nothing was found.</summary>
    public double Precision => Ratio(Right, Right + Surplus);

    /// <summary>Right of all in the gold, 0 to 1.</summary>
    public double Recall => Ratio(Right, Right + Missed);

    /// <summary>Harmonic mean of the two.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The sum of two.</summary>
    public static Score operator +(Score left, Score right) =>
        new(left.Right + right.Right, left.Surplus + right.Surplus, left.Missed + right.Missed);

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>The measures of one document against its gold.</summary>
/// <param name="Doc">The gold's document.</param>
/// <param name="Measures">event_core, event_dated, event_exact, organization, policy, policy_date, filing, statistic_recall; only those that the gold asks for.</param>
/// <param name="NegatedAsFact">Denied or planned events that came out as facts.</param>
/// <param name="Errors">What is missed, surplus or wrong, one line each.</param>
public sealed record DocumentScore(string Doc, IReadOnlyDictionary<string, Score> Measures, int NegatedAsFact, IReadOnlyList<string> Errors);
