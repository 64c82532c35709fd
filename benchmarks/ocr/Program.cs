using System.Diagnostics;
using System.Globalization;
using Extraction.Ocr;
using Extraction.Ocr.Benchmark;
using Extraction.Ocr.Models;
using Extraction.Reading;

// dotnet run --project benchmarks/ocr -c Release -- FOLDER [--tesseract] [--show] [--only NAME] [--shift N: other texts on the same pages]
string root = args.Length > 0 ? args[0] : ".";
string only = args.SkipWhile(each => each != "--only").ElementAtOrDefault(1) ?? "";
string[] texts = [.. Directory.EnumerateFiles(Path.Combine(root, "tests/reports/dev"), "*.txt").Order(StringComparer.Ordinal)];
using var recognizer = new PictureRecognizer(ModelFolder.Default());
var own = new Tally();
var peer = new Tally();
var confidence = new ConfidenceTable();
int number = int.Parse(args.SkipWhile(each => each != "--shift").ElementAtOrDefault(1) ?? "0", CultureInfo.InvariantCulture);
double processor = 0;
foreach ((string name, string bar, PageStyle style) in PageSet.All())
{
    string source = texts[number++ % texts.Length];
    if (!name.Contains(only, StringComparison.Ordinal)) continue;
    (byte[] file, string text) = PageDrawing.Draw(style, Paragraphs(source));
    if (own.Pages == 0) recognizer.Recognize(file, default);
    var watch = Stopwatch.StartNew();
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    RecognizedPicture picture = recognizer.Recognize(file, default);
    processor += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    string row = $"| {name} | {bar} | {own.Add(text, string.Join('\n', picture.Lines.Select(line => line.Text)), watch.Elapsed)} |";
    confidence.Add(text, picture);
    if (args.Contains("--tesseract"))
    {
        watch.Restart();
        string reading = Tesseract.Read(file);
        row += $" {peer.Add(text, reading, watch.Elapsed)} |";
    }
    Console.WriteLine(row);
    if (args.Contains("--show")) Differences.Print(text, picture);
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all: {own}, {own.Pages / processor:F2} a second of one processor"));
if (peer.Pages > 0) Console.WriteLine("tesseract: " + peer);
confidence.Print();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, drawing included"));

// radicals look as the characters that they stand for: no picture tells them apart
static string[] Paragraphs(string path) =>
    [.. File.ReadAllLines(path).Select(line => line.Replace("\t", "  ").Trim()).Where(line => line.Length > 0 && !line.Any(each => each is >= '\u2E80' and <= '\u2FDF'))];
