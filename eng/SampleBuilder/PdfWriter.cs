using System.Globalization;
using System.Text;

namespace Extraction.SampleBuilder;

/// <summary>
/// Writes small PDF files with Chinese text, the same bytes for the same calls. The font (STSong-Light, UniGB-UCS2-H) is named, not
/// embedded: viewers put in one of their own. A ToUnicode table says what each code means, and can be made to say something else
/// than what is drawn, as printing from browsers does with radicals.
/// </summary>
public sealed class PdfWriter
{
    private readonly List<PdfWriterPage> pages = [];

    /// <summary>Title in the file's properties, null for none.</summary>
    public string? Title { get; init; }

    /// <summary>What text extraction is told instead of the drawn character, e.g. 飞 to ⻜; characters that are missing mean themselves.</summary>
    public IReadOnlyDictionary<char, string> Substitutions { get; init; } = new Dictionary<char, string>();

    /// <summary>Adds a page.</summary>
    /// <param name="width">In points.</param>
    /// <param name="height">In points.</param>
    /// <param name="rotation">Clockwise turn at display: 0, 90, 180 or 270. Drawing is in the unturned page's coordinates.</param>
    public PdfWriterPage AddPage(double width = 595, double height = 842, int rotation = 0)
    {
        var page = new PdfWriterPage(width, height, rotation);
        pages.Add(page);
        return page;
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        // 1 catalog, 2 page tree, 3 font, 4 its descendant, 5 descriptor, 6 ToUnicode, 7 properties, then two for each page
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{8 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
                + " /FontDescriptor 5 0 R /DW 1000 /W [1 [500] 2 95 500 814 939 500] >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120"
                + " /CapHeight 880 /StemV 93 >>",
            Stream(ToUnicode()),
            Title is null ? "<< >>" : $"<< /Title <FEFF{Hex(Title)}> >>",
        ];
        for (int i = 0; i < pages.Count; i++)
        {
            objects.Add(pages[i].Dictionary(9 + (2 * i)));
            objects.Add(Stream(pages[i].Content));
        }
        return File(objects);
    }

    /// <summary>UTF-16 code units as hexadecimal digits.</summary>
    internal static string Hex(string text) => string.Concat(text.Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));

    /// <summary>A number as PDF writes it.</summary>
    internal static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] File(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private string ToUnicode()
    {
        List<char> used = [.. pages.SelectMany(page => page.Characters).Distinct().Order()];
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS)"
            + " /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (char[] part in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (char drawn in part)
                map.Append(CultureInfo.InvariantCulture, $"<{Hex(drawn.ToString())}> <{Hex(Substitutions.GetValueOrDefault(drawn) ?? drawn.ToString())}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend").ToString();
    }
}
