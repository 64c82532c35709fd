using System.Text;
using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Makes blocks of the lines that no table took: titles, headings, list items, captions, paragraphs. A wrapped one is one block.</summary>
internal sealed class TextFlow(TextPage page, WrapWidth wrap, bool hasTitle)
{
    private const int GapBetweenBoxes = 2;
    private const int WidestTitle = 80;

    // a bracket that has been open for longer was never closed
    private const int LongestBracket = 1000;

    private readonly StringBuilder text = new();

    private bool titlePending = hasTitle;
    private int container;
    private DraftBlock? open;
    private int last = -1;

    /// <param name="restarts">Lines behind which the page starts anew.</param>
    internal void Take(IReadOnlySet<int> restarts)
    {
        for (int i = 0; i < page.Lines.Count; i++)
        {
            if (restarts.Contains(i)) titlePending = true;
            if (page.Taken[i]) Close();
            if (!page.IsFree(i)) continue;
            if (!GoesOn(i)) Start(i);
            last = i;
        }
        Close();
    }

    private void Close()
    {
        if (open is not null) open.Text = text.ToString();
        open = null;
    }

    private bool GoesOn(int i)
    {
        if (open is null || StartsBlock(page.Lines[i])) return false;
        int tail = Math.Min(text.Length, LongestBracket);
        if (!wrap.Continues(text.ToString(text.Length - tail, tail), page.Lines[last], page.Lines[i], page.GapBefore(i), open.Role == BlockRole.ListItem)) return false;
        open.Span = open.Span.Union(page.Lines[i].Span);
        text.Append(page.Lines[i].Body);
        return true;
    }

    private static bool StartsBlock(TextLine line) => LineForms.MarkerKind(line.Body) is not null || LineForms.IsPeriod(line.Body)
        || LineForms.IsCaption(line.Body) || LineForms.HeadingLevel(line.Body) > 0;

    private void Start(int i)
    {
        TextLine line = page.Lines[i];
        Close();
        if (container == 0 || page.GapBefore(i) >= GapBetweenBoxes) container = page.NewContainer();
        BlockRole role = RoleOf(line);
        if (titlePending && role != BlockRole.Furniture) titlePending = false;
        if (role == BlockRole.Paragraph && line.Text.TrimEnd().Contains('\t', StringComparison.Ordinal)) Columns(line);
        else open = Opened(role, line, page.GapBefore(i));
        page.Taken[i] = true;
    }

    private DraftBlock Opened(BlockRole role, TextLine line, int gap)
    {
        DraftBlock block = Add(role, TextPiece.Of(line), line, gap);
        text.Clear().Append(block.Text);
        return block;
    }

    private BlockRole RoleOf(TextLine line)
    {
        if (LineForms.IsCaption(line.Body)) return BlockRole.Caption;
        if (LineForms.IsOrdinals(line.Body) && !LineForms.IsPeriod(line.Body)) return BlockRole.Furniture;
        if (LineForms.HeadingLevel(line.Body) > 0) return BlockRole.Heading;
        if (LineForms.MarkerKind(line.Body) is not null) return BlockRole.ListItem;
        if (titlePending && line.Width <= WidestTitle && !line.Body.EndsWith('。')) return BlockRole.Title;
        return LineForms.IsPeriod(line.Body) ? BlockRole.Heading : BlockRole.Paragraph;
    }

    private void Columns(TextLine line)
    {
        foreach (TextPiece piece in line.Pieces().Where(piece => piece.Text.Length > 0)) Add(BlockRole.Paragraph, piece, line, 0);
    }

    private DraftBlock Add(BlockRole role, TextPiece piece, TextLine line, int gap)
    {
        var block = new DraftBlock
        {
            Role = role,
            Span = piece.Span,
            Text = piece.Text,
            Page = page.Number,
            Container = container,
            Gap = gap,
            Indent = line.Indent,
            Marker = role == BlockRole.ListItem ? LineForms.MarkerKind(piece.Text) : null,
            IsPeriod = role == BlockRole.Heading && LineForms.IsPeriod(piece.Text),
            NumberedLevel = role == BlockRole.Heading ? LineForms.HeadingLevel(piece.Text) : 0,
        };
        page.Blocks.Add(block);
        return block;
    }
}
