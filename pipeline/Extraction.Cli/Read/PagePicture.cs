using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>Draws a page as it was read: each box in its place with its text, its number in reading order, and an arrow to the next.</summary>
internal sealed class PagePicture
{
    private const double Edge = 24;
    private const double TitleHeight = 44;
    private const double LegendHeight = 30;
    private const double Padding = 3;
    private const double NoteSize = 9;
    private const string Ink = "#22303c";
    private readonly XmlWriter svg;
    private readonly SourcePage page;
    private readonly ImmutableArray<PictureBox> boxes;
    private readonly Box canvas;

    private PagePicture(XmlWriter svg, SourcePage page, ImmutableArray<PictureBox> boxes)
    {
        (this.svg, this.page, this.boxes) = (svg, page, boxes);
        canvas = Canvas(page, boxes);
    }

    /// <summary>The picture as SVG.</summary>
    internal static string Draw(Reading reading, SourcePage page)
    {
        var text = new StringBuilder();
        using (XmlWriter svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" }))
            new PagePicture(svg, page, PictureBox.Of(reading, page.Number)).Write(reading);
        return text.Append('\n').ToString();
    }

    private void Write(Reading reading)
    {
        ImmutableArray<string> beside = Beside();
        double width = canvas.Width + (2 * Edge), below = canvas.Bottom + Edge + LegendHeight;
        double height = TitleHeight + canvas.Height + Edge + LegendHeight + (beside.Length * NoteSize * FittedText.LineHeight) + (Edge / 2);
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("viewBox", $"{N(canvas.Left - Edge)} {N(canvas.Top - TitleHeight)} {N(width)} {N(height)}"), ("width", N(width)), ("height", N(height)));
        svg.WriteAttributeString("font-family", "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif");
        WriteArrowHead();
        Shape("rect", ("x", N(canvas.Left - Edge)), ("y", N(canvas.Top - TitleHeight)), ("width", N(width)), ("height", N(height)), ("fill", "#eef1f4"));
        WriteTitle(reading);
        Shape("rect", ("x", "0"), ("y", "0"), ("width", N(page.Width!.Value)), ("height", N(page.Height!.Value)), ("fill", "#ffffff"), ("stroke", "#b8c2cc"), ("stroke-width", "0.75"));
        foreach (PictureBox box in boxes.Where(box => box.Box is not null)) WriteBox(box, box.Box!.Value);
        WriteArrows();
        foreach (PictureBox box in boxes.Where(box => box.Box is not null)) WriteNumber(box, box.Box!.Value);
        WriteLegend(canvas.Bottom + (Edge * 0.9));
        for (int i = 0; i < beside.Length; i++) WriteText(canvas.Left, below + (i * NoteSize * FittedText.LineHeight), NoteSize, Ink, beside[i]);
        svg.WriteEndElement();
    }

    private void WriteTitle(Reading reading)
    {
        string name = FormattableString.Invariant($"{reading.Document.File.Source}, page {page.Number} of {reading.Document.Pages.Length}");
        string more = (page.Section is { } section ? $" · {section}" : "") + (page.Hidden ? " · hidden" : "");
        WriteText(canvas.Left, canvas.Top - 25, 12, Ink, name + more, ("font-weight", "700"));
        string count = FormattableString.Invariant($"{boxes.Length} boxes in reading order, {boxes.Sum(box => box.Blocks.Length)} blocks, {page.Width:0.#} × {page.Height:0.#} pt");
        WriteText(canvas.Left, canvas.Top - 11, 8.5, "#5b6b79", count);
    }

    private void WriteBox(PictureBox box, Box place)
    {
        svg.WriteStartElement("g");
        svg.WriteElementString("title", Clean(FormattableString.Invariant($"{box.Number} · {RoleNames.Of(box.Role)} · block {box.Blocks[0].Index}")
            + (box.Blocks.Length > 1 ? FormattableString.Invariant($"–{box.Blocks[^1].Index}") : "") + "\n" + string.Join('\n', box.Lines)));
        string colour = RoleColours.Of(box.Role);
        bool isDashed = box.IsRecognized || !box.Blocks[0].IsContent;
        Shape("rect", ("x", N(place.Left)), ("y", N(place.Top)), ("width", N(place.Width)), ("height", N(place.Height)), ("rx", "1.5"), ("fill", colour),
            ("fill-opacity", "0.13"), ("stroke", colour), ("stroke-width", "0.9"), ("stroke-dasharray", isDashed ? "3 2" : "none"));
        double padding = Math.Min(Padding, place.Height * 0.1);
        FittedText text = FittedText.Into(box.Lines, Math.Max(1, place.Width - (2 * padding)), Math.Max(1, place.Height - padding));
        for (int i = 0; i < text.Lines.Length; i++)
            WriteText(place.Left + padding, place.Top + (text.Size * (1 + (i * FittedText.LineHeight))) + (padding / 2), text.Size, Ink, text.Lines[i]);
        svg.WriteEndElement();
    }

