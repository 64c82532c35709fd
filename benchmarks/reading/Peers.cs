using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Extraction.Benchmarks.Reading;

/// <summary>The libraries and tools that people would use otherwise, on the parts that our readers read.</summary>
internal static class Peers
{
    public static Contestant SdkSlides { get; } = new("Open XML SDK, DOM", input =>
    {
        using PresentationDocument package = PresentationDocument.Open(new MemoryStream(input.Content), false);
        long found = 0;
        foreach (SlidePart slide in package.PresentationPart?.SlideParts ?? [])
        {
            found += Text<Drawing.Text>(slide.Slide) + Text<Drawing.Text>(slide.NotesSlidePart?.NotesSlide);
            foreach (ChartPart chart in slide.ChartParts) found += Text<DocumentFormat.OpenXml.Drawing.Charts.NumericValue>(chart.ChartSpace);
            foreach (DiagramDataPart diagram in slide.DiagramDataParts) found += Text<Drawing.Text>(diagram.DataModelRoot);
        }
        return found;
    });

    public static Contestant SdkDocument { get; } = new("Open XML SDK, DOM", input =>
    {
        using WordprocessingDocument package = WordprocessingDocument.Open(new MemoryStream(input.Content), false);
        if (package.MainDocumentPart is not { } main) return 0;
        long found = Text<Word.Text>(main.Document) + Text<Word.Text>(main.FootnotesPart?.Footnotes) + Text<Word.Text>(main.EndnotesPart?.Endnotes)
            + Text<Word.Text>(main.WordprocessingCommentsPart?.Comments);
        foreach (HeaderPart header in main.HeaderParts) found += Text<Word.Text>(header.Header);
        foreach (FooterPart footer in main.FooterParts) found += Text<Word.Text>(footer.Footer);
        return found;
    });

    public static Contestant PdfPig { get; } = new("PdfPig, letters and default words", input =>
    {
        using PdfDocument document = PdfDocument.Open(input.Content);
        return document.GetPages().Sum(page => page.Letters.Count + (0L * page.GetWords().Count()));
    });

    /// <summary>Tools that are installed, a process for each file.</summary>
    public static IEnumerable<Contestant> Tools()
    {
        (string Name, string[] Arguments)[] tools = [("pdftotext", ["FILE", "-"]), ("mutool", ["draw", "-q", "-F", "text", "FILE"])];
        foreach ((string name, string[] arguments) in tools)
            if (IsInstalled(name)) yield return new Contestant(name + ", a process each", input => Output(name, arguments, input.Path));
    }

    private static long Text<T>(OpenXmlElement? root) where T : OpenXmlLeafTextElement => root?.Descendants<T>().Sum(text => (long)text.Text.Length) ?? 0;

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static long Output(string tool, string[] arguments, string path)
    {
        var start = new ProcessStartInfo(tool, arguments.Select(argument => argument == "FILE" ? path : argument)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process.StandardOutput.ReadToEnd().Length;
    }
}
