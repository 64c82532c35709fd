using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pictures;

/// <summary>Finds the pictures of a Word document's body, with the page that the file records for them.</summary>
internal static class DocumentPictures
{
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName Embed = OoxmlNames.R + "embed";
    private static readonly XName Id = OoxmlNames.R + "id";

    /// <summary>In the file's order.</summary>
    public static IEnumerable<PlacedPicture> Of(OfficePackage package, PartSession session, SourceDocument document)
    {
        // to load a part a second time costs as much as the first time
        if (package.Main("word/document.xml") is not { } main || main.ByType("image").Count == 0) yield break;
        if (session.TryLoad(main, new Locator()) is not { } root) yield break;
        bool isRendered = root.Descendants(W + "lastRenderedPageBreak").Any();
        int page = 1;
        foreach (PartElement element in root.Descendants())
        {
            if (isRendered ? element.Name == W + "lastRenderedPageBreak" : element.Name == W + "br" && element.Attribute(W + "type") == "page") page++;
            string? relationship = element.Name == OoxmlNames.A + "blip" ? element.Attribute(Embed)
                : element.Name.LocalName == "imagedata" ? element.Attribute(Id) : null;
            if (relationship is not null && main.ById(relationship) is { } part)
                yield return new PlacedPicture(part, new Locator { Page = Math.Min(page, document.Pages[^1].Number), Part = main.Name }, PlacedPicture.Whole);
        }
    }
}
