using Extraction.Reading;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What drawing a page has cost. A form can draw other forms any number of times, so that a few lines stand for more operations
/// than there is time for.</summary>
internal sealed class PdfPageBudget(ReadLimits limits)
{
    private long calls;
    private long bytes;
    private long text;

    /// <summary>Counts a form or page content that is about to be drawn.</summary>
    /// <exception cref="PdfTooComplexException">Too many, too deep or too long.</exception>
    public void Draw(int length, int depth)
    {
        bytes += length;
        Refuse(depth > limits.MaxFormDepth, $"forms inside of forms deeper than {limits.MaxFormDepth}");
        Refuse(++calls > limits.MaxFormsPerPage, $"more than {limits.MaxFormsPerPage} drawn forms");
        Refuse(bytes > limits.MaxContentBytesPerPage, $"more than {limits.MaxContentBytesPerPage} bytes of drawing instructions");
    }

    /// <summary>Counts bytes that become letters.</summary>
    /// <exception cref="PdfTooComplexException">Too many.</exception>
    public void Show(int length)
    {
        text += length;
        Refuse(text > limits.MaxTextBytesPerPage, $"more than {limits.MaxTextBytesPerPage} bytes of text");
    }

    private static void Refuse(bool crossed, string what)
    {
        if (crossed) throw new PdfTooComplexException($"The page has {what}.");
    }
}
