using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Pictures;

/// <summary>Takes places in a picture to places on the page.</summary>
internal static class BoxMap
{
    /// <summary>For a picture that fills a box of the page.</summary>
    public static Func<Box, Box> Of(RecognizedPicture picture, Box box)
    {
        double right = box.Width / picture.Width, down = box.Height / picture.Height;
        return place => new Box(box.Left + (place.Left * right), box.Top + (place.Top * down), box.Left + (place.Right * right), box.Top + (place.Bottom * down));
    }
}
