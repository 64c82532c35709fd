using System.Globalization;
using System.Text;

namespace Extraction.Learning.Training;

/// <summary>Writes docs/classifier.md: what the model is worth, for people.</summary>
public static class ClassifierReport
{
    private const string Head = """
        # The statement classifier

        Written by `extraction train`; do not edit by hand.

        Rules propose what a statement states (`pipeline/knowledge/rules/events.yaml`); this model agrees or objects. It averages a
        maximum-entropy classifier (ML.NET) and small networks with one hidden layer, over the characters and words of the statement with
        names, dates and amounts masked, over the rules that fire, and over the statement's shape. What it may decide between rules and
        records: `pipeline/Extraction/Classification/StatementClassifier.cs`. How the networks are
        trained was chosen by cross-validation over the training documents; how large they are, by what the file may weigh.

        """;

    private const string Tail = """

        ## How to add labels

        1. Add lines `{"text":"…","label":"release"}` to a file in `pipeline/knowledge/labels/train/`, or a new file for a new document.
           What the labels mean, and who decides: `pipeline/knowledge/labels/DATA.md`. A document goes wholly into `train` or wholly into `test`.
        2. Run `dotnet run --project pipeline/Extraction.Cli -c Release -- train`. A wrong line stops it with file and line.
        3. Commit the labels, `pipeline/knowledge/model/` and this file together; a test compares them.

        What the figures do not mean stands in DATA.md as well.

        """;

    /// <summary>The report, LF.</summary>
    public static string Write(TrainedModel model)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        AppendSummary(text, model);
        AppendAblation(text, model);
        AppendCurve(text, model);
        AppendCalibration(text, model.Evaluation);
        AppendLabels(text, model.Evaluation);
        AppendMistakes(text, model.Evaluation);
        return text.Append(Tail.ReplaceLineEndings("\n")).ToString();
    }

    private static void AppendSummary(StringBuilder text, TrainedModel model)
    {
        ClassifierEvaluation evaluation = model.Evaluation;
        Line(text, $"\n| | |\n|---|---|");
        Line(text, $"| model | `{model.Hash[..16]}`, {model.Zip.Length / 1024} KB |");
        Line(text, $"| learned from | {evaluation.Labels.Sum(label => label.Train)} statements |");
        Line(text, $"| tested with | {evaluation.Tested} statements of other documents |");
        Line(text, $"| accuracy | {evaluation.Accuracy:0.000} |");
        Line(text, $"| macro-F1 | {evaluation.MacroF1:0.000} |");
        Line(text, $"| calibration error | {evaluation.CalibrationError:0.000} (mean distance between probability and share of right answers) |");
        foreach ((string reason, int count) in model.Skipped) Line(text, $"| skipped | {count}: {reason} |");
    }

    private static void AppendAblation(StringBuilder text, TrainedModel model)
    {
        Line(text, $"\n## Rules and model\n\nThe label of the first event that stands; precision and recall are those of labels other than none. In a report, rules see more than");
        Line(text, $"a statement alone, and both keep to what a record can be made of: what only the model sees counts where it is dated and names somebody or something.\n");
        Line(text, $"| | accuracy | macro-F1 | precision | recall |\n|---|---:|---:|---:|---:|");
        foreach (AblationRow row in model.Ablation) Line(text, $"| {row.Name} | {row.Accuracy:0.000} | {row.MacroF1:0.000} | {row.Precision:0.000} | {row.Recall:0.000} |");
    }

    private static void AppendCurve(StringBuilder text, TrainedModel model)
    {
        if (model.Curve.IsEmpty) return;
        ClassifierEvaluation whole = model.Evaluation;
        Line(text, $"\n## Learning curve\n\nWhat parts of the training documents give on the whole test part.\n\n| statements | accuracy | macro-F1 |\n|---:|---:|---:|");
        foreach (CurvePoint point in model.Curve) Line(text, $"| {point.Statements} of {point.Documents} documents | {point.Accuracy:0.000} | {point.MacroF1:0.000} |");
        Line(text, $"| {whole.Labels.Sum(label => label.Train)}, all | {whole.Accuracy:0.000} | {whole.MacroF1:0.000} |");
    }

    private static void AppendCalibration(StringBuilder text, ClassifierEvaluation evaluation)
    {
        Line(text, $"\n## Calibration\n\nWhether a probability is one: of statements with probability 0.8, eight of ten should be right.\n");
        Line(text, $"| probability | statements | mean probability | right |\n|---|---:|---:|---:|");
        foreach (CalibrationBin bin in evaluation.Calibration)
            Line(text, $"| {bin.From:0.0}–{bin.To:0.0} | {bin.Statements} | {bin.Probability:0.00} | {bin.Right:0.00} |");
    }

    private static void AppendLabels(StringBuilder text, ClassifierEvaluation evaluation)
    {
        Line(text, $"\n## Labels\n\n| label | train | test | precision | recall | F1 |\n|---|---:|---:|---:|---:|---:|");
        foreach (LabelScore score in evaluation.Labels)
            Line(text, $"| {score.Label} | {score.Train} | {score.Test} | {score.Precision:0.00} | {score.Recall:0.00} | {score.F1:0.00} |");
    }

    private static void AppendMistakes(StringBuilder text, ClassifierEvaluation evaluation)
    {
        if (evaluation.Confusions.IsEmpty) return;
        Line(text, $"\n## Mistakes on the test part\n\n| a person says | the model says | times |\n|---|---|---:|");
        foreach (Confusion confusion in evaluation.Confusions) Line(text, $"| {confusion.Actual} | {confusion.Predicted} | {confusion.Count} |");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
