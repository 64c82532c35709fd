using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Extraction.Formats.Pdf;

/// <summary>Opens a file and says in our own terms why it cannot be opened.</summary>
internal static class PdfOpening
{
    private const int HeaderWindow = 1024;
    private const int TrailerWindow = 2048;
    private const int WidthsWindow = 128;

    /// <summary>What can be told without parsing.</summary>
    /// <exception cref="UnreadableDocumentException">Empty, too large or without a PDF header.</exception>
    public static void Check(ReadOnlySpan<byte> content, ReadLimits limits)
    {
        if (content.IsEmpty) throw new UnreadableDocumentException("pdf-empty", "The file has no bytes.");
        if (content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("pdf-too-large", $"The file is larger than {limits.MaxFileBytes} bytes.");
        // writers and mail gateways put up to a kilobyte before the header, and readers accept it
        if (content[..Math.Min(content.Length, HeaderWindow)].IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException("pdf-not-a-pdf", "The file has no PDF header in its first kilobyte; open it in a viewer and print it to a new PDF.");
        if (HasBoundlessWidths(content))
            throw new UnreadableDocumentException("pdf-damaged", "The file's cross-reference table has impossible field widths.");
    }

    /// <summary>Opens the file with an empty password.</summary>
    /// <exception cref="UnreadableDocumentException">Encrypted, truncated or damaged.</exception>
    public static PdfDocument Open(SourceFile file, ReadLimits limits)
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = limits.MaxDepth, FilterProvider = new PdfStreamLimits(limits) };
        try
        {
            return PdfDocument.Open(file.Content, options);
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new UnreadableDocumentException("pdf-encrypted", "The file needs a password; save a copy without one.", error);
        }
        catch (PdfTooComplexException error)
        {
            throw new UnreadableDocumentException("pdf-too-complex", error.Message + " Print the file to a new PDF.", error);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw Unopened(file.Content.Span, error);
        }
    }

    /// <summary>The number of pages, 1 or more.</summary>
    /// <exception cref="UnreadableDocumentException">There are none, or the page tree is damaged.</exception>
    public static int CountPages(PdfDocument pdf)
    {
        try
        {
            if (pdf.NumberOfPages > 0) return pdf.NumberOfPages;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new UnreadableDocumentException("pdf-damaged", "The file's page tree is damaged.", error);
        }
        throw new UnreadableDocumentException("pdf-without-pages", "The file has no pages.");
    }

    /// <summary>Title from the file's properties, null where there is none or it is damaged: no text of a page depends on it.</summary>
    public static string? Title(PdfDocument pdf)
    {
        try
        {
            string? title = pdf.Information.Title;
            return string.IsNullOrWhiteSpace(title) ? null : PdfText.Clean(title).Trim();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Whether a <c>/W</c> array holds a number of eight or more digits. The parser reserves as many bytes of stack as the
    /// cross-reference stream's widths say, which would end the process; no width of a font or field is that large.</summary>
    private static bool HasBoundlessWidths(ReadOnlySpan<byte> content)
    {
        for (int at = content.IndexOf("/W"u8); at >= 0; at = content.IndexOf("/W"u8))
        {
            content = content[(at + 2)..];
            ReadOnlySpan<byte> array = content.TrimStart(" \r\n\t"u8);
            if (array.IsEmpty || array[0] != (byte)'[') continue;
            int digits = 0;
            foreach (byte each in array[1..Math.Min(array.Length, WidthsWindow)])
            {
                digits = each is >= (byte)'0' and <= (byte)'9' ? digits + 1 : 0;
                if (digits >= 8) return true;
                if (each == (byte)']') break;
            }
        }
        return false;
    }

    private static UnreadableDocumentException Unopened(ReadOnlySpan<byte> content, Exception error)
    {
        if (MentionsEncryption(content, error))
            return new UnreadableDocumentException("pdf-encrypted", "The file is encrypted in a way that cannot be undone.", error);
        bool hasEnd = content[Math.Max(0, content.Length - TrailerWindow)..].IndexOf("%%EOF"u8) >= 0;
        return hasEnd
            ? new UnreadableDocumentException("pdf-damaged", "The file's structure is damaged; print it to a new PDF.", error)
            : new UnreadableDocumentException("pdf-truncated", "The file ends too early; fetch it again.", error);
    }

    private static bool MentionsEncryption(ReadOnlySpan<byte> content, Exception error) =>
        content.IndexOf("/Encrypt"u8) >= 0
        && (error.ToString().Contains("ncrypt", StringComparison.Ordinal) || error is System.Security.Cryptography.CryptographicException);
}
