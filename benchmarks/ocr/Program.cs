using System.Diagnostics;
using System.Globalization;
using Extraction.Ocr;
using Extraction.Ocr.Benchmark;
using Extraction.Ocr.Models;
using Extraction.Reading;

string root = args.Length > 0 ? args[0] : ".";
bool shows = args.Contains("--show"), withTesseract = args.Contains("--tesseract");
string[] texts = [.. Directory.EnumerateFiles(Path.Combine(root, "tests/reports"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
using var recognizer = new PictureRecognizer(ModelFolder.Default());
int page = 0;
double seconds = 0;
foreach ((string name, string bar, PageStyle style) in PageSet.All())
{
    string source = texts[page++ % texts.Length];
    if (Environment.GetEnvironmentVariable("ONLY") is { } only && !name.Contains(only, StringComparison.Ordinal)) continue;
    // radicals look as the characters that they stand for: no picture tells them apart
    string[] paragraphs = [.. File.ReadAllLines(source).Select(line => line.Replace("\t", "  ").Trim()).Where(line => line.Length > 0 && !line.Any(each => each is >= '\u2E80' and <= '\u2FDF'))];
    (byte[] file, string text) = PageDrawing.Draw(style, paragraphs);
    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
    RecognizedPicture picture = recognizer.Recognize(file, default);
    TimeSpan spent = Process.GetCurrentProcess().TotalProcessorTime - before;
    seconds += spent.TotalSeconds;
    string reading = string.Join('\n', picture.Lines.Select(line => line.Text));
    (int errors, int characters) = EditDistance.Of(text, reading);
    string beside = withTesseract ? Tesseract.Cer(file, text) : "";
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {bar} | {characters} | {100.0 * errors / characters:F2} % | {beside} | {spent.TotalMilliseconds:F0} ms | {picture.Lines.Length} |"));
    if (shows) Differences.Print(text, picture);
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page / seconds:F2} pages per second of one processor, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB, cpu {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1}"));
