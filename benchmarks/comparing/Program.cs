// Measures extraction diff on datasets of any size.
// usage: generate FOLDER RECORDS    writes FOLDER/base, FOLDER/some (one record of ten is another) and FOLDER/all (all ids are others)
//        compare FOLDER NAME        base against some or all: seconds, processor seconds, most memory
using System.Diagnostics;
using System.Globalization;
using ComparisonBenchmark;
using Extraction.Emission;
using Extraction.Knowledge;
using Extraction.Review.Comparing;
using Extraction.Review.Datasets;

if (args is ["generate", var target, var size] && int.TryParse(size, CultureInfo.InvariantCulture, out int count))
{
    var info = new RunInfo("0.1.0", new string('a', 64), new string('b', 64));
    foreach (GeneratedDataset.Edit edit in Enum.GetValues<GeneratedDataset.Edit>())
        new DatasetWriter().Write(GeneratedDataset.Of(count, edit), info, Path.Combine(target, edit == GeneratedDataset.Edit.None ? "base" : edit.ToString().ToLowerInvariant()));
    return 0;
}

if (args is ["compare", var folder, var name])
{
    var watch = Stopwatch.StartNew();
    using DatasetPlace one = DatasetPlace.Find("base", folder), other = DatasetPlace.Find(name, folder);
    (ComparedDataset before, ComparedDataset after) = DatasetPlace.OpenBoth(one, other);
    double read = watch.Elapsed.TotalSeconds;
    DatasetDiff diff = new DatasetComparison(TextFolding.Load(KnowledgeFolder.Default())).Compare(before, after);
    using var self = Process.GetCurrentProcess();
    string counts = string.Join(", ", Enum.GetValues<ChangeKind>().Select(kind => $"{diff.Count(kind)} {ReportWords.Of(kind)}"));
    Console.Out.WriteLine(FormattableString.Invariant(
        $"{counts}, {diff.Unchanged} unchanged\n{watch.Elapsed.TotalSeconds:0.0} s, {read:0.0} s of them to read; {self.TotalProcessorTime.TotalSeconds:0.0} s of processors; {self.PeakWorkingSet64 / 1e6:0} MB"));
    return 0;
}

Console.Error.WriteLine("usage: generate FOLDER RECORDS | compare FOLDER some|all");
return 2;
