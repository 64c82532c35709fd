using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Prints blocks as Markdown. What is no content stands in comments, so that the page shows what a reader of the document sees.</summary>
internal static partial class ReadMarkdown
{
    internal static void Write(TextWriter writer, Reading reading)
    {
        int page = 0;
        BlockRole? before = null;
        // a title of level 0 stands above headings of level 1
        int shift = reading.Text.Blocks.Any(block => block is { Role: BlockRole.Title, Level: 0 }) ? 1 : 0;
        foreach (ReadItem item in reading.Items())
        {
            if (item.Block.Page != page) writer.WriteLine(FormattableString.Invariant($"{(page == 0 ? "" : "\n")}<!-- page {page = item.Block.Page} -->"));
            // items of one list stand line by line
            if (item.Block.Role != BlockRole.ListItem || before != BlockRole.ListItem) writer.WriteLine();
            foreach (string line in item.IsTable ? Table(item, reading) : [Block(item.Block, reading.TextOf(item.Block), shift)]) writer.WriteLine(line);
            before = item.Block.Role;
        }
    }

    private static string Block(Block block, string text, int shift)
    {
        string line = Escaped(text).ReplaceLineEndings(" ");
        string label = block.Label is { } shown ? Escaped(shown) + " " : "";
        return block.Role switch
        {
            BlockRole.Title => "# " + label + line,
            BlockRole.Heading => new string('#', Math.Clamp(block.Level + shift, 1, 6)) + " " + label + line,
            BlockRole.ListItem => new string(' ', 2 * Math.Clamp(block.Level, 0, 12)) + "- " + label + line,
            BlockRole.Caption => $"*{line}*",
            BlockRole.Note => "> " + line,
            BlockRole.Comment or BlockRole.Furniture or BlockRole.Repeated =>
                $"<!-- {RoleNames.Of(block.Role)}: {text.ReplaceLineEndings(" ").Replace("--", "- -", StringComparison.Ordinal)} -->",
            _ => label + Opening().Replace(line, match => "\\" + match.Value),
        };
    }

    private static IEnumerable<string> Table(ReadItem item, Reading reading)
    {
        string[][] rows = item.Rows(block => Escaped(reading.TextOf(block)).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings("<br>"));
        for (int r = 0; r < rows.Length; r++)
        {
            yield return $"| {string.Join(" | ", rows[r].Select(cell => cell.ReplaceLineEndings("<br>")))} |";
            if (r == 0) yield return "|" + string.Concat(rows[r].Select(_ => "---|"));
        }
    }

    private static string Escaped(string text) => Signs().Replace(text, match => "\\" + match.Value);

    [GeneratedRegex(@"[\\`*_\[\]<>]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(?:#{1,6}(?=\s)|[-+](?=\s)|(?<=^\d{1,9})[.)](?=\s)|~~~)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
