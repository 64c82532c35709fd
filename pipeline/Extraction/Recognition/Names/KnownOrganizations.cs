using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds the organizations of the lexicon. Names that are ordinary words too count only where the context says so.</summary>
internal sealed class KnownOrganizations
{
    private const int ShortestLookAlike = 5;
    private const int LongestNeighbour = 40;
    private readonly OrganizationLexicon lexicon;
    private readonly NameWords words;
    private readonly TermTrie<OrganizationEntry> names = new(NameFolding.Fold);
    private readonly TermTrie<OrganizationEntry> lookAlikes = new(NameFolding.FoldLookAlikes);

    public KnownOrganizations(OrganizationLexicon lexicon, NameWords words)
    {
        (this.lexicon, this.words) = (lexicon, words);
        foreach (OrganizationEntry entry in lexicon.Entries)
            foreach (string surface in OrganizationLexicon.SurfacesOf(entry))
            {
                names.Add(surface, entry);
                if (surface.Length >= ShortestLookAlike && surface.All(char.IsAsciiLetter)) lookAlikes.Add(surface, entry);
            }
    }

    public OrganizationEntry? Find(string surface) => lexicon.Find(surface);

    public static OrganizationMention Mention(OrganizationEntry entry, TextSpan span, double confidence) =>
        new(span, entry.Rule, entry.Name, entry.Type, IsKnown: true, confidence);

    /// <summary>All known organizations, not overlapping, ascending.</summary>
    public List<OrganizationMention> Find(NameText text)
    {
        var accepted = new SortedDictionary<int, OrganizationMention>();
        var pending = new List<OrganizationMention>();
        foreach (Block block in text.ContentBlocks)
            for (int position = block.Span.Start; position < block.Span.End;)
                position = Take(text, position, block.Span.End, accepted, pending);

        while (pending.RemoveAll(mention => TryAccept(text, mention, accepted)) > 0) { }
        return [.. accepted.Values];
    }

    private int Take(
        NameText text, int position, int limit, SortedDictionary<int, OrganizationMention> accepted, List<OrganizationMention> pending)
    {
        foreach (TermMatch<OrganizationEntry> match in Matches(text.Text, position))
        {
            // A lexicon that knows 小鹏G9 makes one word of it; the maker is still named.
            bool namesModel = match.Span.End < limit && IsModelNumber(text.Text.AsSpan(match.Span.End, limit - match.Span.End));
            if (match.Span.End > limit || (text.CutsWords(match.Span) && !namesModel) || RunsIntoWord(text, match.Span) || IsPartOfLatinName(text.Text, match.Span) || IsPartOfNumber(text.Text, match.Span.End) || NamesLicense(text, match.Span, limit)) continue;
            bool isAmbiguous = match.Value.AmbiguousNames.Contains(NameFolding.Key(match.Span.Of(text.Text)));
            OrganizationMention mention = Mention(match.Value, match.Span, isAmbiguous ? 0.85 : 0.95);
            if (isAmbiguous) pending.Add(mention);
            else accepted[mention.Span.Start] = mention;
            return match.Span.End;
        }

        return position + 1;
    }

    private List<TermMatch<OrganizationEntry>> Matches(string text, int position)
    {
        List<TermMatch<OrganizationEntry>> exact = names.At(text, position);
        return exact.Count > 0 || !char.IsAsciiLetter(text[position]) ? exact : lookAlikes.At(text, position);
    }

    // 中国银行|业: the end of a short name and what follows form another word.
    private static bool RunsIntoWord(NameText text, TextSpan span) =>
        span.Length <= 4 && NameFolding.IsHan(text.Text[span.End - 1]) && text.IsInsideOrdinaryWord(span.End);

    // 国办发〔2023〕: an issuer's code is no mention of the issuer.
    private static bool IsPartOfNumber(string text, int end)
    {
        int bracket = text.AsSpan(end, Math.Min(5, text.Length - end)).IndexOfAny('〔', '[', '（');
        return bracket > 0 && end + bracket + 2 < text.Length && text[end + bracket + 1] is '1' or '2' && char.IsAsciiDigit(text[end + bracket + 2])
            && text.IndexOf('号', end + bracket, Math.Min(16, text.Length - end - bracket)) > 0;
    }

    // 采用MIT许可证, Mozilla公共许可证: a licence named after its author.
    private bool NamesLicense(NameText text, TextSpan span, int limit) =>
        char.IsAsciiLetter(text.Text[span.End - 1]) && words.Licenses.LengthAt(text.Text.AsSpan(0, limit), text.SkipBlanks(span.End, limit)) > 0;

