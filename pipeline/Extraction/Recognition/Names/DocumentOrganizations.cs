using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>
/// Makes one document agree with itself: a name that was found at one place is found at all others, a longer reading that only
/// runs on from such a name gives way to it, and a short name declared in brackets (简称“…”) names what stands before the bracket.
/// </summary>
internal sealed partial class DocumentOrganizations
{
    private const int ShortestName = 3;
    private const string ShortNameRule = "lexicon/name-words.tsv#short-name";
    private readonly SuffixOrganizations suffixes;
    private readonly KnownOrganizations known;
    private readonly OrdinaryWords ordinary;
    private readonly LegalNames legal;
    private readonly BrandNames brands;

    public DocumentOrganizations(SuffixOrganizations suffixes, KnownOrganizations known, OrdinaryWords ordinary, KnownPlaces places, NameWords words)
    {
        (this.suffixes, this.known, this.ordinary) = (suffixes, known, ordinary);
        (legal, brands) = (new LegalNames(places, known, ordinary), new BrandNames(words, ordinary, known));
    }

    /// <summary>The mentions that were found, corrected, and those that follow from them. May overlap.</summary>
    public List<OrganizationMention> Complete(NameText text, IReadOnlyList<OrganizationMention> found)
    {
        List<OrganizationMention> all = legal.Unify(text, [.. found, .. ShortNames(text, found)], ShortNameRule);
        Dictionary<string, OrganizationMention> names = all
            .Where(mention => !mention.IsKnown && IsDistinct(text, mention))
            .OrderByDescending(mention => mention.Confidence).ThenBy(mention => mention.Span)
            .DistinctBy(mention => mention.Span.Of(text.Text)).ToDictionary(mention => mention.Span.Of(text.Text), StringComparer.Ordinal);
        Dictionary<int, int> knownEnds = all.Where(mention => mention.IsKnown).GroupBy(mention => mention.Span.Start)
            .ToDictionary(group => group.Key, group => group.Max(mention => mention.Span.End));
        ILookup<int, int> knownStarts = all.Where(mention => mention.IsKnown).ToLookup(mention => mention.Span.End, mention => mention.Span.Start);
        List<OrganizationMention> kept = [.. all.Where(mention => mention.IsKnown || !(RunsOn(text.Text, mention, names, knownEnds) || LeadsIn(text.Text, mention, knownStarts)))];
        HashSet<string> keptNames = [.. kept.Select(mention => mention.Span.Of(text.Text))];
        kept.AddRange(Repeated(text, names.Where(name => keptNames.Contains(name.Key))));
        // A brand that was taken for a name of its own is its company's.
        List<OrganizationMention> branded = [.. brands.Find(text, [.. kept.Where(mention => !mention.IsKnown && mention.Type == OrganizationType.Company)])];
        HashSet<TextSpan> places = [.. branded.Select(mention => mention.Span)];
        kept.RemoveAll(mention => places.Contains(mention.Span));
        kept.AddRange(branded);
        return kept;
    }

    private bool IsDistinct(NameText text, OrganizationMention mention)
    {
        string name = mention.Span.Of(text.Text);
        return name.Length >= ShortestName || (name.Length == 2 && ordinary.AreRare(name));
    }

    // 甲光生物终止, where 甲光生物 is a name: the characters behind it are no part of it unless they end a name themselves.
    private bool RunsOn(string text, OrganizationMention mention, Dictionary<string, OrganizationMention> names, Dictionary<int, int> knownEnds)
    {
        string name = mention.Span.Of(text);
        if (suffixes.TypeOf(name) is not null || !name.Any(NameFolding.IsHan)) return false;
        if (knownEnds.TryGetValue(mention.Span.Start, out int end) && end < mention.Span.End) return true;
        for (int length = ShortestName; length < name.Length; length++)
            if (names.ContainsKey(name[..length])) return true;
        return false;
    }

    // 任中国人民银行: a character or two before a known name are no part of it.
    private bool LeadsIn(string text, OrganizationMention mention, ILookup<int, int> knownStarts) =>
        knownStarts[mention.Span.End].Any(start => start - mention.Span.Start is 1 or 2 && known.Find(text[mention.Span.Start..start]) is null);

