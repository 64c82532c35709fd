using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>The workbook behind one chart, opened when the chart's own cache lacks something.</summary>
internal sealed class ChartWorkbook(WorkbookCache workbooks, PackageNode chart, PartElement root, Locator place)
{
    /// <summary>The cells behind a formula, the innermost line first; empty where there is no workbook inside the file, or no such cells.</summary>
    public IReadOnlyList<ImmutableArray<SheetCell?>> Lines(string formula)
    {
        PartElement? data = root.Descendants().FirstOrDefault(e => e.Name.LocalName == "externalData");
        string? id = data?.Attribute(OoxmlNames.R + "id");
        // a workbook outside the file is not the file's text
        if (id is null || chart.ExternalTarget(id) is not null) return [];
        return workbooks.Of(chart, id, place)?.Lines(formula) ?? [];
    }
}