    private static bool IsPartOfLatinName(string text, TextSpan span) =>
        (span.End + 1 < text.Length && text[span.End] == '-' && NameFolding.IsLatinWord(text[span.End + 1]) && NameFolding.IsLatin(text[span.End - 1]))
        || (span.Start > 1 && text[span.Start - 1] is '-' or '/' or '@' or '.' && NameFolding.IsLatinWord(text[span.Start]) && span.Start > 1 && NameFolding.IsLatin(text[span.Start - 2]));

    // 小米 SU7, 小鹏G7, 理想i8: a code behind a maker's name is a model's.
    private static bool IsModelNumber(ReadOnlySpan<char> text)
    {
        int letters = 0;
        while (letters < Math.Min(3, text.Length) && char.IsAsciiLetter(text[letters])) letters++;
        return letters > 0 && letters < text.Length && char.IsAsciiDigit(text[letters]) && text[0] is not ('Q' or 'H' or 'L' or 'P');
    }

    private bool TryAccept(NameText text, OrganizationMention mention, SortedDictionary<int, OrganizationMention> accepted)
    {
        if (!HasContext(text, mention.Span, accepted)) return false;
        accepted[mention.Span.Start] = mention;
        return true;
    }

    private bool HasContext(NameText text, TextSpan span, SortedDictionary<int, OrganizationMention> accepted)
    {
        Block block = text.BlockAt(span.Start);
        return (block.Cell is not null && text.IsWholeBlock(span))
            || IsFollowed(text, span.End, block.Span.End)
            || IsDate(text.Text.AsSpan(text.SkipBlanks(span.End, block.Span.End)))
            || IsLed(text, span.Start, block.Span.Start)
            || IsListed(text, span, block.Span, accepted);
    }

    /// <summary>Whether a verb of an agent, a role or 旗下 follows, adverbs and 在2023年 skipped.</summary>
    internal bool IsFollowed(NameText text, int end, int limit)
    {
        ReadOnlySpan<char> block = text.Text.AsSpan(0, limit);
        int position = text.SkipBlanks(end, limit);
        if (position < limit && block[position] is '在' or '于') return position + 1 < limit && (char.IsAsciiDigit(block[position + 1]) || block[position + 1] == ' ');
        if (words.OrganizationFollowers.LengthAt(block, position) > 0) return true;
        if (position + 1 < limit && block[position] == '的' && (block[position + 1] is '“' or '《' || char.IsAsciiLetterUpper(block[position + 1]))) return true;
        if (IsModelNumber(block[position..])) return true;
        for (int i = 0; i < 3; i++)
        {
            if (words.ReleaseVerbs.LengthAt(block, position) > 0 || words.AgentVerbs.LengthAt(block, position) > 0) return true;
            position += words.Adverbs.LengthAt(block, position);
        }

        return false;
    }

    // 地平线10月24日…, 小米2023年…: who acts stands before when.
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        int digits = 0;
        while (digits < Math.Min(4, text.Length) && char.IsAsciiDigit(text[digits])) digits++;
        return digits > 0 && digits < text.Length && (digits == 4 && text[digits] == '年' || digits <= 2 && text[digits] == '月' && text.Length > digits + 1 && char.IsAsciiDigit(text[digits + 1]));
    }

    /// <summary>Whether a word of at least that length stands before a position that organizations stand behind.</summary>
    internal bool IsLed(NameText text, int start, int floor, int leastLength = 1)
    {
        int end = text.SkipBlanksBack(start, floor);
        return words.OrganizationLeaders.LengthBefore(text.Text, end, floor) >= leastLength;
    }

    private static bool EndsAt(int end, SortedDictionary<int, OrganizationMention> accepted)
    {
        for (int start = end - 1; start >= 0 && end - start <= LongestNeighbour; start--)
            if (accepted.TryGetValue(start, out OrganizationMention? other)) return other.Span.End == end;
        return false;
    }

    // A、B、C: a neighbour that is an organization, or 等企业 at the end of the list.
    private bool IsListed(NameText text, TextSpan span, TextSpan block, SortedDictionary<int, OrganizationMention> accepted)
    {
        int next = text.SkipBlanks(span.End, block.End), previous = text.SkipBlanksBack(span.Start, block.Start);
        bool joinsNext = next < block.End && text.Text[next] is '、' or '&' or '和' or '与' or '/';
        bool joinsPrevious = previous > block.Start && text.Text[previous - 1] is '、' or '&' or '和' or '与' or '/';
        if (joinsNext && accepted.ContainsKey(text.SkipBlanks(next + 1, block.End))) return true;
        if (joinsPrevious && EndsAt(text.SkipBlanksBack(previous - 1, block.Start), accepted)) return true;
        return joinsPrevious && next < block.End && text.Text[next] == '等'
            && words.OrganizationClasses.LengthAt(text.Text.AsSpan(0, block.End), text.SkipBlanks(next + 1, block.End)) > 0;
    }
}
