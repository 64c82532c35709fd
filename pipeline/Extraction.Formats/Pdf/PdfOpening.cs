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

    /// <summary>What can be told without parsing.</summary>
    /// <exception cref="UnreadableDocumentException">Empty, too large or without a PDF header.</exception>
    public static void Check(ReadOnlySpan<byte> content, ReadLimits limits)
    {
        if (content.IsEmpty) throw new UnreadableDocumentException("pdf-empty", "The file has no bytes.");
        if (content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("pdf-too-large", $"The file is larger than {limits.MaxFileBytes} bytes.");
        // writers and mail gateways put up to a kilobyte before the header, and readers accept it
        if (content[..Math.Min(content.Length, HeaderWindow)].IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException("pdf-not-a-pdf", "The file has no PDF header; check its extension.");
    }

    /// <summary>Opens the file with an empty password.</summary>
    /// <exception cref="UnreadableDocumentException">Encrypted, truncated or damaged.</exception>
    public static PdfDocument Open(SourceFile file, ReadLimits limits)
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = limits.MaxDepth };
        try
        {
            return PdfDocument.Open(file.Content, options);
        }
        catch (PdfDocumentEncryptedException error)
        {
            throw new UnreadableDocumentException("pdf-encrypted", "The file needs a password; save a copy without one.", error);
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
