using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>
/// Products whose Chinese name carries a model code or a version: 小鹏|G7 behind a maker's name, 甲辰E5, 禾岸5.0, “北岭07”. A code alone
/// proves little (L4, H1, A股), so what stands before it must be a maker, a made-up word, or the stem of a name that the document has in
/// quotation marks.
/// </summary>
internal sealed partial class CodedNames(NameWords words, ProductHeads heads, VersionReader versions, OrdinaryWords ordinary)
{
    /// <summary>What mentions carry that a code alone made; others tell more.</summary>
    public const string Rule = "lexicon/product-heads.tsv#code";
    private const int LongestStem = 4;

    /// <summary>The names of a document.</summary>
    public IEnumerable<ProductMention> Find(NameText text, IReadOnlyList<OrganizationMention> organizations)
    {
        // 第三款人形机器人R1: what looks like a company may be the product's own noun.
        var makerEnds = organizations.Where(mention => mention.IsKnown || heads.Before(text.Text, mention.Span.End, mention.Span.Start) is null)
            .Select(mention => mention.Span.End).ToHashSet();
        HashSet<string> stems = BrandStems(organizations);
        foreach (Block block in text.ContentBlocks)
            foreach (ProductMention mention in Quoted(text, block, stems)) yield return mention;
        foreach (Block block in text.ContentBlocks)
            for (Match match = Code().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
                if (At(text, block, match, makerEnds, stems) is { } mention) yield return mention;
    }

    // 小鹏 of 小鹏汽车: makers name their products by the first half of their own name.
    private HashSet<string> BrandStems(IReadOnlyList<OrganizationMention> organizations) =>
        organizations.Where(mention => mention is { Type: OrganizationType.Company, Name.Length: >= 4 } && NameFolding.IsHan(mention.Name[0]) && NameFolding.IsHan(mention.Name[1]))
            .Select(mention => mention.Name[..2]).Where(stem => !words.Generic.Covers(stem)).ToHashSet(StringComparer.Ordinal);

    private IEnumerable<ProductMention> Quoted(NameText text, Block block, HashSet<string> stems)
    {
        for (Match match = Quotation().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
        {
            Group stem = match.Groups["stem"], name = match.Groups["name"];
            if (words.Generic.Covers(stem.ValueSpan) || Year().IsMatch(name.Value) || stem.Value is "双" or "第") continue;
            if (stem.Length > 1) stems.Add(stem.Value);
            yield return Mention(text, block, new TextSpan(name.Index, name.Index + name.Length), match.Groups["code"].Value);
        }
    }

    private ProductMention? At(NameText text, Block block, Match code, HashSet<int> makerEnds, HashSet<string> stems)
    {
        if (IsMeasure().IsMatch(code.Value)) return null;
        bool isMadeByName = makerEnds.Contains(code.Index) && ModelNumber().IsMatch(code.Value);
        int start = isMadeByName ? code.Index : StartOfStem(text, code, block.Span.Start, makerEnds, stems);
        if (start < 0) return null;
        int end = versions.Read(text.Text, code.Index + code.Length, block.Span.End).End;
        if (IsAmount(text.Text, code, block.Span.End)) return null;
        return Mention(text, block, new TextSpan(start, end), code.Value);
    }

    // Longest first: 北斗岭H1, not 斗岭H1. -1 where no stem fits.
    private int StartOfStem(NameText names, Match code, int floor, HashSet<int> makerEnds, HashSet<string> stems)
    {
        string text = names.Text;
        for (int length = LongestStem; length >= 2; length--)
        {
            int start = code.Index - length;
            if (start < floor || !IsHan(text, start, code.Index)) continue;
            if (stems.Contains(text[start..code.Index])) return start;
            if (IsMadeUp(text.AsSpan(start, length)) && !names.IsInsideOrdinaryWord(start) && IsBoundary(text, start, floor, makerEnds) && HoldsNoOtherWord(text, start, code.Index)) return start;
        }

        return -1;
    }

    // 上揭晓 is none: what ends in an ordinary word was cut out of a sentence.
    private bool IsMadeUp(ReadOnlySpan<char> stem)
    {
        for (int tail = 1; tail < stem.Length - 1; tail++)
            if (ordinary.Contains(stem[tail..])) return false;
        return ordinary.AreRare(stem) && words.Counters.LengthAt(stem, stem.Length - 1) == 0;
    }

    private bool IsBoundary(string text, int start, int floor, HashSet<int> makerEnds) =>
        start == floor || !NameFolding.IsHan(text[start - 1]) || makerEnds.Contains(start)
        || words.Stops.LengthBefore(text, start, floor) > 0 || words.ReleaseVerbs.LengthBefore(text, start, floor) > 0
        || words.Descriptors.LengthBefore(text, start, floor) > 0 || heads.Before(text, start, floor) is not null;

    private bool HoldsNoOtherWord(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<char> stem = text.AsSpan(0, end);
            if (words.Stops.LengthAt(stem, i) > 0 || words.Adverbs.LengthAt(stem, i) > 0 || words.ReleaseVerbs.LengthAt(stem, i) > 1 || words.AgentVerbs.LengthAt(stem, i) > 1) return false;
        }

        return true;
    }

    private static bool IsHan(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (!NameFolding.IsHan(text[i])) return false;
        return true;
    }

    // 磐基5.0% is none, nor 第三季度5.2亿.
    private bool IsAmount(string text, Match code, int limit)
    {
        if (!char.IsAsciiDigit(code.Value[0])) return false;
        int next = code.Index + code.Length;
        next = next < limit && text[next] == ' ' ? next + 1 : next;
        return words.Counters.LengthAt(text.AsSpan(0, limit), next) > 0 || (next < limit && text[next] is '%' or '％' or '—' or '~');
    }

    private ProductMention Mention(NameText text, Block block, TextSpan span, string code)
    {
        int behind = text.SkipBlanks(span.End, block.Span.End), before = text.SkipBlanksBack(span.Start, block.Span.Start);
        if (before > block.Span.Start && text.Text[before - 1] is '“' or '"' or '「') (before, behind) = (before - 1, Math.Min(behind + 1, block.Span.End));
        string kind = (heads.At(text.Text, behind, block.Span.End) ?? heads.Before(text.Text, before, block.Span.Start))?.Kind ?? "product";
        return new ProductMention(span, Rule, span.Of(text.Text), kind, char.IsAsciiDigit(code[0]) ? code : null);
    }

    [GeneratedRegex(@"(?<=[\u4E00-\u9FFF])-?(?:[A-Za-z]{1,4}-?\d{1,4}[A-Za-z]{0,4}|\d{1,2}\.\d{1,2}|(?<=-)\d{2,3}|(?:OS|UI|Pilot|Pad|Book|Watch|GPT|LM|Link|Box|Pro|Max|Mini|One|Air))(?![A-Za-z0-9/]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:[A-GI-KM-PR-Z]\d{1,3}|[A-Za-z]{2,4}\d{1,4}|[a-z]\d{1,2})[A-Za-z]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ModelNumber();

    [GeneratedRegex(@"^-?(?:[LQ]\d|FY\d+|CES\d+|PM\d+|CO\d|[A-Z]\d?轮|\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex IsMeasure();

    [GeneratedRegex(@"20\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"[“""「](?<name>(?<stem>[\u4E00-\u9FFF·]{1,8})(?<code>-?\d{1,4}|[- ]?[A-Za-z]{1,5}-?\d{0,4}[A-Za-z]{0,4}|\d{1,2}\.\d{1,2}|[一二三四五六七八九十百]{1,3}号[甲乙丙A-Z]?(?![”""」][^，。；\n]{0,12}\d号))(?: ?(?:Pro|Max|Ultra|Plus|Mini|mini|Air))?)[”""」]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}
