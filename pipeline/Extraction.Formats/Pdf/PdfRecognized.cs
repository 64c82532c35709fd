using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.Pdf;

/// <summary>Text without ink: a program that recognized a scan has put it over the picture.</summary>
internal static class PdfRecognized
{
    /// <summary>The box, its places marked as recognized.</summary>
    public static SourceTextBox Marked(SourceTextBox box) => box with
    {
        Locator = box.Locator with { IsRecognized = true },
        Paragraphs = [.. box.Paragraphs.Select(paragraph => paragraph with { Runs = Marked(paragraph.Runs) })],
    };

    private static ImmutableArray<SourceRun> Marked(ImmutableArray<SourceRun> runs) =>
        [.. runs.Select(run => run with { Locator = run.Locator with { IsRecognized = true } })];
}
