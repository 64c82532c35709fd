using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds organizations that the lexicon does not hold by the way their names end.</summary>
internal sealed class SuffixOrganizations
{
    private const int LongestStem = 14;
    private const int LongestUnit = 8;
    private const string NoNameEnds = "的与和及了是有或、被在于把将";
    private const string Modals = "能会要应可达";
    private const string Numerals = "一二三四五六七八九十百千万两几数多各每某";
    private readonly SuffixTable suffixes;
    private readonly NameWords words;
    private readonly KnownOrganizations known;
    private readonly KnownPlaces places;
    private readonly OrdinaryWords ordinary;

    public SuffixOrganizations(SuffixTable suffixes, NameWords words, KnownOrganizations known, KnownPlaces places, OrdinaryWords ordinary) =>
        (this.suffixes, this.words, this.known, this.places, this.ordinary) = (suffixes, words, known, places, ordinary);

    public IEnumerable<OrganizationMention> Find(NameText text, IReadOnlyList<OrganizationMention> found)
    {
        Dictionary<int, OrganizationMention> byEnd = found.GroupBy(mention => mention.Span.End).ToDictionary(group => group.Key, group => group.First());
        foreach (Block block in text.ContentBlocks)
            for (int position = block.Span.Start; position < block.Span.End; position++)
            {
                if (suffixes.At(text.Text, position, block.Span.End) is not { } suffix) continue;
                OrganizationMention? mention = suffix.Strength == SuffixStrength.None ? null : At(text, block, position, suffix, byEnd);
                if (mention is not null || suffix.Strength == SuffixStrength.None) position = (mention?.Span.End ?? position + suffix.Word.Length) - 1;
                if (mention is not null) yield return mention;
            }
    }

    /// <summary>Type and rule of a name that is known to be an organization's.</summary>
    public (OrganizationType Type, string Rule)? TypeOf(string name)
    {
        for (int i = 1; i < name.Length; i++)
            if (suffixes.At(name, i, name.Length) is { } suffix && i + suffix.Word.Length == name.Length) return suffix.Strength == SuffixStrength.None ? null : (suffix.Type, suffix.Rule);
        return null;
    }

    private OrganizationMention? At(
        NameText text, Block block, int position, OrganizationSuffix suffix, Dictionary<int, OrganizationMention> byEnd)
    {
        int end = position + suffix.Word.Length;
        if (byEnd.TryGetValue(position, out OrganizationMention? owner) && suffix.Strength == SuffixStrength.Strong && IsLegalForm(suffix))
            return owner with { Span = new TextSpan(owner.Span.Start, end) };
        int start = StartOfStem(text, position, block.Span.Start, byEnd, suffix.Strength == SuffixStrength.Strong);
        start = BehindBreak(text, SkipLeadingWords(text.Text, start, position), position);
        start = BehindClassNoun(text.Text, start, position, block.Span.Start);
        if (suffix.Word.EndsWith("有限公司", StringComparison.Ordinal)) start = WithPlace(text.Text, start, block.Span.Start);
        var span = new TextSpan(start, end);
        bool isUnit = IsUnit(start, position, suffix, byEnd);
        if (!isUnit && !IsStem(text, new TextSpan(start, position), suffix)) return null;
        bool isSure = isUnit || suffix.Strength == SuffixStrength.Strong && !IsPlain(text, new TextSpan(start, position), suffix);
        if (!isSure && !IsStated(text, span, block, suffix, HoldsKnown(start, position, byEnd))) return null;
        string name = span.Of(text.Text);
        return known.Find(name) is { } entry
            ? KnownOrganizations.Mention(entry, span, 0.95)
            : new OrganizationMention(span, suffix.Rule, name, suffix.Type, IsKnown: false, suffix.Strength == SuffixStrength.Strong ? 0.8 : 0.65);
    }

    // 国家发展改革委低空经济发展司: an authority opens the name of its department.
    private static bool IsUnit(int start, int position, OrganizationSuffix suffix, Dictionary<int, OrganizationMention> byEnd)
    {
        if (suffix.Type != OrganizationType.Government || !suffix.Word.EndsWith('司')) return false;
        for (int end = Math.Max(start + 1, position - LongestUnit); end <= position; end++)
            if (byEnd.TryGetValue(end, out OrganizationMention? authority) && authority.Span.Start == start && authority.Type == OrganizationType.Government) return true;
        return false;
    }

