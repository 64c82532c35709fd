using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Asides;

/// <summary>The reviewers' comments of one document: each is given out once, at its reference, with the answers to it behind it.</summary>
internal sealed class CommentBook
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly StoryPart? part;
    private readonly Dictionary<string, PartElement> byId = new(StringComparer.Ordinal);
    private readonly HashSet<PartElement> given = [];
    private readonly ILookup<string, PartElement> answers;

    /// <param name="part">The comments' part, null where the document has none.</param>
    /// <param name="threads">The part that says which comment answers which (commentsExtended), null where the document has none.</param>
    public CommentBook(StoryPart? part, PartElement? threads)
    {
        this.part = part;
        PartElement[] comments = [.. part?.Root.Elements(W + "comment") ?? []];
        foreach (PartElement comment in comments) byId.TryAdd(Id(comment), comment);
        var questions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (PartElement entry in threads?.Elements() ?? [])
            if (Named(entry, "paraId") is { } own && Named(entry, "paraIdParent") is { } question) questions.TryAdd(own, question);
        answers = comments.Where(comment => questions.ContainsKey(LastParagraph(comment))).ToLookup(comment => questions[LastParagraph(comment)], StringComparer.Ordinal);
    }

    /// <summary>The comment behind a reference and its answers; nothing where it has been given out.</summary>
    public IEnumerable<Aside> Take(PartElement reference, int page) =>
        byId.TryGetValue(Id(reference), out PartElement? comment) ? Thread(comment, page) : [];

    /// <summary>Comments that nothing refers to, and what stands between comments, in the file's order.</summary>
    public IEnumerable<Aside> TakeRest(int page) => part is null ? [] : [.. part.Root.Elements().SelectMany(comment => Thread(comment, page))];

    // the stack is ours, so that no chain of answers is too long
    private List<Aside> Thread(PartElement comment, int page)
    {
        var thread = new List<Aside>();
        var open = new Stack<(PartElement Comment, int Level)>([(comment, 0)]);
        while (open.TryPop(out (PartElement Comment, int Level) next))
        {
            PartElement own = next.Comment;
            if (!given.Add(own)) continue;
            thread.Add(new Aside(part!, own, SourceLayer.Comments) { Page = page, Label = Author(own), Level = Math.Min(next.Level, 8) });
            foreach (PartElement answer in answers[LastParagraph(own)].Reverse()) open.Push((answer, next.Level + 1));
        }
        return thread;
    }

    private static string? Author(PartElement comment) => comment.Attribute(W + "author") is { } author && !string.IsNullOrWhiteSpace(author) ? author : null;

    private static string Id(PartElement element) => element.Attribute(W + "id") ?? "";

    // a comment is known by the last paragraph of its text
    private static string LastParagraph(PartElement comment) => comment.Elements(W + "p").LastOrDefault() is { } last ? Named(last, "paraId") ?? "" : "";

    private static string? Named(PartElement element, string name) => element.Attributes.FirstOrDefault(attribute => attribute.Name.LocalName == name).Value;
}
