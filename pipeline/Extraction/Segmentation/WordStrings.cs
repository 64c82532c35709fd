using System.Numerics;

namespace Extraction.Segmentation;

/// <summary>Gives the words of a text as strings; one that was met lately is given again and not made anew. Not thread-safe.</summary>
internal sealed class WordStrings
{
    private const int MostWords = 1 << 14;

    private readonly string?[] recent;
    private readonly int shift;

    /// <summary>Begins.</summary>
    /// <param name="words">How many words there will be, about.</param>
    public WordStrings(int words)
    {
        recent = new string?[BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(words, 2, MostWords))];
        shift = 32 - BitOperations.Log2((uint)recent.Length);
    }

    /// <summary>The string of a word of at least one character.</summary>
    public string Of(ReadOnlySpan<char> word)
    {
        uint hash = ((uint)word[0] << 16 ^ word[^1] ^ ((uint)word[word.Length / 2] << 8) ^ (uint)word.Length) * 0x9E3779B1;
        ref string? known = ref recent[hash >> shift];
        if (known is null || !word.SequenceEqual(known)) known = word.ToString();
        return known;
    }
}
