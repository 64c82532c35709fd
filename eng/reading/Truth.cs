using System.Text;

namespace Extraction.ReadingMeasure;

/// <summary>What a file holds by other accounts than ours.</summary>
/// <param name="Sure">Characters that are there for certain: we must have them.</param>
/// <param name="Possible">Characters that may be there: what we have beyond them is suspicious. Null where nobody can say.</param>
internal sealed record Truth(CharacterCounts Sure, CharacterCounts? Possible)
{
    /// <summary>The truth about a file; null where nobody else can read it.</summary>
    internal static async Task<Truth?> OfAsync(MeasuredFile file, CancellationToken cancellation) => file.Kind switch
    {
        FileKind.Pdf => await PdfTruth.OfAsync(file.Path, cancellation),
        FileKind.Pptx or FileKind.Docx => OfficeTruth.Of(File.OpenRead(file.Path)),
        FileKind.Text => OfText(File.ReadAllBytes(file.Path)),
        _ => null,
    };

    private static Truth? OfText(byte[] bytes)
    {
        try
        {
            var counts = new CharacterCounts();
            counts.Add(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
            return new Truth(counts, counts);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
