using System.Globalization;
using System.Net;
using System.Text;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Draws a page as it was read: each block's box, coloured by role and numbered in reading order, with lines from one to the next.</summary>
internal static class PagePicture
{
    private const double LegendHeight = 28;

    private static readonly (BlockRole Role, string Colour)[] Colours =
    [
        (BlockRole.Title, "#c0392b"), (BlockRole.Heading, "#d35400"), (BlockRole.Paragraph, "#2471a3"), (BlockRole.ListItem, "#117a65"), (BlockRole.Cell, "#7d3c98"),
        (BlockRole.Caption, "#9a7d0a"), (BlockRole.Note, "#5d6d7e"), (BlockRole.Comment, "#a04000"), (BlockRole.Furniture, "#99a3a4"), (BlockRole.Repeated, "#b2babb"),
    ];

    /// <summary>The page as SVG.</summary>
    /// <exception cref="UsageException">The format has no boxes.</exception>
    internal static string Draw(NormalizedText text, int number)
    {
        SourcePage page = text.Raw.Document.Pages[number - 1];
        (Block Block, Box Box)[] placed = [.. text.Blocks.Where(block => block.Page == number)
            .Select(block => (block, text.Locate(block.Span).Locator.Box)).Where(pair => pair.Box is not null).Select(pair => (pair.block, pair.Box!.Value))];
        if (page.Width is not { } width || page.Height is not { } height || placed.Length == 0)
            throw new UsageException($"Page {number} has no boxes to draw: only slides and PDF pages have places on a page.");
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.##} {height + LegendHeight:0.##}\" font-family=\"sans-serif\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(text.Raw.Document.File.Source)}, {number}</title>\n<rect width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"#fff\" stroke=\"#444\"/>\n");
        DrawPath(svg, placed);
        for (int i = 0; i < placed.Length; i++) DrawBox(svg, text.TextOf(placed[i].Block), placed[i].Block.Role, placed[i].Box, i + 1);
        DrawLegend(svg, placed, height);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawPath(StringBuilder svg, (Block Block, Box Box)[] placed)
    {
        IEnumerable<string> points = placed.Where(pair => pair.Block.Role is not BlockRole.Furniture)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Box.Left + 4:0.##},{pair.Box.Top + 4:0.##}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#f39c12\" stroke-width=\"1\" opacity=\"0.7\"/>\n");
    }

    private static void DrawBox(StringBuilder svg, string text, BlockRole role, Box box, int number)
    {
        string colour = ColourOf(role);
        double size = Math.Clamp(Math.Min(box.Height * 0.7, box.Width / Math.Max(1, text.Length) * 1.3), 3, 24);
        int shown = (int)Math.Max(1, box.Width / size * 1.2);
        string line = text.Length > shown ? text[..(char.IsHighSurrogate(text[shown - 1]) ? shown - 1 : shown)] + "…" : text;
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{box.Left:0.##}\" y=\"{box.Top:0.##}\" width=\"{box.Width:0.##}\" height=\"{box.Height:0.##}\" fill=\"{colour}\" fill-opacity=\"0.08\" stroke=\"{colour}\" stroke-width=\"0.8\"><title>{Escaped(text)}</title></rect>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{box.Left + 9:0.##}\" y=\"{box.Top + (box.Height + size * 0.7) / 2:0.##}\" font-size=\"{size:0.##}\" fill=\"#222\">{Escaped(line)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{box.Left + 4:0.##}\" cy=\"{box.Top + 4:0.##}\" r=\"4.5\" fill=\"{colour}\"/><text x=\"{box.Left + 4:0.##}\" y=\"{box.Top + 6:0.##}\" font-size=\"5\" text-anchor=\"middle\" fill=\"#fff\">{number}</text>\n");
    }

    private static void DrawLegend(StringBuilder svg, (Block Block, Box Box)[] placed, double height)
    {
        double x = 6;
        foreach ((BlockRole role, string colour) in Colours.Where(entry => placed.Any(pair => pair.Block.Role == entry.Role)))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{height + 9:0.##}\" width=\"9\" height=\"9\" fill=\"{colour}\"/><text x=\"{x + 13:0.##}\" y=\"{height + 17:0.##}\" font-size=\"9\" fill=\"#222\">{role.ToString().ToLowerInvariant()}</text>\n");
            x += 70;
        }
    }

    private static string ColourOf(BlockRole role) => Array.Find(Colours, entry => entry.Role == role).Colour;

    private static string Escaped(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(sign => sign >= ' ' && !char.IsSurrogate(sign))));
}
