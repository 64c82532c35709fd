using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Reads files: of one format, or of any by finding the format first. Implementations are thread-safe.</summary>
public interface IDocumentReader
{
    /// <summary>Says what the file says. Losses go to <paramref name="diagnostics"/> with their place.</summary>
    /// <exception cref="UnreadableDocumentException">Nothing can be read: encrypted, truncated, not of this format.</exception>
    SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation);
}

/// <summary>Bounds on what one document may cost. Crossing one is a typed failure or loss, never an exception that stops a batch.</summary>
public sealed record ReadLimits
{
    /// <summary>Largest file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>Largest total of unpacked bytes of a package.</summary>
    public long MaxUnpackedBytes { get; init; } = 1L << 30;

    /// <summary>Largest ratio of unpacked to packed bytes of one package entry over <see cref="RatioCheckedFromBytes"/>.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>Unpacked bytes of one package entry that do no harm at any ratio: long tables of like rows pack very well.</summary>
    public long RatioCheckedFromBytes { get; init; } = 100L << 20;

    /// <summary>Largest XML part of a package, unpacked, in bytes; its tree takes about ten times that in memory.</summary>
    public long MaxPartBytes { get; init; } = 64L << 20;

    /// <summary>Most XML elements of one part of a package.</summary>
    public int MaxPartElements { get; init; } = 2_000_000;

    /// <summary>Most relationships of one part of a package.</summary>
    public int MaxRelationships { get; init; } = 100_000;

    /// <summary>Most characters of one document: a thousand times what a long report has.</summary>
    public int MaxCharacters { get; init; } = 10_000_000;

    /// <summary>Largest stream of a PDF, unpacked, in bytes; streams that list objects may have an eighth of it.</summary>
    public long MaxStreamBytes { get; init; } = 128L << 20;

    /// <summary>Most forms that one PDF page draws, each counted as often as it is drawn.</summary>
    public int MaxFormsPerPage { get; init; } = 100_000;

    /// <summary>Deepest nesting of forms that draw forms.</summary>
    public int MaxFormDepth { get; init; } = 2_000;

    /// <summary>Most bytes of drawing instructions of one PDF page, forms counted as often as they are drawn.</summary>
    public long MaxContentBytesPerPage { get; init; } = 64L << 20;

    /// <summary>Most bytes of strings in the drawing instructions of one PDF page, forms counted as often as they are drawn.</summary>
    public long MaxTextBytesPerPage { get; init; } = 2_000_000;

    /// <summary>Most grid positions of a table; behind them spans are not followed, texts are still read.</summary>
    public int MaxGridPositions { get; init; } = 2_000_000;

    /// <summary>Most entries of a package.</summary>
    public int MaxEntries { get; init; } = 50_000;

    /// <summary>Most pages or slides that are read; the rest is reported as lost.</summary>
    public int MaxPages { get; init; } = 10_000;

    /// <summary>What of a document is recognized in pictures, where a recognizer is installed.</summary>
    public RecognitionScope Recognition { get; init; } = RecognitionScope.All;

    /// <summary>Most pages and pictures of one document that are recognized; each may take seconds, and so many stay within a worker's minute.</summary>
    public int MaxRecognizedPictures { get; init; } = 12;

    /// <summary>Deepest nesting of groups, tables and XML elements.</summary>
    public int MaxDepth { get; init; } = 256;
}
