using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.ReadingMeasure;

/// <summary>What pdftotext and mutool agree on, character by character, and the contents of annotations, which both leave out.</summary>
internal static partial class PdfTruth
{
    // These draw their contents on the page, where both programs see them.
    private static readonly string[] Drawn = ["FreeText", "Widget", "Popup", "Stamp", "Link"];

    internal static async Task<Truth?> OfAsync(string path, CancellationToken cancellation)
    {
        string? poppler = await Tool.OutputAsync("pdftotext", ["-enc", "UTF-8", "-q", path, "-"], cancellation);
        string? mupdf = await Tool.OutputAsync("mutool", ["draw", "-q", "-F", "text", path], cancellation);
        if (poppler is null || mupdf is null) return null;
        (CharacterCounts first, CharacterCounts second) = (Count(poppler), Count(mupdf));
        CharacterCounts sure = first.With(second, Math.Min), possible = first.With(second, Math.Max), remarks = Count(await RemarksAsync(path, cancellation));
        sure.Add(remarks);
        possible.Add(remarks);
        return new Truth(sure, possible);
    }

    private static CharacterCounts Count(string text)
    {
        var counts = new CharacterCounts();
        counts.Add(text);
        return counts;
    }

    private static async Task<string> RemarksAsync(string path, CancellationToken cancellation)
    {
        // strings of an encrypted file are shown as they are stored
        string? trailer = await Tool.OutputAsync("mutool", ["show", "-g", path, "trailer"], cancellation);
        if (trailer is null || trailer.Contains("/Encrypt", StringComparison.Ordinal)) return "";
        string annotations = await Tool.OutputAsync("mutool", ["show", "-g", path, "pages/*/Annots/*"], cancellation) ?? "";
        IEnumerable<string> contents = annotations.Split('\n')
            .Where(line => !Drawn.Contains(Subtype().Match(line).Groups[1].Value))
            .Select(line => Contents().Match(line)).Where(match => match.Success)
            .Select(match => Decode(match.Groups["hex"].Success ? Convert.FromHexString(match.Groups["hex"].Value) : Unescape(match.Groups["text"].Value)));
        return string.Join('\n', contents);
    }

    private static byte[] Unescape(string text) => Encoding.Latin1.GetBytes(Escape().Replace(text, match => match.Groups[1].Value switch
    {
        "n" => "\n",
        "r" => "\r",
        "t" => "\t",
        "b" or "f" => " ",
        [>= '0' and <= '7', ..] octal => ((char)(Convert.ToInt32(octal, 8) & 0xFF)).ToString(CultureInfo.InvariantCulture),
        var other => other,
    }));

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var wide] => Encoding.BigEndianUnicode.GetString(wide),
        [0xEF, 0xBB, 0xBF, .. var narrow] => Encoding.UTF8.GetString(narrow),
        _ => Encoding.Latin1.GetString(bytes),
    };

    [GeneratedRegex(@"/Subtype\s*/(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Subtype();

    [GeneratedRegex(@"/Contents\s*(?:<(?<hex>[0-9A-Fa-f]*)>|\((?<text>(?:\\.|[^\\()])*)\))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Contents();

    [GeneratedRegex(@"\\([0-7]{1,3}|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
