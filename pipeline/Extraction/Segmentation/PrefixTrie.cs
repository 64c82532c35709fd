using System.Numerics;
using System.Runtime.CompilerServices;

namespace Extraction.Segmentation;

/// <summary>
/// A trie of words as one open-addressing table: a node is the slot that holds the pair (parent node, character), so a step is one
/// look-up, a node costs eight bytes, and building needs no search for free bases as a double array does
/// (Darragh, Cleary, Witten: Bonsai, a compact representation of trees, 1993). Filled once, then only read: safe between threads.
/// </summary>
internal sealed class PrefixTrie
{
    /// <summary>The node before the first character.</summary>
    public const int Root = 0;

    /// <summary>What a step returns where no word goes on that way.</summary>
    public const int None = -1;

    private const int ValueBits = 26;
    private const long ValueMask = (1L << ValueBits) - 1;
    private const int MaxSlots = 1 << 20;

    // The nodes of first characters, 0 where there is none: every search begins with one, and most end with the second.
    private readonly int[] first = new int[char.MaxValue + 1];
    private readonly long[] slots;
    private readonly int mask;
    private readonly int shift;
    private int free;

    /// <summary>Creates an empty trie.</summary>
    /// <param name="capacity">The most nodes that it will hold: the characters of all words are always enough.</param>
    public PrefixTrie(int capacity)
    {
        long size = (long)BitOperations.RoundUpToPowerOf2((ulong)(capacity + (capacity / 2) + 8));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxSlots, nameof(capacity));
        slots = new long[size];
        mask = (int)size - 1;
        shift = 64 - BitOperations.Log2((ulong)size);
        free = capacity;
    }

    /// <summary>The node behind <paramref name="character"/>, or <see cref="None"/>.</summary>
    public int Step(int node, char character)
    {
        if (node == Root) return first[character] is var known && known != 0 ? known : None;
        long key = KeyOf(node, character);
        for (int slot = FirstSlot(key); ; slot = (slot + 1) & mask)
        {
            long content = slots[slot];
            if (content >> ValueBits == key) return slot + 1;
            if (content == 0) return None;
        }
    }

    /// <summary>The value of the word that ends at a node, 0 where none ends.</summary>
    public int ValueAt(int node) => node == Root ? 0 : (int)(slots[node - 1] & ValueMask);

    /// <summary>Above every node.</summary>
    public int NodeLimit => slots.Length + 1;

    /// <summary>The node behind a word, <see cref="None"/> where no word goes that way.</summary>
    public int NodeOf(ReadOnlySpan<char> word)
    {
        int node = Root;
        foreach (char character in word)
            if ((node = Step(node, character)) == None) return None;
        return node;
    }

    /// <summary>The value of a word, 0 where it is not in the trie.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        int node = NodeOf(word);
        return node == None ? 0 : ValueAt(node);
    }

    /// <summary>The node behind <paramref name="character"/>, made where it is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int StepOrAdd(int node, char character)
    {
        long key = KeyOf(node, character);
        int slot = FirstSlot(key);
        while (slots[slot] != 0 && slots[slot] >> ValueBits != key) slot = (slot + 1) & mask;
        if (slots[slot] != 0) return slot + 1;
        if (free-- == 0) throw new InvalidOperationException("The trie holds more nodes than its capacity.");
        slots[slot] = key << ValueBits;
        if (node == Root) first[character] = slot + 1;
        return slot + 1;
    }

    /// <summary>Ends a word at a node, replacing the value that it had.</summary>
    /// <param name="node">Any node but the root.</param>
    /// <param name="value">1 to 2^26 − 1.</param>
    public void SetValue(int node, int value) => slots[node - 1] = (slots[node - 1] & ~ValueMask) | (uint)value;

    /// <summary>Adds a word of at least one character.</summary>
    public void Add(ReadOnlySpan<char> word, int value)
    {
        int node = Root;
        foreach (char character in word) node = StepOrAdd(node, character);
        SetValue(node, value);
    }

    // Never 0, so that an empty slot matches no key; below 2^37 since there are at most 2^20 nodes and the root.
    private static long KeyOf(int node, char character) => (((long)node << 16) | character) + 1;

    private int FirstSlot(long key) => (int)((ulong)(key * unchecked((long)0x9E3779B97F4A7C15)) >> shift);
}
