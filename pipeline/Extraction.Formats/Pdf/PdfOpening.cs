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
    private const int IndexShare = 8;
    private const string Stage = "reading";

    /// <summary>What can be told without parsing.</summary>
    /// <exception cref="UnreadableDocumentException">Empty, too large or without a PDF header.</exception>
    public static void Check(ReadOnlySpan<byte> content, ReadLimits limits)
    {
        if (content.IsEmpty) throw new UnreadableDocumentException("pdf-empty", "The file has no bytes; fetch it again.");
        if (content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("pdf-too-large", $"The file is larger than {limits.MaxFileBytes} bytes; split it.");
        // writers and mail gateways put up to a kilobyte before the header, and readers accept it
        if (content[..Math.Min(content.Length, HeaderWindow)].IndexOf("%PDF-"u8) < 0)
            throw new UnreadableDocumentException("pdf-not-a-pdf", "The file has no PDF header in its first kilobyte; open it in a viewer and print it to a new PDF.");
        if (HasBoundlessWidths(content))
            throw new UnreadableDocumentException("pdf-damaged", "The file's cross-reference table has impossible field widths; print it to a new PDF.");
    }

    /// <summary>Opens the file with an empty password; where its index or page tree is damaged, with an index made anew.</summary>
    /// <exception cref="UnreadableDocumentException">Encrypted, damaged, or without pages.</exception>
    public static PdfOpened Open(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> content = file.Content.Span;
        PdfOpened? opened = TryOpen(PdfLengths.Mended(file.Content), limits, out Exception? error);
        if (opened is not { Tree: { Pages.Length: > 0, Missing: 0 } } && !MentionsEncryption(content, error)) opened = Repaired(content, opened, limits, diagnostics);
        if (opened is null) throw error is null ? new UnreadableDocumentException("pdf-without-pages", "The file has no pages; fetch it again.") : Unopened(content, error);
        if (opened.Tree.Pages.IsEmpty) throw new UnreadableDocumentException("pdf-without-pages", "The file has no pages; fetch it again.");
        if (opened.Tree.Missing > 0)
            diagnostics.Error("pdf-pages-missing", Stage, $"{opened.Tree.Missing} of the file's pages are not in it, or damaged; fetch it again.");
        if (!HasEnd(content)) diagnostics.Error("pdf-truncated", Stage, "The file ends too early; what is there was read. Fetch it again.");
        return opened;
    }

    /// <exception cref="UnreadableDocumentException">The file needs a password, or its index costs too much.</exception>
    private static PdfOpened? TryOpen(ReadOnlyMemory<byte> content, ReadLimits limits, out Exception? failure)
    {
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = limits.MaxDepth, FilterProvider = new PdfStreamLimits(limits) };
        failure = null;
        try
        {
            var pdf = PdfDocument.Open(content, options);
            var objects = new PdfObjects(pdf, limits);
            return new PdfOpened(pdf, objects, PdfPageTree.Of(objects, limits.MaxPages + 1));
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
            failure = error;
            return null;
        }
    }

    /// <summary>The file with a new index where that has more pages, else as it was opened.</summary>
    private static PdfOpened? Repaired(ReadOnlySpan<byte> content, PdfOpened? opened, ReadLimits limits, DiagnosticBag diagnostics)
    {
        if (PdfRebuild.Of(content, limits.MaxStreamBytes / IndexShare, out bool isGuess) is not { } rebuilt) return opened;
        PdfOpened? repaired = TryOpen(PdfLengths.Mended(rebuilt), limits, out _);
        if (repaired is null || repaired.Tree.Pages.Length <= (opened?.Tree.Pages.Length ?? 0))
        {
            repaired?.Dispose();
            return opened;
        }
        opened?.Dispose();
        if (isGuess) diagnostics.Error("pdf-pages-guessed", Stage, "The file's page tree is lost; the pages that were found are in the order of the file. Fetch it again.");
        else diagnostics.Warning("pdf-repaired", Stage, "The file's index is damaged and was made anew.");
        return repaired;
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
            return new UnreadableDocumentException("pdf-encrypted", "The file is encrypted in a way that cannot be undone; save a copy without encryption.", error);
        return HasEnd(content)
            ? new UnreadableDocumentException("pdf-damaged", "The file's structure is damaged; print it to a new PDF.", error)
            : new UnreadableDocumentException("pdf-truncated", "The file ends too early; fetch it again.", error);
    }

    private static bool HasEnd(ReadOnlySpan<byte> content)
    {
        // disks and mail fill files up
        content = content.TrimEnd("\0 \t\r\n"u8);
        ReadOnlySpan<byte> end = content[Math.Max(0, content.Length - TrailerWindow)..];
        return end.IndexOf("%%EOF"u8) >= 0 || end.IndexOf("startxref"u8) >= 0;
    }

    private static bool MentionsEncryption(ReadOnlySpan<byte> content, Exception? error) =>
        error is not null && content.IndexOf("/Encrypt"u8) >= 0
        && (error.ToString().Contains("ncrypt", StringComparison.Ordinal) || error is System.Security.Cryptography.CryptographicException);
}
