using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Extraction.Knowledge;

namespace Extraction.Segmentation;

/// <summary>
/// The bytes of <c>segmentation/dictionary.words</c>, little-endian: eight letters, the SHA-256 of all that follows, the numbers of
/// units, frequencies, characters and bytes of tags (four bytes each), the total (eight); then the units, the frequencies, the
/// characters (UTF-16) and the tags (UTF-8, parted by line feeds) of a <see cref="WordTrie"/>.
/// </summary>
internal static class DictionaryImage
{
    private const string Remedy = "restore it from the repository, or write it anew with eng/DictionaryBuilder";
    private const int DigestAt = 8, CountsAt = 40, TotalAt = 56, HeaderLength = 64;

    private static ReadOnlySpan<byte> Magic => "EXWORDS1"u8;

    /// <summary>Reads a dictionary.</summary>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="KnowledgeException">It is cut off, damaged or something else.</exception>
    public static WordTrie Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Magic)) throw new KnowledgeException(name, 0, $"byte 0: not a dictionary of this version; {Remedy}");
        int[] sizes = MemoryMarshal.Cast<byte, int>(bytes[CountsAt..TotalAt]).ToArray();
        long length = HeaderLength + ((long)sizes[0] * sizeof(ulong)) + ((long)sizes[1] * sizeof(int)) + ((long)sizes[2] * sizeof(char)) + sizes[3];
        if (sizes.Any(size => size < 0) || length != bytes.Length) throw new KnowledgeException(name, 0, $"byte {bytes.Length}: the file ends here, but its header names {length} bytes; {Remedy}");
        ReadOnlySpan<byte> rest = bytes[HeaderLength..];
        if (!SHA256.HashData(bytes[CountsAt..]).AsSpan().SequenceEqual(bytes[DigestAt..CountsAt])) throw new KnowledgeException(name, 0, $"byte {CountsAt}: what follows was changed, its SHA-256 is not the one in front of it; {Remedy}");
        ulong[] units = Take<ulong>(ref rest, sizes[0]);
        int[] frequencies = Take<int>(ref rest, sizes[1]);
        char[] alphabet = Take<char>(ref rest, sizes[2]);
        if (!IsSound(units, frequencies.Length, alphabet.Length)) throw new KnowledgeException(name, 0, $"byte {HeaderLength}: a unit leads out of the array; {Remedy}");
        return new WordTrie(alphabet, units, frequencies, Encoding.UTF8.GetString(rest).Split('\n'), BinaryPrimitives.ReadInt64LittleEndian(bytes[TotalAt..]));
    }

    /// <summary>Writes a dictionary: the same bytes for the same words.</summary>
    public static byte[] Write(WordTrie trie)
    {
        byte[] tags = Encoding.UTF8.GetBytes(string.Join('\n', trie.Tags));
        byte[] bytes =
        [
            .. Magic, .. new byte[SHA256.HashSizeInBytes],
            .. Bytes<int>([trie.Units.Length, trie.Frequencies.Length, trie.Alphabet.Length, tags.Length]), .. Bytes<long>([trie.Total]),
            .. MemoryMarshal.AsBytes(trie.Units), .. Bytes<int>(trie.Frequencies), .. Bytes<char>(trie.Alphabet), .. tags,
        ];
        SHA256.HashData(bytes.AsSpan(CountsAt), bytes.AsSpan(DigestAt));
        return bytes;
    }

    private static ReadOnlySpan<byte> Bytes<T>(ReadOnlySpan<T> numbers)
        where T : struct => MemoryMarshal.AsBytes(numbers);

    private static T[] Take<T>(ref ReadOnlySpan<byte> bytes, int count)
        where T : struct
    {
        int length = count * Unsafe.SizeOf<T>();
        T[] result = MemoryMarshal.Cast<byte, T>(bytes[..length]).ToArray();
        bytes = bytes[length..];
        return result;
    }

    // What WordTrie.Step and the table of weights rely on without looking.
    private static bool IsSound(ReadOnlySpan<ulong> units, int frequencies, int codes)
    {
        int last = units.Length - codes - WordTrie.FurtherCodes - 1;
        foreach (ulong unit in units)
            if ((int)((unit >> WordTrie.BaseShift) & WordTrie.MaxBase) > last || WordTrie.RankOf(unit) >= frequencies) return false;
        return last >= 0;
    }
}
