using System.Xml.Linq;
using Extraction.Documents;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx;

/// <summary>Reads foot- and endnotes and reviewers' comments: each on the page of its first reference, those without one on the last page.</summary>
internal sealed class NoteReader(PartSession session, PackageNode main, DocxStyles styles, PageBook pages)
{
    private static readonly XNamespace W = OoxmlNames.W;

    public void Read(IReadOnlyList<(string Kind, string Id, int Page)> references)
    {
        ReadPart(main.ByType("footnotes").FirstOrDefault(), "footnote", SourceLayer.Content, references);
        ReadPart(main.ByType("endnotes").FirstOrDefault(), "endnote", SourceLayer.Content, references);
        ReadPart(main.ByType("comments").FirstOrDefault(), "comment", SourceLayer.Comments, references);
    }

    private void ReadPart(PackageNode? part, string kind, SourceLayer layer, IReadOnlyList<(string Kind, string Id, int Page)> references)
    {
        if (part is null || session.TryLoad(part, new Locator()) is not { } root) return;
        foreach (XElement note in root.Elements(W + kind))
        {
            string? id = (string?)note.Attribute(W + "id");
            int page = references.Where(reference => reference.Kind == kind + "Reference" && reference.Id == id)
                .Select(reference => reference.Page).FirstOrDefault(pages.Current);
            new BodyReader(session, part, styles, pages.Fixed(page), layer).Read(note);
        }
    }
}
