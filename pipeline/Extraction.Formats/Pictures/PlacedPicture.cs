using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>A picture of a package and where it is shown.</summary>
/// <param name="Part">Holds its bytes.</param>
/// <param name="Place">Page, part, shape and box.</param>
/// <param name="Shown">The part of the picture that is shown, as shares of its sides from 0 to 1; the rest is cut off.</param>
internal sealed record PlacedPicture(PackageNode Part, Locator Place, Box Shown)
{
    /// <summary>Nothing is cut off.</summary>
    public static Box Whole { get; } = new(0, 0, 1, 1);

    /// <summary>Whether the middle of a box in pixels is shown.</summary>
    public bool Shows(RecognizedPicture picture, Box box)
    {
        (double x, double y) = ((box.Left + box.Right) / 2 / picture.Width, (box.Top + box.Bottom) / 2 / picture.Height);
        return x >= Shown.Left && x <= Shown.Right && y >= Shown.Top && y <= Shown.Bottom;
    }

    /// <summary>Takes boxes in pixels to the page; null where the picture has no box there.</summary>
    public Func<Box, Box>? Map(RecognizedPicture picture)
    {
        if (Place.Box is not { } box || Shown.Width <= 0 || Shown.Height <= 0) return null;
        (double width, double height) = (box.Width / Shown.Width, box.Height / Shown.Height);
        (double left, double top) = (box.Left - (Shown.Left * width), box.Top - (Shown.Top * height));
        return BoxMap.Of(picture, new Box(left, top, left + width, top + height));
    }
}
