using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Resolution;

/// <summary>
/// Keys of products and other objects. Versions count (GPT-4 is not GPT-4V); generic head words do not (盘古大模型3.0 is 盘古3.0),
/// and neither does the maker's name in front of its product.
/// </summary>
internal sealed class ObjectKeys
{
    private const int ShortestName = 2;
    private readonly ImmutableArray<string> headWords;

    internal ObjectKeys(IEnumerable<string> headWords) =>
        this.headWords = [.. headWords.Select(NameKey.Fold).Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];

    /// <summary>The key of an object.</summary>
    /// <param name="thing">The object.</param>
    /// <param name="makers">Folded names of those who act, longest first.</param>
    internal string Of(EventObject thing, IEnumerable<string> makers)
    {
        string key = NameKey.Fold(thing.Name);
        string version = NameKey.Fold(thing.Version ?? "");
        if (version.Length > 0 && !key.Contains(version, StringComparison.Ordinal)) key += version;
        return WithoutVersionSign(WithoutHeadWords(WithoutMaker(key, makers)));
    }

    /// <summary>Whether a key names one version, so that it can come out only once.</summary>
    internal static bool IsVersioned(string key) => key.Any(char.IsAsciiDigit);

    private static string WithoutMaker(string key, IEnumerable<string> makers)
    {
        foreach (string maker in makers)
            if (key.StartsWith(maker, StringComparison.Ordinal) && key.Length - maker.Length >= ShortestName && char.IsLetter(key[maker.Length]))
                return key[maker.Length..];
        return key;
    }

    /// <summary>Takes head words away where they end the Chinese part of the name: not in the middle of a title.</summary>
    private string WithoutHeadWords(string key)
    {
        // several may follow one another: 系列 before 大模型
        while (WithoutOneHeadWord(key) is { } shorter) key = shorter;
        return key;
    }

    private string? WithoutOneHeadWord(string key)
    {
        foreach (string word in headWords)
        {
            int at = key.LastIndexOf(word, StringComparison.Ordinal);
            int behind = at + word.Length;
            if (at >= ShortestName && (behind == key.Length || !NameKey.IsHan(key[behind]))) return key.Remove(at, word.Length);
        }

        return null;
    }

    /// <summary>盘古v3.0 is 盘古3.0; in Latin names the letter belongs to the name.</summary>
    private static string WithoutVersionSign(string key)
    {
        for (int i = 1; i + 1 < key.Length; i++)
            if (key[i] == 'v' && NameKey.IsHan(key[i - 1]) && char.IsAsciiDigit(key[i + 1])) return key.Remove(i, 1);
        return key;
    }
}
