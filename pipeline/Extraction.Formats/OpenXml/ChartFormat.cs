namespace Extraction.Formats.OpenXml;

/// <summary>How a chart shows its numbers.</summary>
/// <param name="LabelCode">Format code of the data labels, which wins over the data's own; null where they have none.</param>
/// <param name="AxisCode">Format code of the axis, which holds where the data have none; null where it has none of its own.</param>
/// <param name="Unit">What the axis divides its numbers by; 1 for nothing.</param>
internal sealed record ChartFormat(string? LabelCode, string? AxisCode, double Unit)
{
    /// <summary>Numbers as the cached data format them.</summary>
    public static ChartFormat Cached { get; } = new(null, null, 1);

    /// <summary>The value as a person reads it in the chart; the text itself where it is no number.</summary>
    public string Show(string value, string? dataCode)
    {
        if (dataCode == "@") return value;
        bool hasOwn = !string.IsNullOrEmpty(dataCode) && !dataCode.Equals("General", StringComparison.OrdinalIgnoreCase);
        string? code = LabelCode ?? (hasOwn ? dataCode : AxisCode);
        string scaled = Unit != 1 && NumberFormat.Parse(value) is { } number ? NumberFormat.Plain(number / Unit) : value;
        return NumberFormat.Apply(scaled, code);
    }
}
