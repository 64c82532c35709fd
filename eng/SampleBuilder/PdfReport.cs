using System.Globalization;

namespace Extraction.SampleBuilder;

/// <summary>Lays a report out on A4 pages: headings, wrapped paragraphs, bullets, ruled tables that run on, a footer with the page's number.</summary>
/// <param name="footer">Text at the foot of every page.</param>
/// <param name="isTakenForRadicals">True where text extraction is to be told radicals, as printing from browsers does.</param>
public sealed class PdfReport(string footer, bool isTakenForRadicals = false)
{
    private const double Left = 72, Right = 523, Top = 72, Bottom = 770, Size = 11, Pitch = 17, Padding = 5.4;
    private readonly PdfWriter writer = new() { Substitutions = isTakenForRadicals ? Radicals.ByCharacter : new Dictionary<char, string>() };
    private PdfWriterPage? page;
    private int pages;
    private double y;

    /// <summary>Adds a heading: level 0 is the title of the document.</summary>
    public PdfReport Heading(int level, string text)
    {
        double size = level switch { 0 => 20, 1 => 16, _ => 13 };
        Room(size * 3);
        y += size * 0.6;
        foreach (string line in TextWrapping.Lines(text, (Right - Left) / size)) Draw(line, Left, size, size * 1.4);
        y += size * 0.4;
        return this;
    }

    /// <summary>Adds a paragraph, wrapped wherever a line is full.</summary>
    public PdfReport Text(string text) => Wrapped(text, Left, "");

    /// <summary>Adds an item of a list.</summary>
    public PdfReport Bullet(string text) => Wrapped(text, Left + 16, "•");

    /// <summary>Adds a table whose first row is its header, drawn again on each page that it runs on to. An empty cell in the first column continues the one above.</summary>
    /// <param name="shares">Widths of the columns, relative to each other.</param>
    /// <param name="rows">From the top.</param>
    public PdfReport Table(int[] shares, params string[][] rows)
    {
        double[] edges = Edges(shares);
        Room(Pitch * 4);
        y += 6;
        foreach (string[] row in rows)
        {
            string[][] cells = [.. row.Select((text, column) => TextWrapping.Lines(text, (edges[column + 1] - edges[column] - (2 * Padding)) / Size).ToArray())];
            double height = (cells.Max(lines => lines.Length) * Pitch) + 4;
            if (y + height > Bottom)
            {
                Page.Line(Left, y, Right, y);
                Turn();
                if (row != rows[0]) DrawRow(rows[0].Select(text => new[] { text }).ToArray(), edges, Pitch + 4);
            }
            DrawRow(cells, edges, height);
        }
        Page.Line(Left, y, Right, y);
        y += 10;
        return this;
    }

    /// <summary>Begins a new page.</summary>
    public PdfReport Turn()
    {
        page = writer.AddPage();
        pages++;
        page.Text(footer, Left, 800, 9).Text(string.Create(CultureInfo.InvariantCulture, $"{pages}"), Right - 10, 800, 9);
        y = Top;
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Build() => writer.Build();

    private PdfWriterPage Page => page ?? throw new InvalidOperationException("Nothing was drawn yet.");

    private static double[] Edges(int[] shares)
    {
        double unit = (Right - Left) / shares.Sum();
        return [.. Enumerable.Range(0, shares.Length + 1).Select(column => Left + (unit * shares.Take(column).Sum()))];
    }

    private PdfReport Wrapped(string text, double left, string mark)
    {
        Room(Pitch);
        if (mark.Length > 0) Page.Text(mark, Left, y, Size);
        foreach (string line in TextWrapping.Lines(text, (Right - left) / Size)) Draw(line, left, Size, Pitch);
        y += 5;
        return this;
    }

    private void Draw(string line, double left, double size, double pitch)
    {
        Room(pitch);
        Page.Text(line, left, y, size);
        y += pitch;
    }

    private void DrawRow(string[][] cells, double[] edges, double height)
    {
        bool continues = cells[0] is [""] or [];
        Page.Line(continues ? edges[1] : Left, y, Right, y);
        foreach (double edge in edges) Page.Line(edge, y, edge, y + height);
        for (int column = 0; column < cells.Length; column++)
            for (int line = 0; line < cells[column].Length; line++)
                if (cells[column][line].Length > 0) Page.Text(cells[column][line], edges[column] + Padding, y + 4 + (line * Pitch), Size);
        y += height;
    }

    private void Room(double height)
    {
        if (page is null || y + height > Bottom) Turn();
    }
}
