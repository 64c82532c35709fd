using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extraction.Cli;
using Extraction.Cli.Run;
using Extraction.Fuzz;
using Extraction.Fuzz.Targets;
using Extraction.Isolation;
using Extraction.Reading;

// dotnet run --project eng/Fuzz -c Release -- --inputs samples --seed 1 --count 200
var inputs = new Option<string[]>("--inputs") { Description = "Files and folders.", Required = true, AllowMultipleArgumentsPerToken = true };
var seed = new Option<int>("--seed") { Description = "The same seed does the same damage.", DefaultValueFactory = _ => 1 };
var count = new Option<int>("--count") { Description = "Cases of each target, over its files in turn.", DefaultValueFactory = _ => 200 };
var targets = new Option<string[]>("--target") { Description = $"NAME or NAME=CASES of: {string.Join(", ", FuzzTarget.Names)}. All where none is named.", AllowMultipleArgumentsPerToken = true };
var jobs = new Option<int>("--jobs") { Description = "Documents at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
var timeout = new Option<double>("--timeout") { Description = "Seconds for reading one document.", DefaultValueFactory = _ => 10 };
var keep = new Option<string?>("--keep") { Description = "Folder for the bytes of what escaped, cost a worker or took long." };
var textKept = new Option<bool>("--text-kept") { Description = "Damages presentations in --count ways each and says how much of their text is read." };
var verbose = new Option<bool>("--verbose", "-v") { Description = "A line for each document." };
var command = new RootCommand("Takes files, whole and damaged, through the readers; exits with 1 when anything but a document or a typed failure comes out, or a document is called complete and is not.")
{
    inputs, seed, count, targets, jobs, timeout, keep, textKept, verbose,
};
command.SetAction(parsed =>
{
    if (parsed.GetValue(textKept))
        return TextKept.Print(InputFinder.Find(parsed.GetValue(inputs)!).Files.Select(file => file.Path), parsed.GetValue(seed), parsed.GetValue(count)) ? 0 : 1;
    string[] asked = parsed.GetValue(targets) is { Length: > 0 } named ? named : [.. FuzzTarget.Names];
    var counts = asked.Select(each => each.Split('=')).ToImmutableDictionary(each => each[0], each => each.Length > 1 ? int.Parse(each[1], CultureInfo.InvariantCulture) : parsed.GetValue(count));
    if (counts.Keys.Except(FuzzTarget.Names).FirstOrDefault() is { } unknown) throw new UsageException($"There is no target '{unknown}'.");
    var options = new FuzzOptions(parsed.GetValue(seed), counts, parsed.GetValue(jobs), parsed.GetValue(keep));
    if (options.Keep is { } folder) Directory.CreateDirectory(folder);
    var limits = new IsolationLimits { Workers = options.Jobs, Time = TimeSpan.FromSeconds(parsed.GetValue(timeout)) };
    // what the readers promise, whatever else is installed
    using LoadedPipeline loaded = PipelineFactory.Load(knowledgeFolder: null, isolation: limits, limits: new ReadLimits { Recognition = RecognitionScope.None });
    var run = new FuzzRun(options, loaded.Pipeline, limits, [.. InputFinder.Find(parsed.GetValue(inputs)!).Files.Select(file => new Seed(file.Source, File.ReadAllBytes(file.Path)))]);
    bool isWell = true;
    foreach (string target in FuzzTarget.Names.Where(counts.ContainsKey)) isWell &= FuzzReport.Print(target, run.Run(target), parsed.GetValue(verbose));
    FuzzReport.PrintMemory((IsolatedReader)loaded.Reader, limits);
    return isWell ? 0 : 1;
});
return command.Parse(args).Invoke();
