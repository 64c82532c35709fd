using System.IO.Compression;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>
/// Looks at a package before any library does: is it a ZIP at all, is it whole, and what does it cost unpacked?
/// Sizes are counted by inflating, because the sizes that a ZIP declares can lie.
/// </summary>
internal static class PackageGuard
{
    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The package as a stream, or throws with <c>{format}-</c> and one of: <c>too-large</c>, <c>empty</c>, <c>encrypted</c>, <c>legacy-binary</c>,
    /// <c>wrong-type</c>, <c>truncated</c>, <c>too-many-entries</c>, <c>unpacks-too-large</c>, <c>suspicious-ratio</c>, <c>damaged</c>.</summary>
    /// <exception cref="UnreadableDocumentException">The package must not be opened.</exception>
    public static MemoryStream Open(SourceFile file, string format, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        ReadOnlySpan<byte> bytes = file.Content.Span;
        if (bytes.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException(format + "-too-large", $"The file has {bytes.Length} bytes; {limits.MaxFileBytes} are allowed.");
        CheckSignature(bytes, format);
        try
        {
            using var zip = new ZipArchive(ContentStream.Open(file), ZipArchiveMode.Read);
            CheckEntries(zip, format, limits, cancellation);
            return DuplicateEntries.Has(zip) ? DuplicateEntries.Without(zip, format, diagnostics) : ContentStream.Open(file);
        }
        catch (InvalidDataException failure)
        {
            throw new UnreadableDocumentException(
                format + "-truncated", "The ZIP directory or an entry is missing or broken: the file was cut off or damaged. Fetch it again.", failure);
        }
    }

    private static void CheckSignature(ReadOnlySpan<byte> bytes, string format)
    {
        if (bytes.IsEmpty) throw new UnreadableDocumentException(format + "-empty", "The file has no bytes.");
        if (bytes.StartsWith(Ole2))
        {
            throw HasUtf16(bytes, "EncryptedPackage")
                ? new UnreadableDocumentException(format + "-encrypted", "The file is protected by a password. Save it without one.")
                : new UnreadableDocumentException(format + "-legacy-binary", "The file is an old binary Office file. Save it as Open XML.");
        }
        if (bytes.Length < 4 || bytes[0] != (byte)'P' || bytes[1] != (byte)'K')
            throw new UnreadableDocumentException(format + "-wrong-type", "The file is not a ZIP package, so it is no Open XML document.");
    }

    private static bool HasUtf16(ReadOnlySpan<byte> bytes, string name) =>
        bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(name)) >= 0;

    private static void CheckEntries(ZipArchive zip, string format, ReadLimits limits, CancellationToken cancellation)
    {
        if (zip.Entries.Count == 0) throw new UnreadableDocumentException(format + "-wrong-type", "The package has no entries.");
        if (zip.Entries.Count > limits.MaxEntries)
            throw new UnreadableDocumentException(format + "-too-many-entries", $"The package has {zip.Entries.Count} entries; {limits.MaxEntries} are allowed.");
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            if (entry.IsEncrypted) throw new UnreadableDocumentException(format + "-encrypted", "Entries of the package are encrypted.");
            total = Inflate(entry, total, buffer, format, limits, cancellation);
        }
    }

    private static long Inflate(ZipArchiveEntry entry, long total, byte[] buffer, string format, ReadLimits limits, CancellationToken cancellation)
    {
        using Stream stream = entry.Open();
        long own = 0;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            own += read;
            total += read;
            if (total > limits.MaxUnpackedBytes)
                throw new UnreadableDocumentException(format + "-unpacks-too-large", $"The package unpacks to more than {limits.MaxUnpackedBytes} bytes.");
            if (own > limits.RatioCheckedFromBytes && own / Math.Max(1, entry.CompressedLength) >= limits.MaxCompressionRatio)
                throw new UnreadableDocumentException(
                    format + "-suspicious-ratio", $"An entry unpacks to more than {limits.MaxCompressionRatio} times its packed size.");
        }
        return total;
    }
}
