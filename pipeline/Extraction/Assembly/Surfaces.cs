using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>How a text names an organization.</summary>
internal static class Surfaces
{
    /// <summary>The first name that a statement gives an organization; null where it is the canonical one, or the statement names it not.</summary>
    internal static string? Of(Statement statement, string name) =>
        statement.All<OrganizationMention>().FirstOrDefault(mention => mention.Name == name) is { } found ? Unless(name, statement.TextOf(found.Span)) : null;

    /// <summary>A surface form; null where it is the canonical name.</summary>
    internal static string? Unless(string name, string surface) => surface == name ? null : surface;
}