    // 腾讯公司, 腾讯集团 are 腾讯; 腾讯研究院 is not.
    private static bool IsLegalForm(OrganizationSuffix suffix) => suffix.Type == OrganizationType.Company;

    private int StartOfStem(NameText text, int end, int floor, Dictionary<int, OrganizationMention> byEnd, bool isStrong)
    {
        int start = end;
        while (start > floor && end - start < LongestStem)
        {
            if (byEnd.TryGetValue(start, out OrganizationMention? owner)) return owner.Span.Start;
            if ((start < end || isStrong) && StopsAt(text, start, floor, isEmpty: start == end)) break;
            char unit = text.Text[start - 1];
            if (unit is '）' or ')' && OpenBracket(text.Text, start - 1, floor) is var open and > 0) start = open;
            else if (NameFolding.IsHan(unit) || NameFolding.IsLatin(unit)) start--;
            else break;
        }

        return start;
    }

    // Directly before the ending longer stops are part of the name: 建设 + 银行.
    private bool StopsAt(NameText text, int position, int floor, bool isEmpty)
    {
        int length = words.Stops.LengthBefore(text.Text, position, floor);
        bool isPartOfWord = length == 1 && (text.IsInsideOrdinaryWord(position) || text.IsInsideOrdinaryWord(position - 1));
        if (isEmpty) return (length == 1 && !Modals.Contains(text.Text[position - 1]) || length > 2) && !isPartOfWord;
        if (length == 0) length = words.ReleaseVerbs.LengthBefore(text.Text, position, floor);
        return length > 0 && !isPartOfWord;
    }

    private static int OpenBracket(string text, int close, int floor)
    {
        for (int i = close - 1; i > floor && close - i <= 7; i--)
            if (text[i] is '（' or '(') return i;
        return 0;
    }

    private int SkipLeadingWords(string text, int start, int end)
    {
        while (start < end && words.Descriptors.LengthAt(text.AsSpan(0, end), start) is > 0 and var length) start += length;
        return start;
    }

    // A registered name opens with its place, even where a known name follows: 北京百度网讯科技有限公司.
    private int WithPlace(string text, int start, int floor)
    {
        for (int length = 2; length <= 4 && start - length >= floor; length++)
            if (places.LengthAt(text, start - length, start) == length) return start - length;
        return start;
    }

    // 吃下甲光存储, 得知乙味食品: whole words that no name holds, verbs and pronouns, end before it.
    private int BehindBreak(NameText text, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (words.Breaks.LengthAt(text.Text.AsSpan(0, end), i) is > 0 and var length && text.IsWord(i, length, isOpening: i == start)) start = i + length;
        return start;
    }

    // 储能集成商某某电气: the noun says what the name behind it names. It stays where nothing but ordinary words follows it (企业家协会).
    private int BehindClassNoun(string text, int start, int end, int floor)
    {
        for (int i = end - 2; i > start; i--)
            if (words.ClassNouns.LengthBefore(text, i, floor) > 0 && ordinary.AreRare(text.AsSpan(i, end - i))) return i;
        return start;
    }

    // 启明创投 in 启明创投投资: what follows a known name is as likely a verb.
    private static bool HoldsKnown(int start, int end, Dictionary<int, OrganizationMention> byEnd)
    {
        for (int i = start + 1; i <= end; i++)
            if (byEnd.ContainsKey(i)) return true;
        return false;
    }

    private bool IsStated(NameText text, TextSpan span, Block block, OrganizationSuffix suffix, bool holdsKnown)
    {
        if (text.IsInsideOrdinaryWord(span.End)) return false;
        ReadOnlySpan<char> stem = text.Text.AsSpan(span.Start, span.Length - suffix.Word.Length);
        bool isMadeUp = !holdsKnown && IsMadeUp(stem) && !IsReleased(text, span.Start, block.Span.Start);
        if (isMadeUp && (suffix.Strength != SuffixStrength.Coined || ordinary.HoldRareCharacter(stem) || IsQuoted(text.Text, span))) return true;
        bool isLed = !holdsKnown && !words.ClassNouns.Contains(suffix.Word) && known.IsLed(text, span.Start, block.Span.Start, leastLength: 2);
        return suffix.Strength != SuffixStrength.Coined ? isLed || HasContext(text, span, block) : (isMadeUp && isLed) || known.IsFollowed(text, span.End, block.Span.End);
    }

