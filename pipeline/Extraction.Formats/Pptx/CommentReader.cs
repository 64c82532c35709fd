using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Pptx;

/// <summary>
/// Reads the comments of a slide: the older ones (<c>p:cm</c>, one text each) and the threads of newer programs (<c>p188:cm</c>, with replies).
/// </summary>
internal sealed class CommentReader(PartSession session, PackageNode? presentation)
{
    private static readonly XNamespace P = OoxmlNames.P;
    private Dictionary<string, SourceRun>? authors;

    /// <summary>A box for each comment: a line with its author's name, its text, then its replies in the same way one level deeper.</summary>
    public IEnumerable<SourceTextBox> Read(PackageNode part, int page)
    {
        var place = new Locator { Page = page, Part = part.Name };
        foreach (PartElement comment in session.TryLoad(part, place)?.Elements().Where(element => element.Name.LocalName == "cm") ?? [])
        {
            ImmutableArray<SourceParagraph> lines = [.. Remark(comment, place, 0), .. comment.Elements().Where(element => element.Name.LocalName == "replyLst")
                .SelectMany(replies => replies.Elements()).SelectMany(reply => Remark(reply, place, 1))];
            if (lines.Length > 0) yield return new SourceTextBox(place, SourceLayer.Comments, false, lines);
        }
    }

    private IEnumerable<SourceParagraph> Remark(PartElement remark, Locator place, int level)
    {
        IEnumerable<SourceParagraph> lines = remark.Element(P + "text") is { } text
            ? [new SourceParagraph([new SourceRun(EscapedText.Decode(text.Value), place with { Paragraph = 1 })])]
            : DrawingText.Paragraphs(remark.Elements().FirstOrDefault(element => element.Name.LocalName == "txBody"), place, TextStyles.None);
        SourceParagraph[] said = [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Text))];
        if (said.Length > 0 && Author(remark) is { } author) yield return new SourceParagraph([author with { Locator = author.Locator with { Page = place.Page } }]) { Level = level };
        foreach (SourceParagraph line in said) yield return line with { Level = level + line.Level };
    }

    private SourceRun? Author(PartElement remark) => (authors ??= Authors()).GetValueOrDefault(remark.Attribute("authorId") ?? "");

    private Dictionary<string, SourceRun> Authors()
    {
        var found = new Dictionary<string, SourceRun>(StringComparer.Ordinal);
        foreach (PackageNode part in new[] { "commentAuthors", "authors" }.SelectMany(type => presentation?.ByType(type) ?? []))
        {
            var place = new Locator { Part = part.Name };
            foreach (PartElement author in session.TryLoad(part, place)?.Elements() ?? [])
                if (author.Attribute("id") is { } id && author.Attribute("name") is { Length: > 0 } name) found.TryAdd(id, new SourceRun(name, place));
        }
        return found;
    }
}
