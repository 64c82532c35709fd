using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>A line of a text file.</summary>
/// <param name="Index">Position in the file's lines, from 0.</param>
/// <param name="Start">Where <paramref name="Text"/> starts in the raw text.</param>
/// <param name="Text">The line without its line end and without a form feed at its head.</param>
/// <param name="StartsPage">Whether a page starts with it.</param>
internal sealed record TextLine(int Index, int Start, string Text, bool StartsPage)
{
    /// <summary>Without white space around it.</summary>
    internal string Body => Text.Trim();

    /// <summary>Whether nothing is on it.</summary>
    internal bool IsBlank => Body.Length == 0;

    /// <summary>Whether it starts with a tab: a cell, possibly an empty one.</summary>
    internal bool IsTabbed => Text.StartsWith('\t');

    /// <summary>Columns of white space before the body; a tab counts as four, an ideographic space as two.</summary>
    internal int Indent => Text.TakeWhile(char.IsWhiteSpace).Sum(c => c switch { '\t' => 4, '\u3000' => 2, _ => 1 });

    /// <summary>The body's place in the raw text.</summary>
    internal TextSpan Span
    {
        get
        {
            int start = Start + Text.Length - Text.TrimStart().Length;
            return IsBlank ? new TextSpan(Start, Start) : new TextSpan(start, start + Body.Length);
        }
    }

    /// <summary>Width of the body in half-width columns.</summary>
    internal int Width => WidthOf(Body);

    /// <summary>Width in half-width columns: a Chinese character takes two.</summary>
    internal static int WidthOf(string text) => text.Sum(c => c >= '\u2E80' && c is < '\uFF61' or > '\uFFDC' ? 2 : 1);

    /// <summary>The pieces of the line that tabs (or two and more blanks) separate, trimmed, with their places; empty ones between two tabs are kept.</summary>
    internal IReadOnlyList<TextPiece> Pieces(bool atBlanks = false)
    {
        var pieces = new List<TextPiece>();
        int from = 0;
        string text = Text.TrimEnd();
        int head = text.Length - text.TrimStart(' ').Length;
        for (int i = head; i <= text.Length; i++)
        {
            bool blanks = atBlanks && i + 1 < text.Length && text[i] is ' ' && text[i + 1] is ' ';
            if (i < text.Length && text[i] != '\t' && !blanks) continue;
            pieces.Add(TextPiece.Of(Start + from, text[from..i]));
            if (blanks) while (i + 1 < text.Length && text[i + 1] == ' ') i++;
            from = i + 1;
        }
        return pieces;
    }
}

/// <summary>A piece of a line, trimmed.</summary>
/// <param name="Span">In the raw text.</param>
/// <param name="Text">Its characters.</param>
internal sealed record TextPiece(TextSpan Span, string Text)
{
    internal static TextPiece Of(int start, string untrimmed)
    {
        string text = untrimmed.Trim();
        int lead = text.Length == 0 ? 0 : untrimmed.Length - untrimmed.TrimStart().Length;
        return new TextPiece(new TextSpan(start + lead, start + lead + text.Length), text);
    }

    /// <summary>The whole body of a line.</summary>
    internal static TextPiece Of(TextLine line) => new(line.Span, line.Body);
}
