using System.Buffers.Binary;
using System.Text;

namespace Extraction.Formats.OpenXml.Zip;

/// <summary>The fields of a local header (PK 3 4) or of a directory record (PK 1 2), zip64 included (APPNOTE.TXT 4.3.7, 4.3.12, 4.5.3).</summary>
internal readonly struct ZipHeader
{
    private const ushort HasDescriptor = 8;
    private const uint InZip64 = uint.MaxValue;
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static ReadOnlySpan<byte> LocalMark => "PK\u0003\u0004"u8;

    public static ReadOnlySpan<byte> CentralMark => "PK\u0001\u0002"u8;

    public ushort Flags { get; private init; }

    public int Method { get; private init; }

    public uint Crc { get; private init; }

    public long Packed { get; private init; }

    public long Length { get; private init; }

    /// <summary>Where the local header is said to stand; directory records only.</summary>
    public long LocalAt { get; private init; }

    /// <summary>Bytes of the whole header with its name and extra fields.</summary>
    public int Size { get; private init; }

    /// <summary>Offset of the name's bytes in the file, and their number.</summary>
    public (int At, int Length) NameAt { get; private init; }

    public bool IsEncrypted => (Flags & 1) != 0;

    /// <summary>Whether the sizes stand behind the data instead of here.</summary>
    public bool IsOpenEnded => (Flags & HasDescriptor) != 0 && Packed == 0;

    /// <summary>Reads the header at an offset; null where none stands there.</summary>
    public static ZipHeader? Local(ReadOnlySpan<byte> file, long at) =>
        at >= 0 && at + 30 <= file.Length && file[(int)at..].StartsWith(LocalMark) ? Read(file, (int)at, 6, 26, 30, -1) : null;

    /// <inheritdoc cref="Local" />
    public static ZipHeader? Central(ReadOnlySpan<byte> file, long at) =>
        at >= 0 && at + 46 <= file.Length && file[(int)at..].StartsWith(CentralMark) ? Read(file, (int)at, 8, 28, 46, 42) : null;

    /// <summary>The name: UTF-8, or what Chinese tools wrote before they knew it.</summary>
    public string Name(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> bytes = file.Slice(NameAt.At, NameAt.Length);
        string name;
        try
        {
            name = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            name = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes);
        }
        return name.Replace('\\', '/').TrimStart('/');
    }

    private static ZipHeader? Read(ReadOnlySpan<byte> file, int at, int flagsAt, int lengthsAt, int fixedSize, int offsetAt)
    {
        ReadOnlySpan<byte> head = file[at..];
        int name = Word(head, lengthsAt), extra = Word(head, lengthsAt + 2), comment = offsetAt < 0 ? 0 : Word(head, lengthsAt + 4);
        if (name == 0 || fixedSize + name > head.Length) return null;
        ReadOnlySpan<byte> wide = fixedSize + name + extra <= head.Length ? Zip64(head.Slice(fixedSize + name, extra)) : [];
        uint packed = Double(head, flagsAt + 12), length = Double(head, flagsAt + 16), local = offsetAt < 0 ? 0 : Double(head, offsetAt);
        return new ZipHeader
        {
            Flags = Word(head, flagsAt),
            Method = Word(head, flagsAt + 2),
            Crc = Double(head, flagsAt + 8),
            Length = Wide(length, ref wide), // the extra field holds, in this order, only those that do not fit
            Packed = Wide(packed, ref wide),
            LocalAt = Wide(local, ref wide),
            Size = fixedSize + name + extra + comment,
            NameAt = (at + fixedSize, name),
        };
    }

    private static ReadOnlySpan<byte> Zip64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int id = Word(extra, 0), size = Math.Min(Word(extra, 2), extra.Length - 4);
            if (id == 1) return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return [];
    }

    private static long Wide(uint value, ref ReadOnlySpan<byte> wide)
    {
        if (value != InZip64 || wide.Length < 8) return value;
        long full = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
        return full;
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Double(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
