using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Extraction.Ocr.Tests.Scans;

/// <summary>PDF files of one page that a picture fills, as scanners write them.</summary>
internal static class ScannedPage
{
    /// <summary>A page of 595 by 842 points.</summary>
    /// <param name="picture">The picture's dictionary entries: size, colours, filter.</param>
    /// <param name="data">Its coded pixels.</param>
    public static byte[] Of(string picture, byte[] data)
    {
        const string Content = "q 595 0 0 842 0 0 cm /I Do Q";
        byte[][] objects =
        [
            Bytes("<</Type/Catalog/Pages 2 0 R>>"),
            Bytes("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Bytes("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"),
            Bytes($"<</Length {Content.Length}>>stream\n{Content}\nendstream"),
            [.. Bytes($"<</Type/XObject/Subtype/Image{picture}/Length {data.Length}>>stream\n"), .. data, .. Bytes("\nendstream")],
        ];
        var pdf = new MemoryStream();
        pdf.Write("%PDF-1.5\n"u8);
        var table = new StringBuilder(Invariant($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        for (int index = 0; index < objects.Length; index++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Position:D10} 00000 n \n");
            pdf.Write([.. Bytes(Invariant($"{index + 1} 0 obj\n")), .. objects[index], .. Bytes("\nendobj\n")]);
        }
        table.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{pdf.Position}\n%%EOF\n");
        pdf.Write(Bytes(table.ToString()));
        return pdf.ToArray();
    }

    /// <summary>A JBIG2 stream as PDF embeds it: a page and one region, coded as a fax (ITU-T T.88, 7.4.6 and 7.4.8).</summary>
    public static byte[] Jbig2(int width, int height, byte[] fax)
    {
        byte[] size = [.. BigEndian(width), .. BigEndian(height)];
        byte[] page = [.. size, .. new byte[11]];
        byte[] region = [.. size, .. new byte[9], 1, .. fax];
        return [.. Segment(0, 48, page), .. Segment(1, 38, region)];
    }

    private static byte[] Segment(int number, byte type, byte[] data) => [.. BigEndian(number), type, 0, 1, .. BigEndian(data.Length), .. data];

    private static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
