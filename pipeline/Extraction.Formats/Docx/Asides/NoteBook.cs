using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.Docx.Lists;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Asides;

/// <summary>The footnotes or the endnotes of one document: each is given out once, where the text first refers to it, with its number.</summary>
internal sealed class NoteBook
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly StoryPart? part;
    private readonly Dictionary<string, PartElement> notes = new(StringComparer.Ordinal);
    private readonly HashSet<PartElement> given = [];
    private readonly string format;
    private readonly bool countsByPage;
    private int number;
    private int lastPage;

    /// <param name="part">The notes' part, null where the document has none.</param>
    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    /// <param name="settings">The document's settings and its sections' properties, nearest first, which say how notes are numbered.</param>
    public NoteBook(StoryPart? part, string kind, IEnumerable<PartElement?> settings)
    {
        this.part = part;
        foreach (PartElement note in part?.Root.Elements(W + kind) ?? [])
            if (note.Attribute(W + "id") is { } id) notes.TryAdd(id, note);
        PartElement[] properties = [.. settings.Select(holder => holder?.Element(W + (kind + "Pr"))).OfType<PartElement>()];
        format = Setting("numFmt") ?? (kind == "footnote" ? "decimal" : "lowerRoman");
        countsByPage = Setting("numRestart") == "eachPage";
        number = (DocxMarks.Number(properties.Select(p => p.Element(W + "numStart")).FirstOrDefault(start => start is not null)) ?? 1) - 1;

        string? Setting(string name) => properties.Select(p => p.Element(W + name)?.Attribute(W + "val")).FirstOrDefault(value => value is not null);
    }

    /// <summary>The note behind a reference, or null where it has been given out or does not exist.</summary>
    public Aside? Take(PartElement reference, int page)
    {
        if (reference.Attribute(W + "id") is not { } id || part is null || !notes.TryGetValue(id, out PartElement? note) || !given.Add(note)) return null;
        if (reference.Attribute(W + "customMarkFollows") is "1" or "true" or "on") return Aside(part, note, page, null);
        if (countsByPage && page != lastPage) number = 0;
        lastPage = page;
        return Aside(part, note, page, ListNumbers.Write(Math.Max(0, ++number), format));
    }

    /// <summary>Notes that nothing refers to, and what stands between notes, in the file's order; the lines between text and notes are furniture.</summary>
    public IEnumerable<Aside> TakeRest(int page) =>
        part is null ? [] : [.. part.Root.Elements().Where(given.Add).Select(note => Aside(part, note, page, null))];

    private static Aside Aside(StoryPart part, PartElement note, int page, string? label)
    {
        bool isRule = note.Attribute(W + "type") is not (null or "normal");
        return new Aside(part, note, isRule ? SourceLayer.Furniture : SourceLayer.Notes) { Page = page, Label = label };
    }
}
