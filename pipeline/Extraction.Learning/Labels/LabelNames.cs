using System.Collections.Immutable;
using System.Text.Json;
using Extraction.Documents;

namespace Extraction.Learning.Labels;

/// <summary>The labels by the names that label files use: <c>open_source</c> is <see cref="StatementLabel.OpenSource"/>.</summary>
public static class LabelNames
{
    /// <summary>All names, in the order of the enumeration; a model's scores stand in this order.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetNames<StatementLabel>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>The name of a label.</summary>
    public static string Of(StatementLabel label) => All[(int)label];

    /// <summary>The label of a name, null where there is none.</summary>
    public static StatementLabel? Find(string name) => All.IndexOf(name) is >= 0 and int index ? (StatementLabel)index : null;
}
