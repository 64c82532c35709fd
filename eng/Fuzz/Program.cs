using System.CommandLine;
using Extraction.Cli;
using Extraction.Cli.Run;
using Extraction.Fuzz;
using Extraction.Isolation;

// dotnet run --project eng/Fuzz -c Release -- --inputs samples --seed 1 --count 200
var inputs = new Option<string[]>("--inputs") { Description = "Files and folders.", Required = true, AllowMultipleArgumentsPerToken = true };
var seed = new Option<int>("--seed") { Description = "The same seed damages the same bytes.", DefaultValueFactory = _ => 1 };
var count = new Option<int>("--count") { Description = "Mutations, over all files in turn; 0 tries the files as they are only.", DefaultValueFactory = _ => 200 };
var jobs = new Option<int>("--jobs") { Description = "Documents at once.", DefaultValueFactory = _ => Environment.ProcessorCount };
var timeout = new Option<double>("--timeout") { Description = "Seconds for reading one document.", DefaultValueFactory = _ => new IsolationLimits().Time.TotalSeconds };
var keep = new Option<string?>("--keep") { Description = "Folder for the bytes of what escaped or cost a worker." };
var textKept = new Option<bool>("--text-kept") { Description = "Damages presentations in --count ways each and says how much of their text is read." };
var verbose = new Option<bool>("--verbose", "-v") { Description = "A line for each document." };
var command = new RootCommand("Takes files, whole and damaged, through the pipeline; exits with 1 when anything but a typed failure comes out.")
{
    inputs, seed, count, jobs, timeout, keep, textKept, verbose,
};
command.SetAction(parsed =>
{
    var options = new FuzzOptions(parsed.GetValue(seed), parsed.GetValue(count), parsed.GetValue(jobs), parsed.GetValue(keep));
    if (parsed.GetValue(textKept)) return TextKept.Print(InputFinder.Find(parsed.GetValue(inputs)!).Files.Select(file => file.Path), options.Seed, options.Count) ? 0 : 1;
    if (options.Keep is { } folder) Directory.CreateDirectory(folder);
    var limits = new IsolationLimits { Workers = options.Jobs, Time = TimeSpan.FromSeconds(parsed.GetValue(timeout)) };
    using LoadedPipeline loaded = PipelineFactory.Load(knowledgeFolder: null, isolation: limits);
    var trials = new FuzzRun(options, loaded.Pipeline, limits).Run(InputFinder.Find(parsed.GetValue(inputs)!).Files);
    return FuzzReport.Print(trials, (IsolatedReader)loaded.Reader, limits, parsed.GetValue(verbose)) ? 0 : 1;
});
return command.Parse(args).Invoke();