    private static IEnumerable<OrganizationMention> Repeated(NameText text, IEnumerable<KeyValuePair<string, OrganizationMention>> names)
    {
        var trie = new TermTrie<OrganizationMention>(unit => unit);
        foreach ((string name, OrganizationMention mention) in names) trie.Add(name, mention);
        foreach (Block block in text.ContentBlocks)
            for (int position = block.Span.Start; position < block.Span.End; position++)
                foreach (TermMatch<OrganizationMention> match in trie.At(text.Text, position))
                {
                    if (match.Span.End > block.Span.End || Cuts(text, match.Span)) continue;
                    yield return match.Value with { Span = match.Span, Confidence = Math.Min(match.Value.Confidence, 0.7) };
                    break;
                }
    }

    private static bool Cuts(NameText text, TextSpan span) =>
        NameFolding.IsHan(text.Text[span.Start]) && text.IsInsideOrdinaryWord(span.Start)
        || span.Length < ShortestName && text.IsInsideOrdinaryWord(span.End);

    // 甲光生物股份有限公司（以下简称“甲光”）; 甲光 指 甲光生物股份有限公司
    private IEnumerable<OrganizationMention> ShortNames(NameText text, IReadOnlyList<OrganizationMention> found)
    {
        ILookup<int, OrganizationMention> byEnd = found.ToLookup(mention => mention.Span.End), byStart = found.ToLookup(mention => mention.Span.Start);
        foreach (OrganizationMention full in found.Where(mention => !mention.IsKnown && mention.Name.EndsWith("有限公司", StringComparison.Ordinal)))
            if (Bracketed(text, full) is { } name) yield return name;
        foreach (Block block in text.ContentBlocks)
        {
            for (Match match = ShortName().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
                if (byEnd[text.SkipBlanksBack(match.Index, block.Span.Start)].FirstOrDefault() is { } owner) yield return Short(owner, match.Groups["name"]);
            Match defined = Definition().Match(text.Text, block.Span.Start, block.Span.Length);
            if (!defined.Success || byStart[defined.Index + defined.Length].OrderByDescending(mention => mention.Span.Length).FirstOrDefault() is not { IsKnown: false } meant) continue;
            foreach (Capture name in defined.Groups["name"].Captures)
                if (!IsRole().IsMatch(name.Value)) yield return Short(meant, name);
        }
    }

    // 甲光生物（杭州甲光生物科技股份有限公司）: the registered name explains the short one.
    private OrganizationMention? Bracketed(NameText text, OrganizationMention full)
    {
        int floor = text.BlockAt(full.Span.Start).Span.Start;
        Match before = BeforeBracket().Match(text.Text, floor, full.Span.Start - floor);
        if (!before.Success || full.Span.End >= text.Text.Length || text.Text[full.Span.End] is not ('）' or ')')) return null;
        string name = before.Groups["name"].Value;
        return suffixes.TypeOf(name) is not null || ordinary.AreRare(name) ? Short(full, before.Groups["name"]) : null;
    }

    private static OrganizationMention Short(OrganizationMention owner, Capture name) =>
        owner with { Span = new TextSpan(name.Index, name.Index + name.Length), Rule = ShortNameRule, Confidence = 0.8 };

    [GeneratedRegex(@"\G[ •]*(?<name>[^ 、/，。\t\n]{2,12})(?:[、/](?<name>[^ 、/，。\t\n]{2,12}))*[ \t]+指[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<=^|[，。；：、“” 以由为与和对是即\n])(?<name>[\u4E00-\u9FFF]{2,8})[（(]$", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeBracket();

    [GeneratedRegex(@"^(?:本?公司|发行人|上市公司|集团|本集团|标的公司|本行|我们|报告期)$", RegexOptions.CultureInvariant)]
    private static partial Regex IsRole();

    [GeneratedRegex(@"[（(](?:以下|下称|下文)?(?:统称|简称|称)[为：:]?[“""]?(?<name>[^“”""，。；（）()\n]{2,12})[”""]?(?:或[^）)\n]{1,20})?[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex ShortName();
}
