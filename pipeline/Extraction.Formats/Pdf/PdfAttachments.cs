using Extraction.Diagnostics;

namespace Extraction.Formats.Pdf;

/// <summary>Files that a file carries: they are documents of their own and not read with it.</summary>
internal static class PdfAttachments
{
    private const int Most = 100;

    public static void Report(PdfObjects objects, DiagnosticBag diagnostics)
    {
        try
        {
            foreach (string name in new PdfNames(objects).Attachments().Take(Most))
                diagnostics.Warning("pdf-attachment", "reading", $"The attached file {PdfText.Clean(name).Trim()} was not read; save it and read it by itself.");
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            diagnostics.Warning("pdf-attachment", "reading", "The list of attached files is damaged.");
        }
    }
}
