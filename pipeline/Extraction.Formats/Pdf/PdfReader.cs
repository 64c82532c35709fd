using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pdf;

/// <summary>
/// Reads PDF: letters between ruling lines become tables, the others lines, and lines boxes; annotations and form fields become boxes of their own.
/// Positions are in points from the page's top left corner, the page's rotation applied.
/// </summary>
/// <remarks>
/// Codes of failures and losses are those of docs/diagnostics.md that begin with <c>pdf-</c>. A hostile file can still make the parser loop or overflow even this stack:
/// whoever reads files of unknown origin does so in a child process.
/// </remarks>
public sealed class PdfReader : IDocumentReader
{
    private const string Stage = "reading";
    private const int StackBytes = 256 << 20;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        PdfOpening.Check(file.Content.Span, limits);
        return OnLargeStack(() => ReadPages(file, limits, diagnostics, cancellation));
    }

    private static SourceDocument ReadPages(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        using PdfOpened pdf = PdfOpening.Open(file, limits, diagnostics);
        ImmutableArray<PdfPageSource> sources = pdf.Tree.Pages;
        if (sources.Length > limits.MaxPages)
            diagnostics.Error("pdf-pages-over-limit", Stage, $"Only the first {limits.MaxPages} pages were read.");
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        var drawing = new PdfPageDrawing(pdf.Objects, limits);
        int failed = 0;
        for (int number = 1; number <= Math.Min(sources.Length, limits.MaxPages); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryReadPage(drawing, sources[number - 1], number, diagnostics) is { } page) pages.Add(page);
            else
            {
                failed++;
                pages.Add(new SourcePage(number, null, null, []));
            }
        }
        if (failed == pages.Count) throw new UnreadableDocumentException("pdf-all-pages-failed", "No page of the file can be read, for the reasons that its pages name; print it to a new PDF.");
        PdfAttachments.Report(pdf.Objects, diagnostics);
        return new SourceDocument(file, SourceFormat.Pdf, PdfOpening.Title(pdf.Document), pages.ToImmutable())
        {
            Outline = new PdfOutline(pdf.Objects, PdfOutline.NumbersOf(sources)).Read(),
        };
    }

    /// <summary>One page, null when the library could not read it. Bad files make the library throw almost any exception type.</summary>
    private static SourcePage? TryReadPage(PdfPageDrawing drawing, PdfPageSource source, int number, DiagnosticBag diagnostics)
    {
        try
        {
            return PdfPageReader.Read(drawing, source, number, diagnostics);
        }
        catch (PdfTooComplexException error)
        {
            diagnostics.Error("pdf-page-too-complex", Stage, error.Message + " Print the file to a new PDF.", new Locator { Page = number });
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            diagnostics.Error("pdf-page-failed", Stage, $"The page cannot be read: {error.GetType().Name}.", new Locator { Page = number });
            return null;
        }
    }

    /// <summary>Runs on a thread whose stack lets deeply nested files fail as exceptions instead of ending the process.</summary>
    private static T OnLargeStack<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception error)
                {
                    failure = ExceptionDispatchInfo.Capture(error);
                }
            },
            StackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
