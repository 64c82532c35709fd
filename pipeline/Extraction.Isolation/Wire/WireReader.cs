using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Extraction.Isolation.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote. Believes nothing: whatever bytes come in, it reads within them or throws.</summary>
/// <exception cref="InvalidDataException">The bytes were not written by a <see cref="WireWriter"/>, or in another order.</exception>
internal sealed class WireReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<string> shared = [];
    private int position;

    internal bool IsAtEnd => position == bytes.Length;

    internal byte Byte() => Take(1)[0];

    internal bool Flag() => Byte() switch { 0 => false, 1 => true, _ => throw Invalid() };

    internal int Number()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80) return (int)(value >> 1) ^ -(int)(value & 1);
        }
        throw Invalid();
    }

    internal double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    internal string Text()
    {
        int length = Number();
        if (length < 0 || length > (bytes.Length - position) / sizeof(char)) throw Invalid();
        return new string(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))));
    }

    internal string SharedText()
    {
        int number = Number();
        if (number < 0 || number > shared.Count) throw Invalid();
        if (number == shared.Count) shared.Add(Text());
        return shared[number];
    }

    internal string? Optional() => Flag() ? Text() : null;

    internal string? OptionalShared() => Flag() ? SharedText() : null;

    internal int? OptionalNumber() => Flag() ? Number() : null;

    internal double? OptionalReal() => Flag() ? Real() : null;

    internal T Kind<T>()
        where T : struct, Enum
    {
        T value = Unsafe.BitCast<int, T>(Number());
        return Enum.IsDefined(value) ? value : throw Invalid();
    }

    internal ImmutableArray<T> List<T>(Func<T> read)
    {
        int count = Number();
        if (count < 0 || count > bytes.Length - position) throw Invalid(); // each item has a byte or more
        if (count == 0) return [];
        var items = new T[count];
        for (int i = 0; i < count; i++) items[i] = read();
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    internal static InvalidDataException Invalid() => new("The worker's answer is not valid.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - position) throw Invalid();
        position += count;
        return bytes.Span.Slice(position - count, count);
    }
}
