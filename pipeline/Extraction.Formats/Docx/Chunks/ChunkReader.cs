using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.OpenXml;
using Extraction.Formats.Text;
using Extraction.Reading;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>Reads documents that a Word document embeds whole (altChunk): Word documents, web pages, web archives and plain text.</summary>
internal sealed class ChunkReader(DocxContext context, StoryPart part)
{
    private const int MaxDepth = 2;
    private static readonly string[] WordEndings = [".docx", ".docm", ".dotx", ".dotm"];
    private static readonly string[] PageEndings = [".htm", ".html", ".xhtml"];
    private static readonly string[] ArchiveEndings = [".mht", ".mhtml"];

    /// <summary>What the embedded document says, all on the page that embeds it; its losses are reported.</summary>
    public IEnumerable<SourceElement> Read(XElement chunk, int page, SourceLayer layer)
    {
        var here = new Locator { Page = page, Part = part.Node.Name };
        PackageNode? target = context.Session.TryGetPart(part.Node, (string?)chunk.Attribute(OoxmlNames.R + "id"), here);
        if (target is null || !context.IsNew(target)) return [];
        here = here with { Part = target.Name };
        string ending = Path.GetExtension(target.Name).ToLowerInvariant();
        byte[] bytes = target.Open().ToArray();
        try
        {
            if (WordEndings.Contains(ending) && context.Depth < MaxDepth) return Document(bytes, here, layer);
            if (Paragraphs(bytes, ending, here) is { } paragraphs) return paragraphs.IsEmpty ? [] : [new SourceTextBox(here, layer, false, paragraphs)];
        }
        catch (Exception failure) when (failure is UnreadableDocumentException or FormatException or InvalidDataException)
        {
            Report($"An embedded document (altChunk) cannot be read: {failure.Message}", here);
            return [];
        }
        Report("An embedded document (altChunk) is of a kind that is not read. Open the file in Word and save it.", here);
        return [];
    }

    private IEnumerable<SourceElement> Document(byte[] bytes, Locator here, SourceLayer layer)
    {
        ReadLimits limits = context.Session.Limits with { MaxUnpackedBytes = context.Session.Limits.MaxPartBytes };
        SourceDocument document = new DocxReader(context.Depth + 1).Read(
            SourceFile.FromBytes(here.Part!, bytes), limits, context.Session.Diagnostics, context.Session.Cancellation);
        return document.Pages.SelectMany(page => page.Elements).Select(element => ChunkPlaces.Move(element, here, layer));
    }

    private ImmutableArray<SourceParagraph>? Paragraphs(byte[] bytes, string ending, Locator here)
    {
        if (ending == ".txt") return Lines(Decoded(bytes, here).Split('\n'), here);
        if (PageEndings.Contains(ending)) return Lines(MarkupText.Lines(Decoded(bytes, here)), here);
        return ArchiveEndings.Contains(ending) && WebArchive.Page(bytes) is { } page ? Lines(MarkupText.Lines(Decoded(page, here)), here) : null;
    }

    private string Decoded(byte[] bytes, Locator here)
    {
        var found = new DiagnosticBag();
        string text = TextDecoder.Decode(SourceFile.FromBytes(here.Part!, bytes), found);
        if (found.HasErrors) Report("Some bytes of an embedded document (altChunk) are no text in its encoding.", here);
        return text;
    }

    private static ImmutableArray<SourceParagraph> Lines(IEnumerable<string> lines, Locator here) =>
        [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)
            .Select((line, i) => new SourceParagraph([new SourceRun(line, here with { Paragraph = i + 1 })]))];

    private void Report(string message, Locator here) => context.Session.Diagnostics.Error("docx-embedded-document", "reading", message, here);
}
