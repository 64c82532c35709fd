using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction.Isolation.Wire;

/// <summary>
/// Appends values to a growing buffer: whole numbers with 7 bits a byte, real numbers as they are, texts as UTF-16, since damaged text holds lone
/// surrogates that UTF-8 cannot hold. Both ends run on one machine, so the byte order is its own. <see cref="WireReader"/> reads it back.
/// </summary>
internal sealed class WireWriter
{
    private readonly Dictionary<string, int> shared = new(StringComparer.Ordinal);
    private byte[] buffer = new byte[16 * 1024];
    private int length;

    internal ReadOnlyMemory<byte> Written => buffer.AsMemory(0, length);

    internal void Byte(byte value) => Reserve(1)[0] = value;

    internal void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    internal void Number(int value)
    {
        uint rest = ((uint)value << 1) ^ (uint)(value >> 31); // small negative numbers are short, too
        for (; rest >= 0x80; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    internal void Real(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Reserve(sizeof(double)), value);

    internal void Text(string value)
    {
        Number(value.Length);
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(value.AsSpan());
        bytes.CopyTo(Reserve(bytes.Length));
    }

    /// <summary>A text that comes again and again: after the first time only its number is written.</summary>
    internal void SharedText(string value)
    {
        bool isKnown = shared.TryGetValue(value, out int number);
        Number(isKnown ? number : shared.Count);
        if (isKnown) return;
        shared.Add(value, shared.Count);
        Text(value);
    }

    internal void Optional(string? value)
    {
        Flag(value is not null);
        if (value is not null) Text(value);
    }

    internal void OptionalShared(string? value)
    {
        Flag(value is not null);
        if (value is not null) SharedText(value);
    }

    internal void Optional(int? value)
    {
        Flag(value.HasValue);
        if (value is { } number) Number(number);
    }

    internal void Optional(double? value)
    {
        Flag(value.HasValue);
        if (value is { } number) Real(number);
    }

    internal void List<T>(ImmutableArray<T> items, Action<T> write)
    {
        Number(items.Length);
        foreach (T item in items) write(item);
    }

    private Span<byte> Reserve(int count)
    {
        int start = length;
        length = checked(start + count);
        if (length > buffer.Length) Array.Resize(ref buffer, (int)Math.Clamp(buffer.Length * 2L, length, Array.MaxLength));
        return buffer.AsSpan(start, count);
    }
}
