using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Writes the repaired text as Markdown; furniture, repetitions and comments are left out.</summary>
internal static class BlockMarkdown
{
    internal static void Write(TextWriter writer, NormalizedText text, int? page)
    {
        int table = 0;
        foreach (Block block in text.Blocks.Where(block => block.IsContent && (page is null || block.Page == page)))
        {
            if (block.Cell is not { } cell) writer.WriteLine($"{Line(text, block)}\n");
            else if (cell.Table != table) WriteTable(writer, text, table = cell.Table);
        }
    }

    private static string Line(NormalizedText text, Block block)
    {
        string content = (block.Label is { } label ? label + " " : "") + text.TextOf(block);
        return block.Role switch
        {
            BlockRole.Title => "# " + content,
            BlockRole.Heading => new string('#', Math.Clamp(block.Level + 1, 2, 6)) + " " + content,
            BlockRole.ListItem => new string(' ', 2 * Math.Min(block.Level, 8)) + "- " + content,
            BlockRole.Caption => $"*{content}*",
            BlockRole.Note => "> " + content,
            _ => content,
        };
    }

    private static void WriteTable(TextWriter writer, NormalizedText text, int number)
    {
        TableGrid grid = text.Tables.First(table => table.Number == number);
        ILookup<(int Row, int Column), Block> cells = text.Blocks.Where(block => block.Cell?.Table == number).ToLookup(block => (block.Cell!.Row, block.Cell.Column));
        for (int row = 1; row <= grid.Rows; row++)
        {
            writer.WriteLine("| " + string.Join(" | ", Enumerable.Range(1, grid.Columns).Select(column => string.Join(' ', cells[(row, column)].Select(text.TextOf)).Replace("|", "\\|", StringComparison.Ordinal))) + " |");
            if (row == 1) writer.WriteLine("|" + string.Concat(Enumerable.Repeat(" --- |", grid.Columns)));
        }
        writer.WriteLine();
    }
}
