using Extraction.Diagnostics;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>Tells from the first bytes why a file can be no Open XML package.</summary>
internal static class PackageSignature
{
    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <exception cref="UnreadableDocumentException"><c>{format}-</c> and <c>too-large</c>, <c>empty</c>, <c>encrypted</c>, <c>legacy-binary</c> or <c>wrong-type</c>.</exception>
    public static void Check(ReadOnlySpan<byte> bytes, string format, ReadLimits limits)
    {
        if (bytes.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException(format + "-too-large", $"The file has {bytes.Length} bytes; {limits.MaxFileBytes} are allowed.");
        if (bytes.IsEmpty) throw new UnreadableDocumentException(format + "-empty", "The file has no bytes.");
        if (bytes.StartsWith(Ole2))
        {
            throw bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new UnreadableDocumentException(format + "-encrypted", "The file is protected by a password. Save it without one.")
                : new UnreadableDocumentException(format + "-legacy-binary", "The file is an old binary Office file. Save it as Open XML.");
        }
        if (bytes.IndexOf("PK\u0003\u0004"u8) < 0)
            throw new UnreadableDocumentException(format + "-wrong-type", "The file is not a ZIP package, so it is no Open XML document.");
    }
}
