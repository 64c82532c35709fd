using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>
/// Finds organizations that the lexicon does not hold by where they stand: subject of a dated release, label of a profile,
/// member of a list of organizations, behind 由.
/// </summary>
internal sealed partial class ContextOrganizations
{
    private const string Rule = "lexicon/name-words.tsv#";

    // A label that so many blocks open with is somebody who speaks.
    private const int SpeakerTurns = 4;
    private readonly NameWords words;
    private readonly KnownOrganizations known;
    private readonly SuffixOrganizations suffixes;

    private readonly OrdinaryWords ordinary;

    private readonly KnownPlaces places;

    public ContextOrganizations(NameWords words, KnownOrganizations known, SuffixOrganizations suffixes, OrdinaryWords ordinary, KnownPlaces places) =>
        (this.words, this.known, this.suffixes, this.ordinary, this.places) = (words, known, suffixes, ordinary, places);

    public IEnumerable<OrganizationMention> Find(NameText text)
    {
        HashSet<string> speakers = [.. text.ContentBlocks.Select(block => Label().Match(block.Span.Of(text.Text))).Where(label => label.Success)
            .GroupBy(label => label.Groups["name"].Value, StringComparer.Ordinal).Where(group => group.Count() >= SpeakerTurns).Select(group => group.Key)];
        foreach (Block block in text.ContentBlocks)
        {
            foreach (OrganizationMention mention in Subjects(text, block)) yield return mention;
            foreach (OrganizationMention mention in Labels(text, block).Where(mention => mention.IsKnown || !speakers.Contains(mention.Name))) yield return mention;
            foreach (OrganizationMention mention in Lists(text, block)) yield return mention;
            foreach (OrganizationMention mention in Passives(text, block)) yield return mention;
            foreach (OrganizationMention mention in Objects(text, block)) yield return mention;
            foreach (OrganizationMention mention in Employers(text, block)) yield return mention;
        }
    }

    /// <summary>The organization that a span names, known or not; null where its words cannot be a name.</summary>
    public OrganizationMention? Mention(NameText text, TextSpan span, string use, double confidence)
    {
        span = Trim(text, span);
        string name = span.Of(text.Text);
        if (known.Find(name) is { } entry) return KnownOrganizations.Mention(entry, span, 0.9);
        if (!CanBeName(name)) return null;
        if (HoldsBreak(text, span) || IsOfPlace(name) || suffixes.TypeOf(name) is null && IsNumbered(name)) return null;
        (OrganizationType type, string rule) = suffixes.TypeOf(name) ?? (OrganizationType.Company, Rule + use);
        return new OrganizationMention(span, rule, name, type, IsKnown: false, confidence);
    }

    // 7.9某某发布…, Acme Labs推出…
    private IEnumerable<OrganizationMention> Subjects(NameText text, Block block)
    {
        foreach (Match clause in Clause().Matches(block.Span.Of(text.Text)))
        {
            int start = block.Span.Start + clause.Groups["subject"].Index, end = block.Span.Start + clause.Index + clause.Length;
            int verb = FirstVerb(text.Text, start, end);
            if (verb <= start) continue;
            bool isDated = clause.Groups["date"].Length > 0;
            int subjectEnd = SubjectEnd(text, start, verb);
            var subject = new TextSpan(start, WithoutAdverbs(text.Text, start, subjectEnd));
            bool isCut = subjectEnd < verb && words.ListingVerbs.LengthAt(text.Text.AsSpan(0, end), verb) == 0;
            foreach (TextSpan part in Parts(text.Text, subject, '&', '、', '和', '与'))
                if (!(isCut && !LooksLikeName(part.Of(text.Text).Trim())) && (isDated || IsLatinName(part.Of(text.Text))) && Mention(text, part, "release-verb", isDated ? 0.7 : 0.6) is { } mention)
                    yield return mention;
        }
    }

    // 甲光生物在上海…推出, 乙味因…被罚: the subject ends before a preposition that is no part of an ordinary word.
    private int SubjectEnd(NameText text, int start, int verb)
    {
        for (int i = start + 2; i < verb; i++)
            if (words.SubjectEnds.LengthAt(text.Text.AsSpan(0, verb), i) > 0 && !text.IsInsideOrdinaryWord(i)) return i;
        return verb;
    }

    private bool LooksLikeName(string name) => suffixes.TypeOf(name) is not null || IsLatinName(name) || ordinary.AreRare(name);

    // 霍某（甲野重机创始人、总经理）: who introduces somebody names where the post is.
    private IEnumerable<OrganizationMention> Employers(NameText text, Block block)
    {
        foreach (Match post in Employer().Matches(block.Span.Of(text.Text)))
        {
            Group name = post.Groups["name"];
            int start = block.Span.Start + name.Index;
            if (LooksLikeName(name.Value) && Mention(text, new TextSpan(start, start + name.Length), "organization-class", 0.7) is { } mention) yield return mention;
        }
    }

