using System.Globalization;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>What a chart's axes say about the series drawn along them: titles, display units, format codes.</summary>
internal sealed class ChartAxes
{
    private static readonly XNamespace C = OoxmlNames.C;
    private static readonly Dictionary<string, (double Size, string English, string Chinese)> Units = new(StringComparer.Ordinal)
    {
        ["hundreds"] = (1e2, "Hundreds", "百"),
        ["thousands"] = (1e3, "Thousands", "千"),
        ["tenThousands"] = (1e4, "x 10000", "万"),
        ["hundredThousands"] = (1e5, "x 100000", "十万"),
        ["millions"] = (1e6, "Millions", "百万"),
        ["tenMillions"] = (1e7, "x 10000000", "千万"),
        ["hundredMillions"] = (1e8, "x 100000000", "亿"),
        ["billions"] = (1e9, "Billions", "十亿"),
        ["trillions"] = (1e12, "Trillions", "兆"),
    };

    private readonly PartElement root;
    private readonly ChartTitles titles;
    private readonly Dictionary<string, PartElement> byId = new(StringComparer.Ordinal);

    public ChartAxes(PartElement root, ChartTitles titles)
    {
        (this.root, this.titles) = (root, titles);
        foreach (PartElement axis in root.Descendants(C + "plotArea").Elements().Where(e => e.Name.LocalName.EndsWith("Ax", StringComparison.Ordinal)))
            byId.TryAdd(IdOf(axis.Element(C + "axId")), axis);
    }

    /// <summary>Title of the axis with a plot's categories, or with the x values of a scatter chart.</summary>
    public string? CategoryTitle(PartElement plot) => titles.Claim(Category(plot)?.Element(C + "title"));

    /// <summary>Title and display unit of the axis with a plot's values, one after the other; null where it has neither.</summary>
    public string? ValueTitle(PartElement plot)
    {
        string?[] parts = [titles.Claim(Value(plot)?.Element(C + "title")), UnitLabel(Value(plot)?.Element(C + "dispUnits"))];
        string joined = string.Join(' ', parts.Where(part => part is not null));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>How the numbers of a series are shown.</summary>
    public ChartFormat FormatOf(PartElement plot, PartElement series)
    {
        string? label = OwnCode(series.Element(C + "dLbls")) ?? OwnCode(plot.Element(C + "dLbls"));
        PartElement? axis = Value(plot);
        string? code = OwnCode(axis);
        PartElement? units = axis?.Element(C + "dispUnits");
        double unit = Units.TryGetValue(units?.Element(C + "builtInUnit")?.Attribute("val") ?? "", out var known) ? known.Size
            : double.TryParse(units?.Element(C + "custUnit")?.Attribute("val"), NumberStyles.Float, CultureInfo.InvariantCulture, out double custom) && custom > 0 ? custom : 1;
        return new ChartFormat(label, code, unit);
    }

    private PartElement? Category(PartElement plot) => Of(plot).FirstOrDefault(axis => axis.Name != C + "valAx") ?? (IsScatter(plot) ? Of(plot).FirstOrDefault() : null);

    private PartElement? Value(PartElement plot) => Of(plot).Where(axis => axis.Name == C + "valAx").Skip(IsScatter(plot) ? 1 : 0).FirstOrDefault();

    private static bool IsScatter(PartElement plot) => plot.Name == C + "scatterChart" || plot.Name == C + "bubbleChart";

    private IEnumerable<PartElement> Of(PartElement plot) => plot.Elements(C + "axId").Select(id => byId.GetValueOrDefault(IdOf(id))).OfType<PartElement>();

    // a label without text of its own is written by the program in the chart's language
    private string? UnitLabel(PartElement? units)
    {
        if (units?.Element(C + "dispUnitsLbl") is not { } label) return null;
        if (titles.Claim(label) is { } written) return written;
        if (!Units.TryGetValue(units.Element(C + "builtInUnit")?.Attribute("val") ?? "", out var known)) return null;
        bool isChinese = (root.Element(C + "lang")?.Attribute("val"))?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
        return isChinese ? known.Chinese : known.English;
    }

    private static string? OwnCode(PartElement? owner)
    {
        PartElement? format = owner?.Element(C + "numFmt");
        string? code = format?.Attribute("formatCode");
        bool isOwn = format?.Attribute("sourceLinked") is "0" or "false";
        return isOwn && !string.Equals(code, "General", StringComparison.OrdinalIgnoreCase) ? code : null;
    }

    private static string IdOf(PartElement? id) => id?.Attribute("val") ?? "";
}
