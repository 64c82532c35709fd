using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Pdf;
using Extraction.Formats.Pptx;
using Extraction.Layout;
using Extraction.Reading;

namespace Extraction.Benchmarks.Reading;

/// <summary>Our readers as a run uses them.</summary>
internal static class Ours
{
    private static readonly ReadLimits Limits = new();

    public static Contestant Pptx { get; } = new("ours", input => Characters(Read(new PptxReader(), input)));

    public static Contestant Docx { get; } = new("ours", input => Characters(Read(new DocxReader(), input)));

    /// <summary>The reader and the layout, which together do what a peer's word finder does.</summary>
    public static Contestant Pdf { get; } = new("ours, with layout", input =>
        new DocumentLayouts().For(SourceFormat.Pdf).Arrange(Read(new PdfReader(), input), new DiagnosticBag()).Text.Length);

    private static SourceDocument Read(IDocumentReader reader, Input input) =>
        reader.Read(new SourceFile(input.Path, "", input.Content), Limits, new DiagnosticBag(), CancellationToken.None);

    private static long Characters(SourceDocument document) => document.Pages.SelectMany(page => page.Elements).Sum(Characters);

    private static long Characters(SourceElement element) => element switch
    {
        SourceTextBox box => Characters(box.Paragraphs),
        SourceTable table => table.Cells.Sum(cell => Characters(cell.Paragraphs)),
        SourceChart chart => chart.Series.Sum(series => series.Values.Sum(value => (long)(value?.Length ?? 0))),
        _ => 0,
    };

    private static long Characters(IEnumerable<SourceParagraph> paragraphs) =>
        paragraphs.Sum(paragraph => paragraph.Runs.Sum(run => (long)run.Text.Length));
}
