using System.Globalization;
using System.Text;
using Extraction.Cli.Run;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Prints blocks for people: a line each, with page, role and depth; cells with their address.</summary>
internal static class BlockPrinter
{
    private const string Removed = "\u001b[9;31m";
    private const string Added = "\u001b[32m";
    private const string Plain = "\u001b[0m";

    internal static void Write(TextWriter writer, NormalizedText text, int? page, bool showsEdits)
    {
        int current = 0;
        foreach (Block block in text.Blocks.Where(block => page is null || block.Page == page))
        {
            if (block.Page != current) writer.WriteLine($"── {(current = block.Page).ToString(CultureInfo.InvariantCulture)} ──");
            string content = showsEdits ? Edited(text, block) : Printable.Of(text.TextOf(block));
            writer.WriteLine($"{RoleOf(block),-14}{new string(' ', 2 * Math.Min(block.Level, 8))}{(block.Label is { } label ? label + " " : "")}{content}");
        }
    }

    private static string RoleOf(Block block) => block.Cell is { } cell
        ? string.Create(CultureInfo.InvariantCulture, $"cell {cell.Table}:{cell.Row},{cell.Column}")
        : block.Role.ToString().ToLowerInvariant();

    private static string Edited(NormalizedText text, Block block)
    {
        var line = new StringBuilder();
        int at = block.Span.Start;
        foreach (TextEdit edit in text.Map.Edits.Where(edit => edit.Text.Start >= block.Span.Start && edit.Text.End <= block.Span.End))
        {
            line.Append(Printable.Of(text.Text[at..edit.Text.Start]));
            if (edit.Raw.Length > 0) line.Append(Removed).Append(Printable.Of(edit.Raw.Of(text.Raw.Text))).Append(Plain);
            if (edit.Text.Length > 0) line.Append(Added).Append(Printable.Of(edit.Text.Of(text.Text))).Append(Plain);
            at = edit.Text.End;
        }
        return line.Append(Printable.Of(text.Text[at..block.Span.End])).ToString();
    }
}
