using System.Buffers.Binary;

namespace Extraction.Isolation;

/// <summary>Messages between a worker and its parent: four bytes of length, little-endian, then the message.</summary>
internal static class Frames
{
    private const int MaxBytes = 1 << 30;

    public static void Write(Stream stream, ReadOnlySpan<byte> message)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        stream.Write(length);
        stream.Write(message);
        stream.Flush();
    }

    /// <summary>The next message, null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">What stands there is no message.</exception>
    /// <exception cref="EndOfStreamException">The stream ends inside a message.</exception>
    public static byte[]? Read(Stream stream)
    {
        byte[] head = new byte[4];
        int read = stream.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < 4) throw new EndOfStreamException();
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MaxBytes) throw new InvalidDataException("Not a message of a worker.");
        byte[] message = new byte[length];
        stream.ReadExactly(message);
        return message;
    }
}
