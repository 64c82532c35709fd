using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Html;
using Extraction.Formats.OpenXml;
using Extraction.Formats.Text;
using Extraction.Reading;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>Reads documents that a Word document embeds whole (altChunk): Word documents, web pages, web archives and plain text.</summary>
internal sealed class ChunkReader(DocxContext context, StoryPart part)
{
    private const int MaxDepth = 2;

    /// <summary>What the embedded document says, all on the page that embeds it; its losses are reported.</summary>
    public IEnumerable<SourceElement> Read(PartElement chunk, int page, SourceLayer layer)
    {
        var here = new Locator { Page = page, Part = part.Node.Name };
        PackageNode? target = context.Session.TryGetPart(part.Node, chunk.Attribute(OoxmlNames.R + "id"), here);
        if (target is null || !context.IsNew(target)) return [];
        here = here with { Part = target.Name };
        byte[] bytes = target.Open().ToArray();
        try
        {
            if (Document(bytes, ChunkKinds.Of(bytes, target.Name), target.Name) is { } document)
                return document.Pages.SelectMany(inner => inner.Elements).Select(element => ChunkPlaces.Move(element, here, layer));
        }
        catch (UnreadableDocumentException blank) when (blank.Code == "text-empty")
        {
            return [];
        }
        catch (UnreadableDocumentException failure)
        {
            Report($"An embedded document (altChunk) cannot be read: {failure.Message}", here);
            return [];
        }
        Report("An embedded document (altChunk) is of a kind that is not read, or nested too deeply. Open the file in Word and save it.", here);
        return [];
    }

    // the kinds that are not read, and documents too deep, give null
    private SourceDocument? Document(byte[] bytes, ChunkKind kind, string name) => kind switch
    {
        ChunkKind.Word when context.Depth < MaxDepth => Read(new DocxReader(context.Depth + 1), bytes, name),
        ChunkKind.Text => Read(new PlainTextReader(), bytes, name),
        ChunkKind.Page or ChunkKind.Archive => Read(new HtmlReader(), bytes, name),
        _ => null,
    };

    private SourceDocument Read(IDocumentReader reader, byte[] bytes, string name)
    {
        ReadLimits limits = context.Session.Limits with { MaxUnpackedBytes = context.Session.Limits.MaxPartBytes };
        return reader.Read(SourceFile.FromBytes(name, bytes), limits, context.Session.Diagnostics, context.Session.Cancellation);
    }

    private void Report(string message, Locator here) => context.Session.Diagnostics.Error("docx-embedded-document", "reading", message, here);
}
