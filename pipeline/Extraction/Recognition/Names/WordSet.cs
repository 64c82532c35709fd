namespace Extraction.Recognition.Names;

/// <summary>Words that are looked for at a given place of a text. Ordinal.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int longest;

    public WordSet(IEnumerable<string> words)
    {
        this.words = new HashSet<string>(words, StringComparer.Ordinal);
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = this.words.Count == 0 ? 0 : this.words.Max(word => word.Length);
    }

    public IReadOnlyCollection<string> Words => words;

    public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);

    /// <summary>Length of the longest word that starts at a position; 0 where none does.</summary>
    public int LengthAt(ReadOnlySpan<char> text, int start)
    {
        for (int length = Math.Min(longest, text.Length - start); length > 0; length--)
            if (lookup.Contains(text.Slice(start, length))) return length;
        return 0;
    }

    /// <summary>Length of the longest word that ends at a position and does not start before <paramref name="floor"/>; 0 where none does.</summary>
    public int LengthBefore(ReadOnlySpan<char> text, int end, int floor = 0)
    {
        for (int length = Math.Min(longest, end - floor); length > 0; length--)
            if (lookup.Contains(text.Slice(end - length, length))) return length;
        return 0;
    }

    /// <summary>Whether the text is nothing but words of this set, read from left to right, longest first.</summary>
    public bool Covers(ReadOnlySpan<char> text)
    {
        int position = 0;
        while (position < text.Length)
        {
            int length = text[position] == ' ' ? 1 : LengthAt(text, position);
            if (length == 0) return false;
            position += length;
        }

        return true;
    }

    /// <summary>Whether one of the words stands anywhere in the text.</summary>
    public bool OccursIn(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
            if (LengthAt(text, i) > 0) return true;
        return false;
    }
}
