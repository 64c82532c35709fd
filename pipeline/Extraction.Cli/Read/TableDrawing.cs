using System.Text;

namespace Extraction.Cli.Read;

/// <summary>Draws a table with aligned columns; a long cell is broken into lines, never cut.</summary>
internal static class TableDrawing
{
    private const int WidestCell = 36;

    /// <param name="rows">Texts by row and column.</param>
    /// <param name="headerRows">Rows above the rule.</param>
    internal static IEnumerable<string> Lines(string[][] rows, int headerRows)
    {
        string[][][] broken = [.. rows.Select(row => row.Select(Break).ToArray())];
        int columns = rows.Max(row => row.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(column => Math.Max(1, broken.Max(row => column < row.Length ? row[column].Max(TextWidth.Of) : 0)))];
        for (int r = 0; r < broken.Length; r++)
        {
            if (r == headerRows && r > 0) yield return "├" + string.Join('┼', widths.Select(width => new string('─', width + 2))) + "┤";
            for (int line = 0; line < broken[r].Max(cell => cell.Length); line++)
                yield return "│" + string.Join('│', broken[r].Select((cell, column) => " " + Padded(line < cell.Length ? cell[line] : "", widths[column]) + " ")) + "│";
        }
    }

    private static string Padded(string text, int width) => text + new string(' ', width - TextWidth.Of(text));

    private static string[] Break(string text)
    {
        var lines = new List<string>();
        foreach (string line in text.Split('\n')) lines.AddRange(BreakLine(line));
        return [.. lines];
    }

    // Escape sequences of colours take no width; a line inside colours would need them again, so such a line stays whole.
    private static IEnumerable<string> BreakLine(string line)
    {
        if (line.Contains('\u001b', StringComparison.Ordinal) || TextWidth.Of(line) <= WidestCell) return [line];
        var lines = new List<string>();
        var current = new StringBuilder();
        int width = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (width + TextWidth.Of(rune) > WidestCell)
            {
                int space = SpaceToBreakAt(current);
                lines.Add(current.ToString(0, space));
                current.Remove(0, space);
                width = TextWidth.Of(current.ToString());
            }

            current.Append(rune.ToString());
            width += TextWidth.Of(rune);
        }

        lines.Add(current.ToString());
        return lines;
    }

    // words stay whole where that costs less than half a line
    private static int SpaceToBreakAt(StringBuilder line)
    {
        for (int i = line.Length - 1; i > line.Length / 2; i--)
            if (line[i] == ' ') return i + 1;
        return line.Length;
    }
}
