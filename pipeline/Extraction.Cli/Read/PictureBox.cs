using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>What is drawn as one box: the blocks of one shape, or one block of a page that has no shapes.</summary>
/// <param name="Number">From 1, in reading order on its page.</param>
/// <param name="Box">Where it stands; null for notes and comments, which stand nowhere on the page.</param>
/// <param name="Role">The role of its first block.</param>
/// <param name="Lines">Its text, a line for a block or a row of a table.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="IsRecognized">Whether its text comes from a picture.</param>
internal sealed record PictureBox(int Number, Box? Box, BlockRole Role, ImmutableArray<string> Lines, ImmutableArray<Block> Blocks, bool IsRecognized)
{
    /// <summary>The boxes of a page in reading order.</summary>
    internal static ImmutableArray<PictureBox> Of(Reading reading, int page)
    {
        var boxes = ImmutableArray.CreateBuilder<PictureBox>();
        var group = new List<Block>();
        Box? place = null;
        foreach (Block block in reading.Text.Blocks.Where(block => block.Page == page))
        {
            Box? own = reading.PlaceOf(block).Box;
            if (group.Count > 0 && (own != place || block.Role != group[0].Role && block.Container != group[0].Container)) Close();
            place = own;
            group.Add(block);
        }

        if (group.Count > 0) Close();
        return boxes.ToImmutable();

        void Close()
        {
            bool isRecognized = reading.PlaceOf(group[0]).IsRecognized;
            boxes.Add(new PictureBox(boxes.Count + 1, place, group[0].Role, LinesOf(group, reading), [.. group], isRecognized));
            group.Clear();
        }
    }

    private static ImmutableArray<string> LinesOf(List<Block> blocks, Reading reading)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        (int Table, int Row)? row = null;
        foreach (Block block in blocks)
        {
            string text = (block.Label is { } label ? label + " " : block.Role == BlockRole.ListItem ? "• " : "") + reading.TextOf(block).ReplaceLineEndings(" ");
            if (block.Cell is { } cell && row == (cell.Table, cell.Row)) lines[^1] += " │ " + text;
            else lines.Add(text);
            row = block.Cell is { } last ? (last.Table, last.Row) : null;
        }

        return lines.ToImmutable();
    }
}
