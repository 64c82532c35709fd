using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>Something beside the reports that is another in the second run.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Rule, file, option, or version or hash before and after.</param>
/// <param name="File">The knowledge file; empty for what is none.</param>
internal sealed record MovedPart(CauseKind Kind, string Reference, string File = "")
{
    private const int ShownOfHash = 12;

    /// <summary>The id behind <c>#</c>: a rule's name, a lexicon line's first field; null for a whole file.</summary>
    internal string? Id => File.Length > 0 && Reference.Length > File.Length ? Reference[(File.Length + 1)..] : null;

    /// <summary>What two manifests have differently, ordinal order.</summary>
    internal static ImmutableArray<MovedPart> Between(ManifestFacts before, ManifestFacts after)
    {
        var parts = new List<MovedPart>();
        if (before.Version != after.Version) parts.Add(new(CauseKind.Program, $"{before.Version} → {after.Version}"));
        if (before.Model != after.Model) parts.Add(new(CauseKind.Model, $"{Short(before.Model)} → {Short(after.Model)}"));
        parts.AddRange(Differing(before.Options, after.Options).Select(option => new MovedPart(CauseKind.Option, option)));
        if (before.Knowledge != after.Knowledge) parts.AddRange(KnowledgeBetween(before, after));
        return [.. parts.OrderBy(part => part.Kind).ThenBy(part => part.Reference, StringComparer.Ordinal)];
    }

    private static IEnumerable<MovedPart> KnowledgeBetween(ManifestFacts before, ManifestFacts after)
    {
        if (before.Files.IsEmpty || after.Files.IsEmpty) return [new(CauseKind.Knowledge, $"{Short(before.Knowledge)} → {Short(after.Knowledge)}")];
        ILookup<string, string> rules = Differing(before.Rules, after.Rules).ToLookup(rule => rule[..rule.IndexOf('#', StringComparison.Ordinal)], StringComparer.Ordinal);
        return Differing(before.Files, after.Files).SelectMany(file =>
            rules[file].DefaultIfEmpty(file).Select(reference => new MovedPart(KindOf(file), reference, file)));
    }

    private static IEnumerable<string> Differing(ImmutableSortedDictionary<string, string> before, ImmutableSortedDictionary<string, string> after) =>
        before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal);

    private static CauseKind KindOf(string file) => file.Split('/')[0] switch
    {
        "rules" => CauseKind.Rule,
        "lexicon" or "segmentation" => CauseKind.Lexicon,
        "normalization" => CauseKind.Normalizer,
        "resolution" => CauseKind.Resolution,
        _ => CauseKind.Knowledge,
    };

    private static string Short(string hash) => hash.Length > ShownOfHash ? hash[..ShownOfHash] : hash.Length > 0 ? hash : "none";
}
