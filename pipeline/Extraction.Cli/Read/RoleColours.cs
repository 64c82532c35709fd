using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>The colour of each role in pictures.</summary>
internal static class RoleColours
{
    internal static string Of(BlockRole role) => role switch
    {
        BlockRole.Title => "#c2334d",
        BlockRole.Heading => "#d98324",
        BlockRole.Paragraph => "#2574a9",
        BlockRole.ListItem => "#2e8b57",
        BlockRole.Cell => "#7453a6",
        BlockRole.Caption => "#1f8a8a",
        BlockRole.Note => "#8a6d3b",
        BlockRole.Comment => "#b0487e",
        _ => "#7c8894",
    };
}
