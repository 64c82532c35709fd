namespace Extraction.Learning.Networks;

/// <summary>A sequence of numbers that look random and follow from the seed alone (SplitMix64, Steele, Lea and Flood 2014).</summary>
internal sealed class SeededNumbers(int seed)
{
    private ulong state = (ulong)(uint)seed;

    /// <summary>The next number, 0 inclusive to 1 exclusive.</summary>
    internal float Next() => (float)(NextBits() >> 40) / (1 << 24);

    /// <summary>Brings items into another order, each order as likely as any other (Fisher and Yates).</summary>
    internal void Shuffle(int[] items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = (int)(NextBits() % (ulong)(i + 1));
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        ulong bits = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
