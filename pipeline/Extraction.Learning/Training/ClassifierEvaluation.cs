using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Learning.Labels;

namespace Extraction.Learning.Training;

/// <summary>A model measured on statements that it has not seen.</summary>
public sealed class ClassifierEvaluation
{
    private const int Bins = 10;

    private readonly ImmutableArray<Decision> decisions;
    private readonly int[,] confusion;

    /// <summary>Counts.</summary>
    /// <param name="train">Labels of the examples learned from.</param>
    /// <param name="decisions">What the model said about the test statements.</param>
    internal ClassifierEvaluation(IEnumerable<StatementLabel> train, IEnumerable<Decision> decisions)
    {
        this.decisions = [.. decisions];
        int size = LabelNames.All.Length;
        confusion = new int[size, size];
        foreach (Decision decision in this.decisions) confusion[(int)decision.Actual, (int)decision.Predicted]++;
        ILookup<StatementLabel, StatementLabel> learned = train.ToLookup(label => label);
        Labels = [.. Enum.GetValues<StatementLabel>().Select(label => ScoreOf(label, learned[label].Count()))];
    }

    /// <summary>Each label, in the order of the enumeration.</summary>
    public ImmutableArray<LabelScore> Labels { get; }

    /// <summary>Statements tested with.</summary>
    public int Tested => decisions.Length;

    /// <summary>Share of statements that got their label, 0 to 1.</summary>
    public double Accuracy => Tested == 0 ? 0 : (double)Labels.Sum(label => label.Right) / Tested;

    /// <summary>Mean F1 of the labels that the test part holds.</summary>
    public double MacroF1 => Labels.Where(label => label.Test > 0).Select(label => label.F1).DefaultIfEmpty(0).Average();

    /// <summary>Mean distance between the probability of the chosen label and the share of right choices, over ten bins of probability
    /// (expected calibration error, Naeini et al. 2015); 0 is perfect.</summary>
    public double CalibrationError => Tested == 0 ? 0 : Calibration.Sum(bin => bin.Statements * Math.Abs(bin.Probability - bin.Right)) / Tested;

    /// <summary>The statements by the probability of their chosen label, ascending; bins without statements are left out.</summary>
    public ImmutableArray<CalibrationBin> Calibration =>
        [.. decisions.GroupBy(decision => Math.Min(Bins - 1, (int)(decision.Probability * Bins)))
            .OrderBy(bin => bin.Key)
            .Select(bin => new CalibrationBin(
                (double)bin.Key / Bins, (bin.Key + 1.0) / Bins, bin.Count(), bin.Average(decision => decision.Probability), bin.Average(decision => decision.IsRight ? 1 : 0)))];

    /// <summary>Mistakes by true and predicted label, most frequent first.</summary>
    public ImmutableArray<Confusion> Confusions =>
        [.. from actual in Enumerable.Range(0, LabelNames.All.Length)
            from predicted in Enumerable.Range(0, LabelNames.All.Length)
            where actual != predicted && confusion[actual, predicted] > 0
            orderby confusion[actual, predicted] descending, actual, predicted
            select new Confusion(LabelNames.All[actual], LabelNames.All[predicted], confusion[actual, predicted])];

    private LabelScore ScoreOf(StatementLabel label, int train)
    {
        int index = (int)label;
        IEnumerable<int> all = Enumerable.Range(0, LabelNames.All.Length);
        return new LabelScore(
            LabelNames.Of(label), train, all.Sum(other => confusion[index, other]), all.Sum(other => confusion[other, index]), confusion[index, index]);
    }
}

/// <summary>What a model said about a test statement.</summary>
/// <param name="Actual">The person's label.</param>
/// <param name="Predicted">The label with the highest probability.</param>
/// <param name="Probability">That probability, 0 to 1.</param>
internal readonly record struct Decision(StatementLabel Actual, StatementLabel Predicted, double Probability)
{
    internal bool IsRight => Actual == Predicted;
}

/// <summary>A kind of mistake.</summary>
/// <param name="Actual">The person's label.</param>
/// <param name="Predicted">The model's.</param>
/// <param name="Count">How often, 1 or more.</param>
public sealed record Confusion(string Actual, string Predicted, int Count);

/// <summary>Statements whose chosen labels are about as probable.</summary>
/// <param name="From">Least probability.</param>
/// <param name="To">The next bin's least probability.</param>
/// <param name="Statements">How many.</param>
/// <param name="Probability">Their mean probability.</param>
/// <param name="Right">Share of right choices, 0 to 1.</param>
public sealed record CalibrationBin(double From, double To, int Statements, double Probability, double Right);
