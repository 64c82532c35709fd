using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Extraction.Formats.Tests.Pdf;

/// <summary>Files of numbered objects, the first of which is the catalog; none of them needs a font.</summary>
internal static class HostilePdf
{
    /// <summary>A file with one page for each content; the objects behind <paramref name="extra"/> are numbered from 3 + 2 × pages on.</summary>
    public static byte[] Of(string[] contents, string resources, params string[] extra)
    {
        int pages = contents.Length;
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(i => $"{3 + (2 * i)} 0 R"))}] >>",
        ];
        for (int i = 0; i < pages; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << {resources} >> /Contents {4 + (2 * i)} 0 R >>");
            objects.Add(Stream("", contents[i]));
        }
        return File([.. objects, .. extra]);
    }

    public static string Stream(string entries, string content) => $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    public static string Form(string resources, string content) =>
        Stream($"/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Resources << {resources} >>", content);

    /// <summary>A packed stream of zeros.</summary>
    public static string Packed(string entries, int zeros)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] blanks = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= blanks.Length) zlib.Write(blanks, 0, Math.Min(left, blanks.Length));
        }
        return Stream(entries + " /Filter /FlateDecode", Encoding.Latin1.GetString(memory.ToArray()));
    }

    private static byte[] File(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
