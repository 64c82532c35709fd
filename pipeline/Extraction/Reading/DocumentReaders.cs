using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Finds a file's format from its content and reads it with that format's reader.</summary>
public sealed class DocumentReaders : IDocumentReader
{
    private readonly ImmutableDictionary<SourceFormat, IDocumentReader> readers;

    /// <summary>Takes one reader for each format.</summary>
    public DocumentReaders(IReadOnlyDictionary<SourceFormat, IDocumentReader> readers) => this.readers = readers.ToImmutableDictionary();

    /// <inheritdoc />
    /// <exception cref="UnreadableDocumentException">Its format is unknown, has no reader, or nothing can be read.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (file.Content.Length > limits.MaxFileBytes)
            throw new UnreadableDocumentException("file-too-large", $"{file.Content.Length} bytes where {limits.MaxFileBytes} are allowed; split it.");
        SourceFormat format = FormatSniffer.Detect(file);
        if (!readers.TryGetValue(format, out IDocumentReader? reader))
            throw new UnreadableDocumentException("format-without-reader", $"This build has no reader for {format}.");
        // no encoding of text spends more than four bytes on a character, so that a longer file need not be decoded
        if (format is SourceFormat.Text or SourceFormat.Markdown && file.Content.Length > 4L * limits.MaxCharacters) throw TooLong(limits);
        SourceDocument document = reader.Read(file, limits, diagnostics, cancellation);
        return TextLength.Exceeds(document, limits.MaxCharacters) ? throw TooLong(limits) : document;
    }

    private static UnreadableDocumentException TooLong(ReadLimits limits) =>
        new("document-too-long", $"The document has more than {limits.MaxCharacters} characters; split it.");
}
