using System.CommandLine;
using System.Text.Json;
using Extraction.Emission;
using Extraction.Knowledge;

namespace Extraction.Cli.Explain;

/// <summary><c>extraction explain ID</c>: a record back to its page, place and raw text, and to the rule or model that decided.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of a record, e.g. event:0123456789abcdef. 记录的 id。" };
        var dataset = new Option<string>("--dataset", "-d") { Description = "Folder of the dataset.", DefaultValueFactory = _ => "output" };
        var inputs = new Option<string[]>("--inputs", "-i") { Description = "The reports, to check each quote against its source again.", AllowMultipleArgumentsPerToken = true };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var json = new Option<bool>("--json") { Description = "The record as it stands in the dataset." };
        var command = new Command("explain", "Show where a record comes from and what decided it. 追溯一条记录的出处。") { id, dataset, inputs, knowledge, json };
        command.SetAction(parsed => Explain(
            parsed.GetValue(id)!, parsed.GetValue(dataset)!, parsed.GetValue(inputs) ?? [], parsed.GetValue(knowledge), parsed.GetValue(json)));
        return command;
    }

    private static int Explain(string id, string dataset, string[] inputs, string? knowledge, bool json)
    {
        DatasetReader reader = DatasetReader.Open(dataset);
        if (reader.Find(id) is not { } record) throw new UsageException($"There is no record '{id}' in {dataset}.");
        if (json)
        {
            Console.Out.WriteLine(record.GetRawText());
            return ExitCode.Done;
        }

        KnowledgeFolder folder = PipelineFactory.Knowledge(knowledge);
        RecordPrinter.Print(Console.Out, record);
        if (record.TryGetProperty("method", out JsonElement method)) RulePrinter.Print(Console.Out, folder, method.GetString()!);
        if (inputs.Length == 0) return ExitCode.Done;
        return QuoteCheck.Run(Console.Out, record, inputs, knowledge) ? ExitCode.Done : ExitCode.CheckFailed;
    }
}
