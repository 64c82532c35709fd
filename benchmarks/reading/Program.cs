using Extraction.Benchmarks.Reading;

// ReadingBenchmark [--rounds N] [--corpus FOLDER]...: reads the files of the folders (samples/ without any) with our readers and with their peers,
// in rounds that take turns, and prints for each contest files and megabytes a second and the ratio to ours. Files that one of them cannot
// read are found out beforehand, in processes of their own.
Contest[] contests =
[
    new("PPTX", [".pptx", ".potx", ".ppsx"], [Ours.Pptx, Peers.SdkSlides]),
    new("DOCX", [".docx", ".dotx", ".docm"], [Ours.Docx, Peers.SdkDocument]),
    new("PDF", [".pdf"], [Ours.Pdf, Peers.PdfPig, .. Peers.Tools()]),
];
if (args is [Trial.Argument, var format, var name])
{
    Trial.Serve(contests.Single(contest => contest.Format == format).Contestants.Single(contestant => contestant.Name == name));
    return;
}
int rounds = 5;
var folders = new List<string>();
for (int i = 0; i + 1 < args.Length; i += 2)
{
    if (args[i] == "--rounds") rounds = int.Parse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture);
    else if (args[i] == "--corpus") folders.Add(args[i + 1]);
}
if (folders.Count == 0) folders.Add("samples");

foreach (Contest contest in contests) contest.Run(folders, rounds);
