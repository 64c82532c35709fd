using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Fuzz;

/// <summary>
/// The slide text that is in a presentation's bytes, whole or not, found without any of our readers: each local header of a slide is looked
/// for, what stands behind it is unpacked as far as the platform can, and the texts in it are taken by their tags.
/// </summary>
internal static partial class SlideText
{
    private static ReadOnlySpan<byte> LocalMark => "PK\u0003\u0004"u8;

    /// <summary>How often each character is there, blanks left out.</summary>
    internal static Dictionary<char, int> Of(byte[] file)
    {
        var slides = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (int at = file.AsSpan().IndexOf(LocalMark), next; at >= 0; at = next < 0 ? -1 : at + 4 + next)
        {
            next = file.AsSpan(at + 4).IndexOf(LocalMark);
            if (at + 30 > file.Length) break;
            int method = BitConverter.ToUInt16(file, at + 8), name = BitConverter.ToUInt16(file, at + 26), start = at + 30 + name + BitConverter.ToUInt16(file, at + 28);
            if (start > file.Length) break;
            Match slide = Slide().Match(Encoding.UTF8.GetString(file, at + 30, name));
            if (slide.Success && method is 0 or 8) slides[slide.Value] = Unpack(file, start, method == 8, next < 0 ? file.Length : at + 4 + next);
        }
        return Counts(slides.Values.SelectMany(xml => Text().Matches(xml)).Select(text => WebUtility.HtmlDecode(text.Groups[1].Value)));
    }

    /// <summary>How often each character is in texts, blanks left out.</summary>
    internal static Dictionary<char, int> Counts(IEnumerable<string> texts)
    {
        var counts = new Dictionary<char, int>();
        foreach (char c in texts.SelectMany(text => text))
            if (!char.IsWhiteSpace(c)) counts[c] = counts.GetValueOrDefault(c) + 1;
        return counts;
    }

    private static string Unpack(byte[] file, int start, bool isDeflated, int end)
    {
        if (!isDeflated) return Encoding.UTF8.GetString(file, start, end - start);
        var unpacked = new MemoryStream();
        byte[] buffer = new byte[256];
        try
        {
            using var stream = new DeflateStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
            for (int read; (read = stream.Read(buffer)) > 0;) unpacked.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // the rest is damaged or missing
        }
        return Encoding.UTF8.GetString(unpacked.GetBuffer(), 0, (int)unpacked.Length);
    }

    [GeneratedRegex("^ppt/slides/slide[0-9]+\\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex Slide();

    [GeneratedRegex("<a:t>([^<]*)</a:t>", RegexOptions.CultureInvariant)]
    private static partial Regex Text();
}
