using System.Text;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>
/// A CMap: how bytes are cut into codes, and what number or text each code stands for. Ranges stay ranges, so that a map which names two
/// thousand million codes costs one entry.
/// </summary>
internal sealed class CharacterMap
{
    private const int LongestCode = 4;

    private readonly List<CodeSpace> spaces = [];
    private readonly List<CodeRange> ranges = [];
    private readonly Dictionary<uint, string> texts = [];
    private bool isSorted = true;

    /// <summary>The map whose entries hold where this one has none.</summary>
    public CharacterMap? Base { get; set; }

    /// <summary>Whether text runs downwards; null where the map does not say.</summary>
    public bool? IsVertical { get; set; }

    /// <summary>The map's own name.</summary>
    public string? Name { get; set; }

    public bool IsEmpty => ranges.Count == 0 && texts.Count == 0 && (Base?.IsEmpty ?? true);

    public bool HasSpaces => spaces.Count > 0 || (Base?.HasSpaces ?? false);

    public IReadOnlyList<CodeRange> Ranges => ranges;

    public void AddSpace(int length, uint low, uint high)
    {
        if (length is > 0 and <= LongestCode) spaces.Add(new CodeSpace(length, low, high));
    }

    public void AddRange(uint low, uint high, uint first)
    {
        if (high < low) return;
        isSorted &= ranges.Count == 0 || ranges[^1].High < low;
        ranges.Add(new CodeRange(low, high, first));
    }

    public void AddText(uint code, string text) => texts[code] = text;

    /// <summary>What the code stands for as a number (a CID, or a code point of a text map's range); null where the map has nothing.</summary>
    public uint? NumberOf(uint code)
    {
        if (!isSorted) Sort();
        int at = LastAtOrBelow(code);
        // ranges of real maps do not overlap; of nested ones the innermost few are looked at
        for (int back = 0; at >= 0 && back < 8; at--, back++)
            if (code <= ranges[at].High) return ranges[at].First + (code - ranges[at].Low);
        return Base?.NumberOf(code);
    }

    /// <summary>The text that the code stands for, null where the map has none.</summary>
    public string? TextOf(uint code)
    {
        if (texts.TryGetValue(code, out string? text)) return text;
        return NumberOf(code) is { } point && Rune.IsValid((int)Math.Min(point, int.MaxValue)) ? new Rune(point).ToString() : null;
    }

    /// <summary>Cuts the next code off.</summary>
    public uint Read(ReadOnlySpan<byte> bytes, out int length)
    {
        uint code = 0;
        for (length = 1; length <= Math.Min(LongestCode, bytes.Length); length++)
        {
            code = (code << 8) | bytes[length - 1];
            if (Contains(length, code)) return code;
        }
        length = Math.Min(bytes.Length, Shortest(bytes[0]));
        code = 0;
        for (int i = 0; i < length; i++) code = (code << 8) | bytes[i];
        return code;
    }

    private bool Contains(int length, uint code) =>
        spaces.Exists(space => space.Length == length && space.Contains(code)) || (Base?.Contains(length, code) ?? false);

    /// <summary>Length of an invalid code: that of the shortest space its first byte lies in, else the shortest of all.</summary>
    private int Shortest(byte first)
    {
        List<CodeSpace> all = [];
        for (CharacterMap? map = this; map is not null; map = map.Base) all.AddRange(map.spaces);
        if (all.Count == 0) return 2;
        List<CodeSpace> begun = all.FindAll(space => space.StartsWith(first));
        return (begun.Count > 0 ? begun : all).Min(space => space.Length);
    }

    private int LastAtOrBelow(uint code)
    {
        int low = 0, high = ranges.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (ranges[middle].Low <= code) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    private void Sort()
    {
        List<CodeRange> sorted = [.. ranges.OrderBy(range => range.Low)];
        ranges.Clear();
        ranges.AddRange(sorted);
        isSorted = true;
    }

    private readonly record struct CodeSpace(int Length, uint Low, uint High)
    {
        /// <summary>Each byte lies in its own range.</summary>
        public bool Contains(uint code)
        {
            for (int shift = 0; shift < 8 * Length; shift += 8)
            {
                uint at = (code >> shift) & 0xFF;
                if (at < ((Low >> shift) & 0xFF) || at > ((High >> shift) & 0xFF)) return false;
            }
            return true;
        }

        public bool StartsWith(byte first) => first >= (byte)(Low >> (8 * (Length - 1))) && first <= (byte)(High >> (8 * (Length - 1)));
    }
}

/// <summary>Codes from <paramref name="Low"/> to <paramref name="High"/> stand for numbers that count up from <paramref name="First"/>.</summary>
internal readonly record struct CodeRange(uint Low, uint High, uint First);