    // 收购甲光生物, 起诉生鲜连锁乙味
    private IEnumerable<OrganizationMention> Objects(NameText text, Block block)
    {
        for (int position = block.Span.Start; position < block.Span.End; position++)
        {
            int length = words.ObjectVerbs.LengthAt(text.Text.AsSpan(0, block.Span.End), position);
            if (length == 0) continue;
            int start = position + length, end = EndOfObject(text, start, block.Span.End);
            start = BehindDescription(text.Text, start, end);
            string name = new TextSpan(start, end).Of(text.Text);
            if (name.Length is >= 2 and <= 8 && words.ClassNouns.LengthBefore(name, name.Length) == 0 && LooksLikeName(name) && Mention(text, new TextSpan(start, end), "object-verb", 0.65) is { } mention) yield return mention;
            position = start;
        }
    }

    private int EndOfObject(NameText text, int start, int limit)
    {
        for (int i = start; i < limit; i++)
        {
            if (!NameFolding.IsHan(text.Text[i])) return i;
            if (i > start + 1 && !text.IsInsideOrdinaryWord(i) && (words.Stops.LengthAt(text.Text.AsSpan(0, limit), i) > 0 || text.Text[i] is '后' or '前' or '时' or '案')) return i;
        }

        return limit;
    }

    private int BehindDescription(string text, int start, int end)
    {
        for (int i = end - 2; i > start; i--)
            if (words.ClassNouns.LengthBefore(text, i, start) > 0) return i;
        return start;
    }

    // 某某智能：2023年成立，…
    private IEnumerable<OrganizationMention> Labels(NameText text, Block block)
    {
        Match label = Label().Match(block.Span.Of(text.Text));
        if (label.Success && words.PublisherLabels.Contains(label.Groups["name"].ValueSpan) && Publisher(text, block, label.Groups["rest"]) is { } publisher) yield return publisher;
        if (!label.Success || !words.ProfileWords.OccursIn(label.Groups["rest"].ValueSpan)) yield break;
        // 成本核算：自甲成立以来…: ordinary words alone label a topic; behind a place they name (北京无线).
        string name = label.Groups["name"].Value;
        if (!LooksLikeName(name) && places.LengthAt(name, 0, name.Length) == 0) yield break;
        int start = block.Span.Start + label.Groups["name"].Index;
        if (Mention(text, new TextSpan(start, start + label.Groups["name"].Length), "profile", 0.8) is { } mention) yield return mention;
    }

    // 来源：某某研究 编辑部整理
    private OrganizationMention? Publisher(NameText text, Block block, Group rest)
    {
        int start = text.SkipBlanks(block.Span.Start + rest.Index, block.Span.End), end = start;
        while (end < block.Span.End && NameFolding.IsHan(text.Text[end])) end++;
        bool isName = end - start is >= 4 and <= 12 && (end == block.Span.End || text.Text[end] is ' ' or '，' or '。' or '；' or '、');
        return isName && LooksLikeName(new TextSpan(start, end).Of(text.Text)) ? Mention(text, new TextSpan(start, end), "publisher-label", 0.7) : null;
    }

    // A、B、C等企业
    private IEnumerable<OrganizationMention> Lists(NameText text, Block block)
    {
        foreach (Match list in NameList().Matches(block.Span.Of(text.Text)))
        {
            int behind = block.Span.Start + list.Index + list.Length;
            int position = text.SkipBlanks(behind, block.Span.End);
            if (!HasClassNoun(text.Text.AsSpan(0, block.Span.End), position)) continue;
            var span = new TextSpan(block.Span.Start + list.Groups["names"].Index, block.Span.Start + list.Groups["names"].Index + list.Groups["names"].Length);
            foreach (TextSpan part in Parts(text.Text, BehindLastStop(text.Text, span), '、'))
                if (Mention(text, part, "organization-class", 0.75) is { } mention) yield return mention;
        }
    }

    // 由某某推出, 由某某领投
    private IEnumerable<OrganizationMention> Passives(NameText text, Block block)
    {
        foreach (Match by in By().Matches(block.Span.Of(text.Text)))
        {
            int start = block.Span.Start + by.Index + 1, end = block.Span.Start + by.Index + by.Length;
            int verb = FirstVerb(text.Text, start, end);
            if (verb - start is < 2 or > 14) continue;
            var span = new TextSpan(start, WithoutAdverbs(text.Text, start, verb));
            foreach (TextSpan part in Parts(text.Text, span, '、', '和', '与'))
                if (Mention(text, part, "release-verb", 0.65) is { } mention && (mention.IsKnown || suffixes.TypeOf(mention.Name) is not null || IsLatinName(mention.Name)))
                    yield return mention;
        }
    }

    private bool HasClassNoun(ReadOnlySpan<char> text, int position)
    {
        for (int i = 0; i < 5 && position + i < text.Length; i++)
            if (words.OrganizationClasses.LengthAt(text, position + i) > 0) return true;
            else if (!NameFolding.IsHan(text[position + i])) return false;
        return false;
    }

