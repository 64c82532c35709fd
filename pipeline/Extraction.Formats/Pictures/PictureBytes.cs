namespace Extraction.Formats.Pictures;

/// <summary>What the first bytes of a picture tell.</summary>
internal static class PictureBytes
{
    /// <summary>Whether the picture is made of pixels in a form that a recognizer decodes (PNG, JPEG, GIF, BMP, WebP); drawings (EMF, WMF, SVG) are not.</summary>
    public static bool AreDecodable(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("BM"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8));
}
