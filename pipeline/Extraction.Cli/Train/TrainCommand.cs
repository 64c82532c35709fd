using System.CommandLine;
using System.Globalization;
using Extraction.Classification;
using Extraction.Knowledge;
using Extraction.Learning;
using Extraction.Learning.Features;
using Extraction.Learning.Labels;
using Extraction.Learning.Training;

namespace Extraction.Cli.Train;

/// <summary><c>extraction train</c>: labels in, the classifier, its description and its report out. The same labels give the same bytes.</summary>
internal static class TrainCommand
{
    internal static Command Create()
    {
        var labels = new Option<string?>("--labels") { Description = "Folder with train/ and test/; default: the repository's pipeline/knowledge/labels." };
        var output = new Option<string?>("--out", "-o") { Description = "Folder for model/ and classifier.md; default: the repository's knowledge and docs folders." };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var quick = new Option<bool>("--quick") { Description = "No learning curve in the report, in half the time. 不画学习曲线。" };
        var command = new Command("train", "Train the statement classifier. 训练语句分类模型。") { labels, output, knowledge, quick };
        command.SetAction(parsed => Train(parsed.GetValue(labels), parsed.GetValue(output), parsed.GetValue(knowledge), parsed.GetValue(quick)));
        return command;
    }

    private static int Train(string? labels, string? output, string? knowledgeFolder, bool quick)
    {
        LabelSet set = LabelFolder.Read(labels ?? Path.Combine(RepositoryRoot("--labels"), "pipeline", "knowledge", "labels"));
        KnowledgeFolder knowledge = PipelineFactory.Knowledge(knowledgeFolder);
        var training = new ClassifierTraining(StatementParser.Load(knowledge), new FeatureExtractor(EventRules.Load(knowledge)), new TrainingOptions { MeasuresCurve = !quick });
        TrainedModel model = training.Run(set);
        Write(model, output);
        Print(model);
        return ExitCode.Done;
    }

    private static void Write(TrainedModel model, string? output)
    {
        string modelRoot = output ?? Path.Combine(RepositoryRoot("--out"), "pipeline", "knowledge");
        string reportFolder = output ?? Path.Combine(RepositoryRoot("--out"), "docs");
        Directory.CreateDirectory(reportFolder);
        Directory.CreateDirectory(Path.Combine(modelRoot, "model"));
        File.WriteAllBytes(Path.Combine(modelRoot, ModelStatementClassifier.ModelFile), model.Zip);
        File.WriteAllBytes(Path.Combine(modelRoot, ModelStatementClassifier.CardFile), ModelCard.Write(model));
        File.WriteAllText(Path.Combine(reportFolder, "classifier.md"), ClassifierReport.Write(model));
    }

    private static void Print(TrainedModel model)
    {
        ClassifierEvaluation evaluation = model.Evaluation;
        foreach ((string reason, int count) in model.Skipped) Say($"skipped {count}: {reason}");
        foreach (LabelScore score in evaluation.Labels)
            Say($"{score.Label,-22} train {score.Train,4}  test {score.Test,4}  P {score.Precision:0.00}  R {score.Recall:0.00}  F1 {score.F1:0.00}");
        foreach (CurvePoint point in model.Curve) Say($"learned from {point.Statements}: accuracy {point.Accuracy:0.000}, macro-F1 {point.MacroF1:0.000}");
        foreach (AblationRow row in model.Ablation) Say($"{row.Name}: accuracy {row.Accuracy:0.000}, macro-F1 {row.MacroF1:0.000}, P {row.Precision:0.000}, R {row.Recall:0.000}");
        Say($"tested with {evaluation.Tested}: accuracy {evaluation.Accuracy:0.000}, macro-F1 {evaluation.MacroF1:0.000}, calibration error {evaluation.CalibrationError:0.000}");
        Say($"model {model.Hash[..16]}, {model.Zip.Length / 1024} KB");
    }

    private static void Say(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string RepositoryRoot(string option)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Extraction.sln"))) return folder.FullName;
        throw new UsageException($"This program does not lie in the repository; pass {option} FOLDER.");
    }
}
