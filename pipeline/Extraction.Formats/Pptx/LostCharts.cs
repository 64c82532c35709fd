using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>
/// The charts of a damaged presentation that nothing refers to any more: their data are still there, and what showed them is lost. In a whole
/// presentation such a chart is one that its author took out.
/// </summary>
internal sealed class LostCharts(OfficePackage package, PartSession session)
{
    /// <summary>The page, the presentation's last, with these charts behind what stands on it.</summary>
    public SourcePage AddedTo(SourcePage page)
    {
        if (!package.IsSalvaged && !session.HasRepaired) return page;
        foreach (PackageNode part in package.NamesIn("ppt/charts/chart").Where(IsChart).Select(package.Find).OfType<PackageNode>().Where(part => !session.IsLoaded(part)).ToArray())
        {
            var place = new Locator { Page = page.Number, Part = part.Name };
            session.Error("order-guessed", $"{part.Name}, to which no slide of the damaged file leads, was read behind the last slide.", place);
            page = page with { Elements = page.Elements.AddRange(new ChartReader(session).Read(part, place, SourceLayer.Content)) };
        }
        return page;
    }

    // chart3.xml, chartEx1.xml
    private static bool IsChart(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}
