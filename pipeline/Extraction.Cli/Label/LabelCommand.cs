using System.CommandLine;
using Extraction.Cli.Run;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Learning;
using Extraction.Learning.Features;
using Extraction.Learning.Labels;
using Extraction.Learning.Sampling;

namespace Extraction.Cli.Label;

/// <summary><c>extraction label INPUTS --count N</c>: the statements of new reports that the model is least sure of, for a person to label.</summary>
internal static class LabelCommand
{
    internal static Command Create()
    {
        var inputs = new Argument<string[]>("inputs") { Description = "Reports: files and folders. 文件或文件夹。", Arity = ArgumentArity.OneOrMore };
        var count = new Option<int>("--count", "-n") { Description = "Most statements to propose. 最多挑选多少句。", DefaultValueFactory = _ => 50 };
        var output = new Option<string?>("--out", "-o") { Description = "File of the proposals, JSON lines; default: standard output." };
        var labels = new Option<string?>("--labels") { Description = "Folder with train/ and test/ whose statements are not proposed again." };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var command = new Command("label", "Propose the least certain statements of new reports for labelling. 挑出模型最没把握的语句供人工标注。") { inputs, count, output, labels, knowledge };
        command.SetAction((parsed, cancellation) => Task.FromResult(Propose(
            parsed.GetValue(inputs)!, parsed.GetValue(count), parsed.GetValue(output), parsed.GetValue(labels), parsed.GetValue(knowledge), cancellation)));
        return command;
    }

    private static int Propose(string[] inputs, int count, string? output, string? labels, string? knowledge, CancellationToken cancellation)
    {
        if (count < 1) throw new UsageException("--count takes a number from 1 on.");
        InputSet files = InputFinder.Find(inputs);
        ModelStatementClassifier model = ModelStatementClassifier.Load(PipelineFactory.Knowledge(knowledge))
            ?? throw new UsageException($"The knowledge folder holds no {ModelStatementClassifier.ModelFile}; run 'extraction train'.");
        using LoadedPipeline loaded = PipelineFactory.Load(knowledge);
        int failed = 0;
        var statements = new List<UncertainStatement>();
        foreach (InputFile file in files.Files)
            if (!TryAdd(statements, loaded.Pipeline, model, file, cancellation)) failed++;
        Write(output, UncertaintySampling.Choose(statements, count, labels is null ? [] : Patterns(LabelFolder.Read(labels), knowledge, model)));
        return failed == 0 ? ExitCode.Done : failed == files.Files.Length ? ExitCode.NothingProduced : ExitCode.SomeFailed;
    }

    private static IEnumerable<string> Patterns(LabelSet labels, string? knowledge, ModelStatementClassifier model)
    {
        StatementParser parser = StatementParser.Load(PipelineFactory.Knowledge(knowledge));
        return labels.Train.Concat(labels.Test).Select(statement => model.PatternOf(parser.Parse(statement.Text)));
    }

    private static bool TryAdd(List<UncertainStatement> statements, ExtractionPipeline pipeline, ModelStatementClassifier model, InputFile file, CancellationToken cancellation)
    {
        try
        {
            if (new FileInfo(file.Path).Length > pipeline.MaxFileBytes) throw new UnreadableDocumentException("file-too-large", "larger than files that are read");
            var source = SourceFile.FromBytes(file.Source, File.ReadAllBytes(file.Path));
            statements.AddRange(pipeline.ReadStatements(source, new DiagnosticBag(), cancellation)
                .Where(statement => statement.Block.Cell is null)
                .Select(statement => UncertainStatement.Of(file.Source, statement, model)));
            return true;
        }
        catch (UnreadableDocumentException error)
        {
            Console.Error.WriteLine($"{file.Source}: {error.Code}: {error.Message}");
            return false;
        }
    }

    private static void Write(string? output, IEnumerable<UncertainStatement> chosen)
    {
        string lines = string.Concat(chosen.Select(statement => statement.ToLine() + "\n"));
        if (output is null) Console.Out.Write(lines);
        else File.WriteAllText(output, lines);
    }
}
