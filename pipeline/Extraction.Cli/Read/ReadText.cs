using Extraction.Cli.Run;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Prints blocks for people: a margin with number and role, the text indented by its level, tables drawn.</summary>
internal sealed class ReadText(TextWriter writer, Reading reading, Ink ink, bool showsEdits)
{
    private const int Margin = 20;
    private const int RuleLength = 72;
    private readonly EditMarks marks = new(reading.Text, ink);

    internal void Write()
    {
        int page = 0;
        foreach (ReadItem item in reading.Items())
        {
            if (item.Block.Page != page) WriteRule(page = item.Block.Page);
            if (item.IsTable) WriteTable(item);
            else WriteBlock(item.Block);
        }
    }

    private void WriteRule(int number)
    {
        SourcePage? page = reading.Document.Pages.FirstOrDefault(candidate => candidate.Number == number);
        string name = FormattableString.Invariant($"── page {number} ") + (page?.Section is { } section ? $"· {Printable.Of(section)} " : "") + (page?.Hidden == true ? "· hidden " : "");
        writer.WriteLine(ink.Accent(name + new string('─', Math.Max(3, RuleLength - TextWidth.Of(name)))));
    }

    private void WriteBlock(Block block)
    {
        string role = block.Role == BlockRole.Heading ? FormattableString.Invariant($"heading {block.Level}") : RoleNames.Of(block.Role);
        string mark = reading.PlaceOf(block).IsRecognized ? "~" : " ";
        string margin = FormattableString.Invariant($"{block.Index,5}{mark} {role}").PadRight(Margin);
        string indent = new(' ', 2 * Math.Clamp(block.Role == BlockRole.Heading ? block.Level - 1 : block.Level, 0, 12));
        string label = block.Label is { } shown ? Printable.Of(shown) + " " : block.Role == BlockRole.ListItem ? "• " : "";
        string[] lines = Shown(block).Split('\n');
        for (int i = 0; i < lines.Length; i++)
            writer.WriteLine(i == 0
                ? ink.Faint(margin) + indent + label + Weighted(block, lines[i])
                : new string(' ', Margin) + indent + new string(' ', TextWidth.Of(label)) + Weighted(block, lines[i]));
    }

    private void WriteTable(ReadItem item)
    {
        string size = item.Grid is { } grid ? FormattableString.Invariant($"{grid.Rows} × {grid.Columns}") : "";
        string kind = item.Grid?.Kind.ToString().ToLowerInvariant() ?? "table";
        writer.WriteLine(ink.Faint(FormattableString.Invariant($"{item.Block.Index,5}  {kind} {item.Block.Cell!.Table}").PadRight(Margin) + size));
        foreach (string line in TableDrawing.Lines(item.Rows(Shown), item.Grid?.HeaderRows ?? 0)) writer.WriteLine(new string(' ', Margin) + line);
    }

    private string Weighted(Block block, string line) => showsEdits ? line : block.Role switch
    {
        BlockRole.Title or BlockRole.Heading => ink.Strong(line),
        BlockRole.Furniture or BlockRole.Repeated => ink.Faint(line),
        _ => line,
    };

    private string Shown(Block block) => showsEdits ? marks.Of(block) : string.Join('\n', reading.TextOf(block).Replace('\t', ' ').Split('\n').Select(Printable.Of));
}
