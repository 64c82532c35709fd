using Extraction.Formats.Pdf.Content;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>The part of a page that is shown, turned as it is shown.</summary>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Matrix">From the page's own space to points from its lower left corner.</param>
internal sealed record PdfSheet(double Width, double Height, PdfMatrix Matrix)
{
    private const int HighestTree = 64;

    // 200 inches are the most that viewers show; a factor of ten is left for those that count otherwise
    private const double Largest = 144_000;

    private static readonly Bounds Letter = new(0, 0, 612, 792);

    /// <summary>The page's sheet; one without a usable box is of Letter size.</summary>
    public static PdfSheet Of(PdfObjects objects, PdfPageSource page)
    {
        Bounds media = BoundsOf(objects, page.Dictionary, "MediaBox") ?? Letter;
        Bounds shown = BoundsOf(objects, page.Dictionary, "CropBox") is { } crop && crop.Within(media) is { } part ? part : media;
        int turns = (((int)(Inherited(objects, page.Dictionary, "Rotate", objects.Number) ?? 0) / 90 % 4) + 4) % 4;
        double unit = objects.Number(page.Dictionary, "UserUnit") is > 0 and <= 1000 and { } own ? own : 1;
        (double width, double height) = (shown.Right - shown.Left, shown.Top - shown.Bottom);
        PdfMatrix turn = turns switch
        {
            1 => new PdfMatrix(0, -1, 1, 0, 0, width),
            2 => new PdfMatrix(-1, 0, 0, -1, width, height),
            3 => new PdfMatrix(0, 1, -1, 0, height, 0),
            _ => PdfMatrix.Identity,
        };
        PdfMatrix matrix = new PdfMatrix(1, 0, 0, 1, -shown.Left, -shown.Bottom).Then(turn).Then(new PdfMatrix(unit, 0, 0, unit, 0, 0));
        return turns % 2 == 0 ? new PdfSheet(width * unit, height * unit, matrix) : new PdfSheet(height * unit, width * unit, matrix);
    }

    private static Bounds? BoundsOf(PdfObjects objects, DictionaryToken page, string key) =>
        Inherited(objects, page, key, (node, name) => objects.Numbers(node, name) is [var a, var b, var c, var d] ? Bounds.Of(a, b, c, d) : null);

    /// <summary>The page's own entry, else that of the page tree above it.</summary>
    private static T? Inherited<T>(PdfObjects objects, DictionaryToken page, string key, Func<DictionaryToken, string, T?> read) where T : struct
    {
        DictionaryToken? node = page;
        for (int i = 0; i < HighestTree && node is not null; i++, node = objects.Dictionary(node, "Parent"))
            if (read(node, key) is { } value) return value;
        return null;
    }

    private readonly record struct Bounds(double Left, double Bottom, double Right, double Top)
    {
        public static Bounds? Of(double a, double b, double c, double d)
        {
            var bounds = new Bounds(Math.Min(a, c), Math.Min(b, d), Math.Max(a, c), Math.Max(b, d));
            bool isPaper = bounds.Right - bounds.Left is > 0 and <= Largest && bounds.Top - bounds.Bottom is > 0 and <= Largest;
            return isPaper && Math.Abs(a) + Math.Abs(b) < 100 * Largest ? bounds : null;
        }

        public Bounds? Within(Bounds other) =>
            Of(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top)) is { } common
            && common.Left < Math.Min(Right, other.Right) && Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top
                ? common : null;
    }
}
