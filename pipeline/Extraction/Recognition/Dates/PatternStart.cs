using System.Collections.Immutable;
using System.Globalization;

namespace Extraction.Recognition.Dates;

/// <summary>
/// Reads off a pattern which two characters its matches can begin with, so that a scan tries it there and nowhere else. Knows what
/// date rules are written in: literals, classes, groups, alternatives, counts. Anything else is refused, never guessed.
/// </summary>
internal sealed class PatternStart
{
    private const int Length = 2;
    private static readonly ImmutableHashSet<string> Nothing = [""];
    private readonly string pattern;
    private int position;

    private PatternStart(string pattern) => this.pattern = pattern;

    /// <summary>The pairs of characters that open a match.</summary>
    /// <exception cref="NotSupportedException">The pattern matches less than two characters, or uses something that is not known here.</exception>
    public static ImmutableHashSet<string> Of(string pattern)
    {
        var reader = new PatternStart(pattern);
        HashSet<string> starts = reader.Alternatives(false);
        if (reader.position < pattern.Length) throw reader.Unknown();
        if (starts.Any(start => start.Length < Length)) throw new NotSupportedException("it matches less than two characters");
        return [.. starts];
    }

    private HashSet<string> Alternatives(bool ignoresCase)
    {
        HashSet<string> found = Sequence(ignoresCase);
        while (Takes('|')) found.UnionWith(Sequence(ignoresCase));
        return found;
    }

    private HashSet<string> Sequence(bool ignoresCase)
    {
        HashSet<string> found = [""];
        while (position < pattern.Length && pattern[position] is not ('|' or ')')) found = Joined(found, Counted(Item(ignoresCase)));
        return found;
    }

    private static HashSet<string> Joined(HashSet<string> left, HashSet<string> right)
    {
        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (string start in left)
        {
            if (start.Length == Length) joined.Add(start);
            else foreach (string next in right) joined.Add((start + next)[..Math.Min(Length, start.Length + next.Length)]);
        }

        return joined;
    }

    private HashSet<string> Item(bool ignoresCase)
    {
        char character = pattern[position++];
        return character switch
        {
            '(' => Group(ignoresCase),
            '[' => Class(ignoresCase),
            '\\' => Single(Escaped(), ignoresCase),
            '.' or '^' or '$' or '*' or '+' or '?' or '{' => throw Unknown(),
            _ => Single(character, ignoresCase),
        };
    }

    private HashSet<string> Group(bool ignoresCase)
    {
        if (Takes('?'))
        {
            if (Takes('<')) SkipName();
            else
            {
                ignoresCase |= Takes('i');
                if (!Takes(':')) throw Unknown();
            }
        }

        HashSet<string> inside = Alternatives(ignoresCase);
        return Takes(')') ? inside : throw Unknown();
    }

    private void SkipName()
    {
        int end = pattern.IndexOf('>', position);
        if (end <= position || !char.IsAsciiLetter(pattern[position])) throw Unknown();
        position = end + 1;
    }

    private HashSet<string> Class(bool ignoresCase)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (position < pattern.Length && pattern[position] == '^') throw Unknown();
        while (position < pattern.Length && pattern[position] != ']')
        {
            char from = ClassCharacter(), to = from;
            if (position + 1 < pattern.Length && pattern[position] == '-' && pattern[position + 1] != ']')
            {
                position++;
                to = ClassCharacter();
            }

            for (int character = from; character <= to; character++) found.UnionWith(Single((char)character, ignoresCase));
        }

        return Takes(']') ? found : throw Unknown();
    }

    private char ClassCharacter() => pattern[position++] is var character && character == '\\' ? Escaped() : character;

    // Only signs are escaped: \. \- \]. Letters (\d, \b) would stand for something else.
    private char Escaped() => position < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[position]) ? pattern[position++] : throw Unknown();

    private HashSet<string> Counted(HashSet<string> item)
    {
        if (Takes('?')) return [.. item, .. Nothing];
        if (Takes('*')) return [.. item, .. Joined(item, item), .. Nothing];
        if (Takes('+')) return [.. item, .. Joined(item, item)];
        return position < pattern.Length && pattern[position] == '{' ? Times(item) : item;
    }

    // {3} or {0,2}
    private HashSet<string> Times(HashSet<string> item)
    {
        int end = pattern.IndexOf('}', position);
        string[] counts = end < 0 ? throw Unknown() : pattern[(position + 1)..end].Split(',');
        if (counts.Length > 2 || Number(counts[0]) is not { } least || Number(counts[^1]) is not { } most) throw Unknown();
        position = end + 1;
        HashSet<string> twice = Joined(item, item);
        return [.. least == 0 ? Nothing : [], .. least <= 1 && most >= 1 ? item : [], .. most >= 2 ? twice : []];
    }

    private static int? Number(string count) => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static HashSet<string> Single(char character, bool ignoresCase) =>
        ignoresCase ? [char.ToLowerInvariant(character).ToString(), char.ToUpperInvariant(character).ToString()] : [character.ToString()];

    private bool Takes(char expected)
    {
        if (position >= pattern.Length || pattern[position] != expected) return false;
        position++;
        return true;
    }

    private NotSupportedException Unknown() => new($"what stands at {position} is not known here");
}
