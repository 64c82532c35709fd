using System.CommandLine;
using Extraction.Normalization;
using Extraction.Recognition.Names;

namespace Extraction.Cli.Text;

/// <summary><c>extraction normalize [FILE|-]</c>: the repair alone, on any text.</summary>
internal static class NormalizeCommand
{
    internal static Command Create()
    {
        Argument<string> file = TextInput.Argument();
        var edits = new Option<bool>("--edits") { Description = "Print no text but one JSON object for each edit. 只输出修复记录，每行一条。" };
        var paragraphs = new Option<bool>("--paragraphs") { Description = "Lines up to a blank line are one paragraph, whose line ends are repaired too. 合并段内断行。" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var command = new Command("normalize", "Repair damaged Chinese text, line by line. 修复受损的中文文本。") { file, edits, paragraphs, knowledge };
        command.SetAction((parsed, cancellation) =>
        {
            using Stream input = TextInput.Open(parsed.GetValue(file)!);
            var folder = PipelineFactory.Knowledge(parsed.GetValue(knowledge));
            TextNormalizer normalizer = TextNormalizer.Load(folder, NameRecognizer.Load(folder).LexiconWords);
            var run = new NormalizeRun(normalizer, new Utf8Lines(input), new OutputBuffer(Console.Out), parsed.GetValue(edits));
            return Task.FromResult(run.Repair(parsed.GetValue(paragraphs), cancellation));
        });
        return command;
    }
}
