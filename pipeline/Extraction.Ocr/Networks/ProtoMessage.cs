using System.Buffers.Binary;
using System.Text;

namespace Extraction.Ocr.Networks;

/// <summary>A field of a protocol buffer message.</summary>
/// <param name="Number">Says which one.</param>
/// <param name="Wire">How it is written: 0 a whole number, 1 eight bytes, 2 counted bytes, 5 four bytes.</param>
/// <param name="Value">The whole number; 0 for other fields.</param>
/// <param name="Bytes">What other fields hold.</param>
internal readonly record struct ProtoField(int Number, int Wire, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    private const int Counted = 2;

    /// <summary>The bytes as text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public static ProtoField Of(int number, ReadOnlyMemory<byte> bytes) => new(number, Counted, 0, bytes);

    public static ProtoField Of(int number, string text) => Of(number, Encoding.UTF8.GetBytes(text));

    public static ProtoField Of(int number, ulong value) => new(number, 0, value, default);

    /// <summary>Whether bytes and no number follow the key.</summary>
    public bool IsCounted => Wire == Counted;
}

/// <summary>Reads and writes messages as flat lists of fields: enough to change a few fields of a file and to leave all others as they are.</summary>
internal static class ProtoMessage
{
    /// <summary>The fields in their order.</summary>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public static List<ProtoField> Parse(ReadOnlyMemory<byte> bytes)
    {
        List<ProtoField> fields = [];
        for (int at = 0; at < bytes.Length;)
        {
            ulong key = Number(bytes.Span, ref at);
            (int number, int wire) = ((int)(key >> 3), (int)(key & 7));
            ulong value = wire is 0 or 2 ? Number(bytes.Span, ref at) : 0;
            int length = wire switch { 0 => 0, 1 => sizeof(ulong), 2 when value <= int.MaxValue => (int)value, 5 => sizeof(uint), _ => throw Invalid() };
            if (length > bytes.Length - at) throw Invalid();
            fields.Add(new ProtoField(number, wire, wire == 0 ? value : 0, bytes.Slice(at, length)));
            at += length;
        }
        return fields;
    }

    /// <summary>The fields as bytes.</summary>
    public static byte[] Write(IEnumerable<ProtoField> fields)
    {
        var stream = new MemoryStream();
        foreach (ProtoField field in fields)
        {
            Write(stream, ((ulong)field.Number << 3) | (uint)field.Wire);
            if (field.Wire == 0) Write(stream, field.Value);
            if (field.IsCounted) Write(stream, (ulong)field.Bytes.Length);
            stream.Write(field.Bytes.Span);
        }
        return stream.ToArray();
    }

    /// <summary>Four-byte real numbers, as messages hold them.</summary>
    public static float[] Reals(ReadOnlySpan<byte> bytes)
    {
        float[] numbers = new float[bytes.Length / sizeof(float)];
        for (int index = 0; index < numbers.Length; index++) numbers[index] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(index * sizeof(float))..]);
        return numbers;
    }

    /// <summary>The other way round.</summary>
    public static byte[] Bytes(ReadOnlySpan<float> numbers)
    {
        byte[] bytes = new byte[numbers.Length * sizeof(float)];
        for (int index = 0; index < numbers.Length; index++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), numbers[index]);
        return bytes;
    }

    private static ulong Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (at == bytes.Length) throw Invalid();
            byte part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw Invalid();
    }

    private static void Write(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private static InvalidDataException Invalid() => new("The bytes are no protocol buffer message.");
}
