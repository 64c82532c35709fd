namespace Extraction.DictionaryBuilder;

/// <summary>A set of numbers from 0, looked at 64 at a time.</summary>
/// <param name="size">Above every number.</param>
internal sealed class BitSet(int size)
{
    private readonly ulong[] bits = new ulong[(size / 64) + 2];

    /// <summary>The greatest number.</summary>
    public int Last { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(int number)
    {
        bits[number / 64] |= 1UL << (number % 64);
        Last = Math.Max(Last, number);
    }

    /// <summary>A bit for each of the 64 numbers from <paramref name="number"/> on, the lowest for itself.</summary>
    public ulong At(int number)
    {
        (int index, int shift) = Math.DivRem(number, 64);
        return shift == 0 ? bits[index] : (bits[index] >> shift) | (bits[index + 1] << (64 - shift));
    }
}
