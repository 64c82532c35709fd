namespace Extraction.Formats.Pdf;

/// <summary>A page, or the file's index, would cost more than the limits allow. Never leaves the reader.</summary>
internal sealed class PdfTooComplexException(string message) : Exception(message);
