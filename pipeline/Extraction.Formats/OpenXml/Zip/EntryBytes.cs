using System.Buffers;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>The unpacked bytes of an entry, in a borrowed buffer until disposed of.</summary>
internal sealed class EntryBytes : IDisposable
{
    private byte[]? borrowed;

    private EntryBytes(byte[]? borrowed, ArraySegment<byte> content, bool isWhole) => (this.borrowed, Content, IsWhole) = (borrowed, content, isWhole);

    public ArraySegment<byte> Content { get; }

    /// <summary>Whether they are what was packed, as far as the file tells; otherwise some are wrong or missing.</summary>
    public bool IsWhole { get; }

    /// <summary>Bytes that stand in the file as they are.</summary>
    public static EntryBytes InPlace(ArraySegment<byte> content, bool isWhole) => new(null, content, isWhole);

    /// <summary>Bytes in an array of the shared pool.</summary>
    public static EntryBytes Borrowed(byte[] buffer, int length, bool isWhole) => new(buffer, new ArraySegment<byte>(buffer, 0, length), isWhole);

    public void Dispose()
    {
        if (borrowed is not null) ArrayPool<byte>.Shared.Return(borrowed);
        borrowed = null;
    }
}