    // The first member of a list has no mark before it: it begins behind the last word that no name runs over.
    private TextSpan BehindLastStop(string text, TextSpan span)
    {
        int first = text.IndexOf('、', span.Start, span.Length), start = span.Start;
        for (int i = span.Start; i < first; i++)
            if (words.Stops.LengthAt(text.AsSpan(0, first), i) is > 0 and var length) start = i + length;
        return new TextSpan(start, span.End);
    }

    private int FirstVerb(string text, int start, int end)
    {
        ReadOnlySpan<char> clause = text.AsSpan(0, end);
        for (int i = start + 1; i < end; i++)
            if (words.ReleaseVerbs.LengthAt(clause, i) > 0 || words.AgentVerbs.LengthAt(clause, i) >= 2) return i;
        return -1;
    }

    private int WithoutAdverbs(string text, int start, int end)
    {
        while (true)
        {
            while (end > start && text[end - 1] == ' ') end--;
            int length = words.Adverbs.LengthBefore(text, end, start);
            if (length == 0) return end;
            end -= length;
        }
    }

    private static IEnumerable<TextSpan> Parts(string text, TextSpan span, params char[] marks)
    {
        int start = span.Start;
        for (int i = span.Start; i <= span.End; i++)
        {
            if (i < span.End && !marks.Contains(text[i])) continue;
            if (i > start) yield return new TextSpan(start, i);
            start = i + 1;
        }
    }

    private static TextSpan Trim(NameText text, TextSpan span)
    {
        int start = text.SkipBlanks(span.Start, span.End), end = text.SkipBlanksBack(span.End, start);
        foreach (string tail in (string[])["研究团队", "团队"])
            if (end - start > tail.Length + 1 && text.Text.AsSpan(start, end - start).EndsWith(tail, StringComparison.Ordinal)) end -= tail.Length;
        return new TextSpan(start, end);
    }

    private bool CanBeName(string name)
    {
        if (name.Length is < 2 or > 20 || !name.All(unit => NameFolding.IsHan(unit) || NameFolding.IsLatinWord(unit) || unit is ' ' or '·' or '.' or '-')) return false;
        if (name.All(unit => !NameFolding.IsHan(unit))) return IsLatinName(name);
        if (name.Count(NameFolding.IsHan) > 10 || words.Generic.Covers(name) || char.IsAsciiDigit(name[0])) return false;
        if (words.Descriptors.Covers(name) || words.AgentVerbs.LengthAt(name, 0) > 1 || words.ReleaseVerbs.LengthAt(name, 0) > 1) return false;
        return words.OrganizationClasses.LengthBefore(name, name.Length) == 0 && !HoldsStop(name);
    }

    private bool HoldsBreak(NameText text, TextSpan span)
    {
        for (int i = span.Start; i < span.End; i++)
            if (words.Breaks.LengthAt(text.Text.AsSpan(0, span.End), i) is > 0 and var length && text.IsWord(i, length, isOpening: i == span.Start)) return true;
        return false;
    }

    // 某市工业 is cut out of 某市工业和信息化局.
    private bool IsOfPlace(string name)
    {
        int place = name.IndexOfAny(['省', '市', '县']) + 1;
        return place > 1 && place < name.Length && words.Generic.Covers(name.AsSpan(place));
    }

    // 表2, Q17, 离火-80: a number at the end is a product's or a figure's.
    private static bool IsNumbered(string name) => char.IsAsciiDigit(name[^1]) && name.Any(unit => !char.IsAsciiDigit(unit));

    private bool HoldsStop(string name)
    {
        for (int i = 0; i < name.Length; i++)
            if (words.Stops.LengthAt(name, i) > 0) return true;
        return false;
    }

    private bool IsLatinName(string name)
    {
        if (!LatinName().IsMatch(name)) return false;
        return !name.Split(' ').All(word => words.LatinCommon.Contains(word));
    }

    [GeneratedRegex(@"(?:^|(?<=[。；，！？\n]))[ •●◦·*\-]*(?<date>(?:(?:19|20)\d{2}年)?(?:\d{1,2}\s?[./]\s?\d{1,2}(?:日)?|\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d{2}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)[ \t,，:：]*)?(?<subject>[^。；！？，,：:“《\n]{2,40})", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^[ •●◦·*\-]*(?<name>[^：:，。、；\s]{2,14}(?: [A-Za-z]{1,12})?)\s?[：:](?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<names>[^，。；：、“”《》（）()\n]{2,20}(?:、[^，。；：、“”《》（）()\n等]{2,16})+)等", RegexOptions.CultureInvariant)]
    private static partial Regex NameList();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,4}[（(](?<name>[\u4e00-\u9fff]{3,8}?)(?:联合)?(?:创始人|创办人|董事长|总裁|总经理|首席|副总裁|合伙人|CEO|CTO|COO)", RegexOptions.CultureInvariant)]
    private static partial Regex Employer();

    [GeneratedRegex(@"由[^，。；：“《\n]{2,24}", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9.&-]+(?: [A-Z][A-Za-z0-9.&-]*){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();
}
