using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.Docx.Asides;
using Extraction.Formats.Docx.Lists;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>What the readers of one document's stories share.</summary>
internal sealed class DocxContext
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly HashSet<string> readParts = new(StringComparer.Ordinal);
    private readonly HashSet<InlineOddity> oddities = [];
    private readonly Queue<Aside> waiting = new();
    private readonly NoteBook footnotes;
    private readonly NoteBook endnotes;
    private readonly CommentBook comments;

    /// <param name="session">The package's session.</param>
    /// <param name="main">The document's main part.</param>
    /// <param name="depth">How many documents this one is embedded in.</param>
    public DocxContext(PartSession session, StoryPart main, int depth)
    {
        (Session, Main, Depth) = (session, main, depth);
        Styles = new DocxStyles(Load("styles"));
        Lists = new ListDefinitions(Load("numbering"));
        PartElement?[] settings = [main.Root.Element(W + "body")?.Element(W + "sectPr"), Load("settings")];
        footnotes = new NoteBook(Story("footnotes"), "footnote", settings);
        endnotes = new NoteBook(Story("endnotes"), "endnote", settings);
        comments = new CommentBook(Story("comments"), Load("commentsExtended"));
    }

    public PartSession Session { get; }

    public StoryPart Main { get; }

    public int Depth { get; }

    public DocxStyles Styles { get; }

    public ListDefinitions Lists { get; }

    /// <summary>Tables met so far.</summary>
    public int Tables { get; set; }

    /// <summary>Whether a part is met for the first time: what is shown twice is read once, so that no reference multiplies what the file holds.</summary>
    public bool IsNew(PackageNode? part) => part is null || readParts.Add(part.Name);

    /// <summary>Whether an oddity is met for the first time; it is reported once.</summary>
    public bool IsFirst(InlineOddity oddity) => oddities.Add(oddity);

    /// <summary>Puts what a reference leads to in the queue.</summary>
    public void Refer(PartElement reference, int page)
    {
        if (reference.Name.LocalName == "commentReference")
        {
            foreach (Aside comment in comments.Take(reference, page)) waiting.Enqueue(comment);
        }
        else if ((reference.Name.LocalName == "footnoteReference" ? footnotes : endnotes).Take(reference, page) is { } note)
        {
            waiting.Enqueue(note);
        }
    }

    /// <summary>The next note or comment that waits to be read, null where none does.</summary>
    public Aside? NextAside() => waiting.TryDequeue(out Aside? aside) ? aside : null;

    /// <summary>Puts all that nothing refers to in the queue.</summary>
    public void ReferToRest(int page)
    {
        foreach (Aside aside in footnotes.TakeRest(page).Concat(endnotes.TakeRest(page)).Concat(comments.TakeRest(page))) waiting.Enqueue(aside);
    }

    private PartElement? Load(string type) =>
        Main.Node.ByType(type) is [var first, ..] ? Session.TryLoad(first, new Locator()) : null;

    private StoryPart? Story(string type) =>
        Main.Node.ByType(type) is [var first, ..] && Session.TryLoad(first, new Locator()) is { } root ? new StoryPart(first, root) : null;
}
