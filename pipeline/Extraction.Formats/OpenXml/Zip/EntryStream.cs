using System.Buffers;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>The unpacked bytes of an entry. Whoever disposes of it gives its buffer back to the pool.</summary>
internal sealed class EntryStream : MemoryStream
{
    private byte[]? borrowed;

    private EntryStream(byte[]? borrowed, ArraySegment<byte> content, bool isWhole) : base(content.Array!, content.Offset, content.Count, false, true) =>
        (this.borrowed, Content, IsWhole) = (borrowed, content, isWhole);

    public ArraySegment<byte> Content { get; }

    /// <summary>Whether they are what was packed, as far as the file tells; otherwise some are wrong or missing.</summary>
    public bool IsWhole { get; }

    /// <summary>Bytes that stand in memory anyway.</summary>
    public static EntryStream InPlace(ArraySegment<byte> content, bool isWhole) => new(null, content, isWhole);

    /// <summary>Bytes in an array of the shared pool.</summary>
    public static EntryStream Borrowed(byte[] buffer, int length, bool isWhole) => new(buffer, new ArraySegment<byte>(buffer, 0, length), isWhole);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && borrowed is not null) ArrayPool<byte>.Shared.Return(borrowed);
        borrowed = null;
        base.Dispose(disposing);
    }
}
