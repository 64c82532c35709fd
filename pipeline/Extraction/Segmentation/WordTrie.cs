using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Extraction.Segmentation;

/// <summary>
/// jieba's words as a double array (Aoe, An efficient digital search algorithm by using a double-array structure, 1989): a step from
/// a node is one look-up at its base plus the character's code, and one comparison. Immutable, safe between threads.
/// </summary>
/// <remarks>
/// A node is one unit of 64 bits, so that what a step needs stands in one place: its character's code (16 bits), its base (24), the
/// rank of its word's frequency (16, 0 where no word ends) and the number of its word's tag (8). No two nodes have the same base;
/// the code alone tells whose child a unit is. The root's base is 0: its children stand at their codes. The bases of nodes without
/// children lead into empty units behind the last used one, so that a walk needs no test for its end; so do the units at
/// <see cref="SignCode"/> and <see cref="NoCode"/>.
/// </remarks>
internal sealed class WordTrie
{
    /// <summary>Bits in front of a unit's base, its rank and its tag.</summary>
    public const int BaseShift = 16, RankShift = 40, TagShift = 56;

    /// <summary>How many codes there are beside those of the alphabet.</summary>
    public const int FurtherCodes = 2;

    /// <summary>The node before the first character.</summary>
    public const ulong Root = 0;

    /// <summary>The most that the base of a unit can be.</summary>
    public const int MaxBase = (1 << (RankShift - BaseShift)) - 1;

    private readonly ushort[] codes = new ushort[char.MaxValue + 1];
    private readonly ushort[] blockCodes = new ushort[char.MaxValue + 1];
    private readonly ulong[] units;

    /// <summary>Takes the parts; whoever reads them from a file has checked them.</summary>
    /// <param name="alphabet">The characters of all words; the code of each is its index plus 1.</param>
    /// <param name="units">The nodes, with as many empty units behind the last base as there are codes.</param>
    /// <param name="frequencies">The frequencies of the words, by rank; the first stands for no word.</param>
    /// <param name="tags">The parts of speech, by number.</param>
    /// <param name="total">Sum of the frequencies of all lines of the dictionary.</param>
    public WordTrie(ReadOnlySpan<char> alphabet, ulong[] units, int[] frequencies, string[] tags, long total)
    {
        (this.units, Frequencies, Tags, Total) = (units, frequencies, tags, total);
        Alphabet = alphabet.ToString();
        SignCode = (ushort)(alphabet.Length + 1);
        NoCode = (ushort)(alphabet.Length + 2);
        Array.Fill(codes, NoCode);
        for (int i = 0; i < alphabet.Length; i++) codes[alphabet[i]] = (ushort)(i + 1);
        for (int i = 0; i < codes.Length; i++) blockCodes[i] = JiebaCharacters.IsInBlock((char)i) ? codes[i] : SignCode;
    }

    /// <summary>The characters of all words, in the order of their codes.</summary>
    public string Alphabet { get; }

    /// <summary>The nodes.</summary>
    public ReadOnlySpan<ulong> Units => units;

    /// <summary>The frequencies of the words, by rank.</summary>
    public int[] Frequencies { get; }

    /// <summary>The parts of speech, by number.</summary>
    public string[] Tags { get; }

    /// <summary>Sum of the frequencies of all lines of the dictionary.</summary>
    public long Total { get; }

    /// <summary>A code that no node has: of characters that jieba cuts at.</summary>
    public ushort SignCode { get; }

    /// <summary>A code that no node has: of other characters that stand in no word.</summary>
    public ushort NoCode { get; }

    /// <summary>The rank of a node's frequency, 0 where no word ends.</summary>
    public static int RankOf(ulong node) => (ushort)(node >> RankShift);

    /// <summary>The number of the tag of a node's word.</summary>
    public static int TagOf(ulong node) => (int)(node >> TagShift);

    /// <summary>The code of a character, <see cref="NoCode"/> for one that stands in no word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort CodeOf(char character) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(codes), character);

    /// <summary>As above, and <see cref="SignCode"/> for one that jieba cuts at, whether words hold it or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort BlockCodeOf(char character) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(blockCodes), character);

    /// <summary>The node behind a code; any unit with another code where no word goes that way.</summary>
    // Base plus code is in bounds for every unit: DictionaryImage checks it once, at load.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Step(ulong node, ushort code)
    {
        nuint index = ((nuint)(node >> BaseShift) & MaxBase) + code;
        Debug.Assert(index < (nuint)units.Length);
        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(units), index);
    }

    /// <summary>Whether a step led to a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNode(ulong unit, ushort code) => (ushort)unit == code;
}
