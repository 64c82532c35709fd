using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>How roles are called in what the command writes.</summary>
internal static class RoleNames
{
    internal static string Of(BlockRole role) => role switch
    {
        BlockRole.ListItem => "list_item",
        _ => role.ToString().ToLowerInvariant(),
    };
}
