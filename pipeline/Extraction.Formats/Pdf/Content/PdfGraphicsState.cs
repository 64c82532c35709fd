using Extraction.Formats.Pdf.Fonts;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What <c>q</c> saves and <c>Q</c> brings back, as far as text and paths need it.</summary>
internal record struct PdfGraphicsState(PdfMatrix Matrix)
{
    /// <summary>Rendering mode of text that leaves no ink.</summary>
    public const int Invisible = 3;

    public PdfFont? Font { get; set; }

    public double Size { get; set; }

    public double LetterSpacing { get; set; }

    public double WordSpacing { get; set; }

    /// <summary>Horizontal scale, 1 for none.</summary>
    public double Scale { get; set; } = 1;

    public double Leading { get; set; }

    public double Rise { get; set; }

    public int Mode { get; set; }
}
