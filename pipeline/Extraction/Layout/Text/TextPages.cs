using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>
/// Splits a text into lines and pages. A page starts behind a form feed. Tools that turn form feeds into spaces leave lines that start
/// with exactly one space where other lines do not; where there is no form feed and such lines are few, each starts a page.
/// </summary>
internal static class TextPages
{
    private const double MostPageStarts = 0.34;

    internal static List<TextPage> Of(SourceDocument document)
    {
        List<TextLine> lines = Lines(document);
        bool fed = lines.Any(line => line.StartsPage);
        if (!fed && SpacesStartPages(lines)) lines = lines.ConvertAll(line => line with { StartsPage = IsOneSpaced(line) });
        var pages = new List<TextPage>();
        var current = new List<TextLine>();
        foreach (TextLine line in lines)
        {
            if (line.StartsPage && (fed ? current.Count > 0 : current.Exists(other => !other.IsBlank)))
            {
                pages.Add(new TextPage(pages.Count + 1, current));
                current = [];
            }
            current.Add(line);
        }
        if (current.Count > 0) pages.Add(new TextPage(pages.Count + 1, current));
        return pages;
    }

    private static List<TextLine> Lines(SourceDocument document)
    {
        var lines = new List<TextLine>();
        int position = 0;
        foreach (SourceTextBox box in document.Pages.SelectMany(page => page.Elements).OfType<SourceTextBox>())
            foreach (SourceParagraph paragraph in box.Paragraphs)
            {
                string text = paragraph.Text;
                string body = text.TrimEnd('\r', '\n');
                bool fed = body.StartsWith('\f');
                int lead = body.Length - body.TrimStart('\f').Length;
                lines.Add(new TextLine(lines.Count, position + lead, body[lead..], fed));
                position += text.Length;
            }
        return lines;
    }

    private static bool SpacesStartPages(List<TextLine> lines)
    {
        int filled = lines.Count(line => !line.IsBlank), spaced = lines.Count(IsOneSpaced);
        return spaced > 0 && spaced <= Math.Max(1, filled * MostPageStarts) && (spaced > 1 || IsOneSpaced(lines[0]));
    }

    private static bool IsOneSpaced(TextLine line) => line.Text.Length > 1 && line.Text[0] == ' ' && !char.IsWhiteSpace(line.Text[1]);
}
