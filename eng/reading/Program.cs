using System.CommandLine;
using System.Text;
using Extraction.ReadingMeasure;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args is [ReaderWorker.Switch]) return ReaderWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());

var inputs = new Argument<string[]>("inputs") { Description = "Files and folders.", Arity = ArgumentArity.OneOrMore };
var list = new Option<int>("--list") { Description = "How many of the worst documents to show, with the characters that are missing." };
var jobs = new Option<int>("--jobs") { Description = "Documents at once.", DefaultValueFactory = _ => 1 };
var timeout = new Option<int>("--timeout") { Description = "Seconds until a document counts as hanging.", DefaultValueFactory = _ => 60 };
var details = new Option<string?>("--details") { Description = "A file for one tab-separated line a document." };
var root = new RootCommand("Measures what the readers read against what other programs, or the files' own XML, say is there.") { inputs, list, jobs, timeout, details };
root.SetAction(async (parsed, cancellation) =>
{
    var run = new MeasuringRun(parsed.GetValue(jobs), TimeSpan.FromSeconds(parsed.GetValue(timeout)));
    Measurement[] all = await run.MeasureAsync(MeasuredFile.Find(parsed.GetValue(inputs)!), cancellation);
    ReadingReport.Write(Console.Out, all, parsed.GetValue(list));
    if (parsed.GetValue(details) is { } path) File.WriteAllLines(path, all.Select(ReadingReport.Line));
    return all.Any(measurement => measurement.BreaksItsPromise) ? 1 : 0;
});
return await root.Parse(args).InvokeAsync();
