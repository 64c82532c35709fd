using System.Buffers.Binary;

namespace Extraction.Isolation.Wire;

/// <summary>What a frame holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>A worker's first word: the version of the protocol that it speaks.</summary>
    Hello = 0xE1,

    /// <summary>A file's name and hash, and the limits to read it within.</summary>
    Request = 0xE2,

    /// <summary>The file's bytes, which follow its request.</summary>
    Content = 0xE3,

    /// <summary>What was read, or why nothing was.</summary>
    Answer = 0xE4,
}

/// <summary>Frames on a pipe: a byte for the kind, four for the length (little endian), the payload.</summary>
internal static class Frames
{
    /// <summary>Version of frames and payloads together. Worker and parent are one program; the number catches a program that was replaced while it ran.</summary>
    internal const int Version = 1;

    private const int HeaderBytes = 5;

    internal static void Write(Stream stream, FrameKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], payload.Length);
        stream.Write(header);
        stream.Write(payload);
        stream.Flush();
    }

    /// <summary>The payload of the next frame; null where the stream has ended before it.</summary>
    /// <exception cref="InvalidDataException">The next bytes are no frame of this kind, or one of more than <paramref name="most"/> bytes.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside the frame.</exception>
    internal static byte[]? TryRead(Stream stream, FrameKind kind, int most)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        int read = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (header[0] != (byte)kind) throw new InvalidDataException($"No frame of kind {kind} came.");
        if (read < HeaderBytes) throw new EndOfStreamException();
        int length = BinaryPrimitives.ReadInt32LittleEndian(header[1..]);
        if (length < 0 || length > most) throw new InvalidDataException($"A frame of {length} bytes came where {most} are allowed.");
        byte[] payload = GC.AllocateUninitializedArray<byte>(length);
        stream.ReadExactly(payload);
        return payload;
    }
}
