using System.Globalization;
using System.Text;

namespace Extraction.Learning.Training;

/// <summary>Writes docs/classifier.md: what the model is worth, for people.</summary>
public static class ClassifierReport
{
    private const string Head = """
        # The statement classifier

        Written by `extraction train`; do not edit by hand.

        Rules propose what a statement states (`pipeline/knowledge/rules/events.yaml`); this model agrees or objects. It is a
        maximum-entropy classifier (ML.NET) over the characters and words of the statement with names, dates and amounts masked, and
        over the rules that fire. Where it stands between rules and records: `pipeline/Extraction/Classification/StatementClassifier.cs`.

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
