using System.Text;

namespace Extraction.Evaluation;

/// <summary>Compares names as a judge would: width, case, spaces and punctuation do not count, aliases do.</summary>
public sealed class NameMatcher
{
    private const string Ignored = "“”\"'‘’《》「」()（）·、,，。.-—–_/:：&";

    private readonly Dictionary<string, string> canonical = new(StringComparer.Ordinal);

    /// <summary>Takes alias groups.</summary>
    public NameMatcher(IEnumerable<KeyValuePair<string, string[]>> aliases)
    {
        foreach ((string name, string[] others) in aliases)
            foreach (string other in others.Append(name)) canonical[Fold(other)] = Fold(name);
    }

    /// <summary>A name without what does not count.</summary>
    public static string Fold(string? name)
    {
        var folded = new StringBuilder();
        foreach (char c in name ?? "")
        {
            char plain = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (!char.IsWhiteSpace(plain) && !Ignored.Contains(plain) && !Ignored.Contains(c)) folded.Append(plain == '×' ? 'x' : char.ToLowerInvariant(plain));
        }

        return folded.ToString();
    }

    /// <summary>The canonical form of a name under the aliases.</summary>
    public string Canonical(string? name)
    {
        string folded = Fold(name);
        return canonical.GetValueOrDefault(folded, folded);
    }

    /// <summary>Whether an organization's name is among others: equal, or one holds the other (腾讯, 腾讯控股), never for short Latin names.</summary>
    public bool IsAmong(string organization, IEnumerable<string> names)
    {
        string wanted = Canonical(organization);
        return names.Select(Canonical).Any(name => name == wanted || (Holds(name, wanted) && !IsShortLatin(name, wanted)));
    }

    /// <summary>Whether two object names mean the same: equal, or one is a large part of the other.</summary>
    public static bool IsSameObject(string? left, string? right)
    {
        string one = Fold(left), other = Fold(right);
        if (one.Length == 0 || other.Length == 0) return false;
        return one == other || (Holds(one, other) && Math.Min(one.Length, other.Length) >= 0.4 * Math.Max(one.Length, other.Length));
    }

    private static bool Holds(string one, string other) =>
        Math.Min(one.Length, other.Length) >= 2 && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static bool IsShortLatin(string one, string other)
    {
        string shorter = one.Length <= other.Length ? one : other;
        return shorter.Length < 4 && shorter.All(char.IsAscii);
    }
}