    private void WriteArrows()
    {
        Box[] placed = [.. boxes.Select(box => box.Box).OfType<Box>()];
        for (int i = 1; i < placed.Length; i++)
        {
            (double startX, double startY) = Rim(placed[i - 1], placed[i]);
            (double endX, double endY) = Rim(placed[i], placed[i - 1]);
            // bent a little to the right of its way, so that there and back do not lie on each other
            (double bendX, double bendY) = (((startX + endX) / 2) - ((endY - startY) * 0.08), ((startY + endY) / 2) + ((endX - startX) * 0.08));
            Shape("path", ("d", $"M{N(startX)} {N(startY)}Q{N(bendX)} {N(bendY)} {N(endX)} {N(endY)}"), ("fill", "none"), ("stroke", "#e4572e"),
                ("stroke-width", "0.9"), ("stroke-opacity", "0.75"), ("marker-end", "url(#head)"));
        }
    }

    // Where the way from one box's middle to the other's leaves the first; its middle where one lies in the other.
    private static (double X, double Y) Rim(Box from, Box to)
    {
        (double x, double y) = ((from.Left + from.Right) / 2, (from.Top + from.Bottom) / 2);
        (double dx, double dy) = (((to.Left + to.Right) / 2) - x, ((to.Top + to.Bottom) / 2) - y);
        double reach = Math.Min(dx == 0 ? 1 : from.Width / 2 / Math.Abs(dx), dy == 0 ? 1 : from.Height / 2 / Math.Abs(dy));
        return reach >= 1 ? (x, y) : (x + (dx * reach), y + (dy * reach));
    }

    private void WriteNumber(PictureBox box, Box place)
    {
        string number = box.Number.ToString(CultureInfo.InvariantCulture);
        // beside its box, so that it covers no text
        double height = Math.Clamp(place.Height, 6, 10), width = height * (0.5 + (0.4 * number.Length));
        double left = Math.Max(canvas.Left - Edge, place.Left - width);
        Shape("rect", ("x", N(left)), ("y", N(place.Top)), ("width", N(width)), ("height", N(height)), ("rx", "2"), ("fill", RoleColours.Of(box.Role)));
        WriteText(left + (width / 2), place.Top + (height * 0.76), height * 0.7, "#ffffff", number, ("text-anchor", "middle"), ("font-weight", "700"));
    }

    private void WriteLegend(double top)
    {
        double x = canvas.Left;
        foreach (BlockRole role in boxes.SelectMany(box => box.Blocks).Select(block => block.Role).Distinct().Order())
        {
            string name = RoleNames.Of(role).Replace('_', ' ');
            Shape("rect", ("x", N(x)), ("y", N(top - 7)), ("width", "9"), ("height", "9"), ("rx", "2"), ("fill", RoleColours.Of(role)));
            WriteText(x + 13, top + 1, 9, Ink, name);
            x += 26 + (name.Length * 5.2);
        }
    }

    /// <summary>What stands nowhere on the page, as lines below it.</summary>
    private ImmutableArray<string> Beside() => FittedText.Wrap(
        boxes.Where(box => box.Box is null).SelectMany(box => box.Lines.Select(line => FormattableString.Invariant($"{box.Number} {RoleNames.Of(box.Role)}: {line}"))),
        canvas.Width / NoteSize);

    private void WriteArrowHead()
    {
        svg.WriteStartElement("defs");
        svg.WriteStartElement("marker");
        Attributes(("id", "head"), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"), ("markerWidth", "6"), ("markerHeight", "6"), ("orient", "auto"));
        Shape("path", ("d", "M0 0L8 4L0 8z"), ("fill", "#e4572e"));
        svg.WriteEndElement();
        svg.WriteEndElement();
    }

    // A box may reach over the page's edge; one that lies far outside does not make the page small.
    private static Box Canvas(SourcePage page, ImmutableArray<PictureBox> boxes)
    {
        (double width, double height) = (page.Width!.Value, page.Height!.Value);
        var allowed = new Box(-width / 3, -height / 3, width * 4 / 3, height * 4 / 3);
        var canvas = new Box(0, 0, width, height);
        foreach (Box box in boxes.Select(box => box.Box).OfType<Box>()) canvas = canvas.Union(box);
        return new Box(
            Math.Max(canvas.Left, allowed.Left), Math.Max(canvas.Top, allowed.Top), Math.Min(canvas.Right, allowed.Right), Math.Min(canvas.Bottom, allowed.Bottom));
    }

    private void WriteText(double x, double y, double size, string colour, string text, params (string Name, string Value)[] more)
    {
        svg.WriteStartElement("text");
        Attributes([("x", N(x)), ("y", N(y)), ("font-size", N(size)), ("fill", colour), .. more]);
        svg.WriteString(Clean(text));
        svg.WriteEndElement();
    }

    private void Shape(string name, params (string Name, string Value)[] attributes)
    {
        svg.WriteStartElement(name);
        Attributes(attributes);
        svg.WriteEndElement();
    }

    private void Attributes(params (string Name, string Value)[] attributes)
    {
        foreach ((string name, string value) in attributes) svg.WriteAttributeString(name, value);
    }

    // XML has no place for control characters and halves of characters
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is '\n' or '\t' or (>= 0x20 and <= 0xFFFD) or >= 0x10000 ? rune.ToString() : "\uFFFD"));

    private static string N(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
