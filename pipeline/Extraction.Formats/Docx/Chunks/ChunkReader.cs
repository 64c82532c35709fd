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
    /// <summary>What the embedded document says, all on the page that embeds it; its losses are reported.</summary>
    public IEnumerable<SourceElement> Read(XElement chunk, int page, SourceLayer layer)
    {
        var here = new Locator { Page = page, Part = part.Node.Name };
        PackageNode? target = context.Session.TryGetPart(part.Node, (string?)chunk.Attribute(OoxmlNames.R + "id"), here);
        if (target is null || !context.IsNew(target)) return [];
        here = here with { Part = target.Name };
        byte[] bytes = target.Open().ToArray();
        ChunkKind kind = ChunkKinds.Of(bytes, target.Name);
        try
        {
            if (kind == ChunkKind.Word && context.Depth < MaxDepth) return Document(bytes, here, layer);
            if (Lines(bytes, kind, here) is { } lines) return Boxes(lines, here, layer);
        }
        catch (Exception failure) when (failure is UnreadableDocumentException or FormatException or InvalidDataException)
        {
            Report($"An embedded document (altChunk) cannot be read: {failure.Message}", here);
            return [];
        }
        Report("An embedded document (altChunk) is of a kind that is not read, or nested too deeply. Open the file in Word and save it.", here);
        return [];
    }

    private IEnumerable<SourceElement> Document(byte[] bytes, Locator here, SourceLayer layer)
    {
        ReadLimits limits = context.Session.Limits with { MaxUnpackedBytes = context.Session.Limits.MaxPartBytes };
        SourceDocument document = new DocxReader(context.Depth + 1).Read(
            SourceFile.FromBytes(here.Part!, bytes), limits, context.Session.Diagnostics, context.Session.Cancellation);
        return document.Pages.SelectMany(page => page.Elements).Select(element => ChunkPlaces.Move(element, here, layer));
    }

    private IEnumerable<string>? Lines(byte[] bytes, ChunkKind kind, Locator here) => kind switch
    {
        ChunkKind.Text => Decoded(bytes, here).Split('\n'),
        ChunkKind.Page => MarkupText.Lines(Decoded(bytes, here)),
        ChunkKind.Archive when WebArchive.Page(bytes) is { } page => MarkupText.Lines(Decoded(page, here)),
        _ => null,
    };

    private string Decoded(byte[] bytes, Locator here)
    {
        var found = new DiagnosticBag();
        string text = TextDecoder.Decode(SourceFile.FromBytes(here.Part!, bytes), found);
        if (found.HasErrors) Report("Some bytes of an embedded document (altChunk) are no text in its encoding.", here);
        return text;
    }

    private static SourceElement[] Boxes(IEnumerable<string> lines, Locator here, SourceLayer layer)
    {
        ImmutableArray<SourceParagraph> paragraphs = [.. lines.Select(line => line.Trim()).Where(line => line.Length > 0)
            .Select((line, i) => new SourceParagraph([new SourceRun(line, here with { Paragraph = i + 1 })]))];
        return paragraphs.IsEmpty ? [] : [new SourceTextBox(here, layer, false, paragraphs)];
    }

    private void Report(string message, Locator here) => context.Session.Diagnostics.Error("docx-embedded-document", "reading", message, here);
}
