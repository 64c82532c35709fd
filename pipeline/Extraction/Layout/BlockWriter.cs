using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Appends source paragraphs as blocks, each on a line of its own, with their runs' places.</summary>
public sealed class BlockWriter(RawTextBuilder text, OutlineBuilder outline)
{
    /// <summary>Appends one paragraph. The block's span leaves blank margins out; the text keeps them.</summary>
    /// <returns>The block's index, null where the paragraph is blank.</returns>
    public int? Write(SourceParagraph paragraph, BlockRole role, int level, int page, int container)
    {
        text.EndLine();
        return Add(text.Length, paragraph.Runs, run => run.Locator, new Block
        {
            Index = 0,
            Role = role,
            Level = level,
            Page = page,
            Container = container,
            Label = paragraph.Label,
            Span = default,
        });
    }

    /// <summary>Appends all paragraphs of a cell as one block, a line each.</summary>
    /// <returns>The block's index, null where the cell is blank.</returns>
    public int? WriteCell(IReadOnlyList<SourceParagraph> paragraphs, CellAddress address, int page, int container)
    {
        text.EndLine();
        int start = text.Length;
        var block = new Block { Index = 0, Role = BlockRole.Cell, Page = page, Container = container, Cell = address, Span = default };
        for (int i = 0; i < paragraphs.Count - 1; i++)
        {
            Append(paragraphs[i].Runs, Place);
            text.EndLine();
        }
        return paragraphs.Count == 0 ? null : Add(start, paragraphs[^1].Runs, Place, block, string.Concat(paragraphs.SkipLast(1).Select(WithLineEnd)));

        Locator Place(SourceRun run)
        {
            Locator own = run.Locator;
            bool isSame = own.Table == address.Table && own.Row == address.Row && own.Column == address.Column;
            return isSame ? own : own with { Table = address.Table, Row = address.Row, Column = address.Column };
        }
    }

    private static string WithLineEnd(SourceParagraph paragraph) =>
        paragraph.Text is { Length: > 0 } line && line[^1] != '\n' ? line + "\n" : paragraph.Text;

    private int? Add(int start, IReadOnlyList<SourceRun> runs, Func<SourceRun, Locator> place, Block block, string before = "")
    {
        Append(runs, place);
        string all = before.Length == 0 && runs.Count == 1 ? runs[0].Text : before + string.Concat(runs.Select(run => run.Text));
        int leading = all.Length - all.AsSpan().TrimStart().Length;
        int length = all.AsSpan().Trim().Length;
        return length == 0 ? null : outline.Add(block with { Index = text.Blocks.Count, Span = new TextSpan(start + leading, start + leading + length) });
    }

    private void Append(IReadOnlyList<SourceRun> runs, Func<SourceRun, Locator> place)
    {
        foreach (SourceRun run in runs) text.Append(run.Text, place(run));
    }
}
