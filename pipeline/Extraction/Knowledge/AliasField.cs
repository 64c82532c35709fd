using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Knowledge;

/// <summary>Reads the fields that lexicon tables share: <c>aliases</c> (<c>value|kind;value|kind</c>) and <c>context</c> (<c>name;name</c>).</summary>
internal static class AliasField
{
    private static readonly ImmutableArray<string> Kinds = ["short", "full", "english", "former", "typo"];

    public static IEnumerable<OrganizationAlias> Read(TsvTable table, TsvRow row)
    {
        foreach (string item in Split(table.Field(row, "aliases")))
        {
            int bar = item.LastIndexOf('|');
            string kind = item[(bar + 1)..];
            if (bar <= 0 || !Kinds.Contains(kind)) throw table.Error(row, $"the alias '{item}' is not value|kind with a kind of {string.Join(' ', Kinds)}");
            yield return new OrganizationAlias(item[..bar], kind);
        }
    }

    public static ImmutableHashSet<string> ReadContext(TsvTable table, TsvRow row) =>
        [.. Split(table.Field(row, "context")).Select(NameFolding.Key)];

    public static string[] Split(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
