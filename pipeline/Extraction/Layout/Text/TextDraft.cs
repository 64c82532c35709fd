using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>A block while the layout is still thinking; it becomes a <see cref="Block"/> at the end.</summary>
internal sealed class DraftBlock
{
    internal required BlockRole Role { get; set; }
    internal required TextSpan Span { get; set; }
    internal required int Page { get; init; }
    internal required string Text { get; set; }
    internal int Container { get; init; }

    /// <summary>Blank lines directly before it.</summary>
    internal int Gap { get; init; }
    internal int Indent { get; init; }
    internal string? Marker { get; init; }
    internal int Level { get; set; }

    /// <summary>Level of its number (第一章 1, 一、 2, （一） 3), 0 without one.</summary>
    internal int NumberedLevel { get; set; }
    internal bool IsPeriod { get; init; }
    internal DraftBlock? Parent { get; set; }
    internal DraftTable? Table { get; init; }
    internal CellAddress? Cell { get; init; }

    /// <summary>A line of its own, not a sentence, not a list item.</summary>
    internal bool IsShort => Marker is null && TextLine.WidthOf(Text) <= 60 && !LineForms.EndsSentence(Text);
}

/// <summary>A grid while the layout is still thinking.</summary>
internal sealed class DraftTable
{
    internal required TableKind Kind { get; init; }
    internal required int Page { get; init; }
    internal int Rows { get; set; }
    internal int Columns { get; set; }
    internal int HeaderRows { get; init; }
    internal DraftBlock? Caption { get; set; }
    internal List<DraftBlock> Cells { get; } = [];

    /// <summary>Adds a cell with text; an empty one has no block.</summary>
    internal DraftBlock? Add(TextPiece piece, int row, int column, int container, int rowSpan = 1, int? page = null, bool isHeader = false)
    {
        Rows = Math.Max(Rows, row + rowSpan - 1);
        Columns = Math.Max(Columns, column);
        if (piece.Text.Length == 0) return null;
        var cell = new DraftBlock
        {
            Role = BlockRole.Cell,
            Span = piece.Span,
            Text = piece.Text,
            Page = page ?? Page,
            Container = container,
            Table = this,
            Cell = new CellAddress(1, row, column, rowSpan, 1, isHeader),
        };
        Cells.Add(cell);
        return cell;
    }
}

/// <summary>The lines of one page and what has been made of them so far.</summary>
internal sealed class TextPage(int number, List<TextLine> lines)
{
    private int containers;

    internal int Number { get; } = number;
    internal List<TextLine> Lines { get; } = lines;

    /// <summary>Which lines a parser has made blocks of.</summary>
    internal bool[] Taken { get; } = new bool[lines.Count];
    internal List<DraftBlock> Blocks { get; } = [];
    internal List<DraftTable> Tables { get; } = [];

    /// <summary>A container that no other block of the page has; <see cref="TextLayout"/> makes it unique in the document.</summary>
    internal int NewContainer() => ++containers;

    /// <summary>Whether a line is there for the next parser.</summary>
    internal bool IsFree(int index) => index >= 0 && index < Lines.Count && !Taken[index] && !Lines[index].IsBlank;

    /// <summary>Blank lines directly before a line.</summary>
    internal int GapBefore(int index)
    {
        int gap = 0;
        while (index - gap - 1 >= 0 && Lines[index - gap - 1].IsBlank) gap++;
        return gap;
    }

    /// <summary>Takes over a finished grid.</summary>
    internal void Add(DraftTable table)
    {
        Tables.Add(table);
        Blocks.AddRange(table.Cells);
    }

    /// <summary>Adds a block over lines <paramref name="first"/> to <paramref name="last"/>.</summary>
    internal DraftBlock Add(BlockRole role, int first, int last, int container)
    {
        for (int i = first; i <= last; i++) Taken[i] = true;
        var block = new DraftBlock
        {
            Role = role,
            Page = Number,
            Container = container,
            Span = Lines[first].Span.Union(Lines[last].Span),
            Text = string.Concat(Lines.Skip(first).Take(last - first + 1).Select(line => line.Body)),
        };
        Blocks.Add(block);
        return block;
    }
}