    private static bool IsQuoted(string text, TextSpan span) => span.Start > 0 && text[span.Start - 1] is '“' or '「' && span.End < text.Length && text[span.End] is '”' or '」';

    // 债权银行, 共建研究院: one ordinary word before a strong ending describes as often as it names.
    private bool IsPlain(NameText text, TextSpan stem, OrganizationSuffix suffix) =>
        suffix.Type != OrganizationType.Government && stem.Length == 2 && suffix.Word.Length <= 3 && ordinary.Contains(text.Text.AsSpan(stem.Start, stem.Length)) && places.LengthAt(text.Text, stem.Start, stem.End) == 0;

    // 推出四足机器人, 发布钠新电池: what is released is a product.
    private bool IsReleased(NameText text, int start, int floor)
    {
        int end = text.SkipBlanksBack(start, floor);
        while (words.Descriptors.LengthBefore(text.Text, end, floor) is > 0 and var length) end -= length;
        return words.ReleaseVerbs.LengthBefore(text.Text, end, floor) > 0;
    }

    // A stem that is no ordinary word needs no verb beside it: nobody writes it but to name something.
    private bool IsMadeUp(ReadOnlySpan<char> stem)
    {
        if (stem.Length is < 2 or > 4 || !ordinary.AreRare(stem) || words.KindTails.LengthBefore(stem, stem.Length) > 0) return false;
        if (Numerals.Contains(stem[0]) && words.Counters.LengthAt(stem, 1) > 0) return false;
        for (int i = 0; i < stem.Length; i++)
            if (words.Generic.LengthAt(stem, i) > 1 || words.ClassNouns.LengthAt(stem, i) > 0) return false;
        return true;
    }

    private bool IsStem(NameText text, TextSpan stem, OrganizationSuffix suffix)
    {
        int least = suffix.Strength == SuffixStrength.Strong ? 1 : 2, most = suffix.Strength == SuffixStrength.Strong ? LongestStem + 8 : 6;
        if (stem.Length < least || stem.Length > most || text.IsInsideOrdinaryWord(stem.Start)) return false;
        ReadOnlySpan<char> name = text.Text.AsSpan(stem.Start, stem.Length);
        if (NoNameEnds.Contains(name[^1])) return false;
        if (suffix.Strength != SuffixStrength.Strong && EndsAsVerb(name)) return false;
        if (suffix.Strength != SuffixStrength.Strong && name[^1] is '省' or '市' or '县' && !suffix.MayBePlace) return false;
        int place = places.LengthAt(text.Text, stem.Start, stem.End);
        if (place > 0 && (place == stem.Length || words.Generic.Covers(name[place..]))) return suffix.MayBePlace;
        return !words.Generic.Covers(name) && (stem.Length > 1 || suffix.MayBePlace);
    }

    // 成立氢能, 推动快递: what a verb ends is its object, no name.
    private bool EndsAsVerb(ReadOnlySpan<char> stem) =>
        words.Stops.LengthBefore(stem, stem.Length) > 1 || words.AgentVerbs.LengthBefore(stem, stem.Length) > 1 || words.ReleaseVerbs.LengthBefore(stem, stem.Length) > 1;

    private bool HasContext(NameText text, TextSpan span, Block block) =>
        known.IsFollowed(text, span.End, block.Span.End)
        || text.IsWholeBlock(span) && block.Cell is not null
        || IsBetweenListMarks(text, span, block.Span) || IsJoined(text, span, block.Span);

    private static bool IsBetweenListMarks(NameText text, TextSpan span, TextSpan block) =>
        span.Start > block.Start && text.Text[span.Start - 1] == '、' && span.End < block.End && text.Text[span.End] is '、' or '等' or '和';

    // 甲禾资本和乙川基金。: the last of two, where the first ends as organizations do.
    private bool IsJoined(NameText text, TextSpan span, TextSpan block)
    {
        int before = span.Start - 1;
        if (before <= block.Start || text.Text[before] is not ('和' or '与' or '及') || span.End < block.End && NameFolding.IsHan(text.Text[span.End])) return false;
        for (int length = 2; length <= 4 && before - length > block.Start; length++)
            if (suffixes.At(text.Text, before - length, before) is { } suffix && suffix.Word.Length == length) return suffix.Strength != SuffixStrength.Coined;
        return false;
    }
}
