using Extraction.Benchmarks.Reading;

// ReadingBenchmark [--rounds N] [--corpus FOLDER]...: reads the files of the folders (samples/ without any) with our readers and with their peers,
// in rounds that take turns, and prints for each contest files and megabytes a second and the ratio to ours.
int rounds = 5;
var folders = new List<string>();
for (int i = 0; i + 1 < args.Length; i += 2)
{
    if (args[i] == "--rounds") rounds = int.Parse(args[i + 1], System.Globalization.CultureInfo.InvariantCulture);
    else if (args[i] == "--corpus") folders.Add(args[i + 1]);
}
if (folders.Count == 0) folders.Add("samples");

new Contest("PPTX", Inputs.Of(folders, ".pptx", ".potx", ".ppsx"), [Ours.Pptx, Peers.SdkSlides]).Run(rounds);
new Contest("DOCX", Inputs.Of(folders, ".docx", ".dotx", ".docm"), [Ours.Docx, Peers.SdkDocument]).Run(rounds);
new Contest("PDF", Inputs.Of(folders, ".pdf"), [Ours.Pdf, Peers.PdfPig, .. Peers.Tools()]).Run(rounds);
