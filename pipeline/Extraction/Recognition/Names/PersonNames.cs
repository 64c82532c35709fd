using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds persons: well-known ones, and Chinese or transliterated names beside a role or before a verb that persons take.</summary>
internal sealed class PersonNames
{
    private const int LongestRole = 24;
    private readonly TermTrie<KnownPerson> people = new(NameFolding.Fold);
    private readonly WordSet surnames;
    private readonly WordSet roles;
    private readonly WordSet modifiers;
    private readonly WordSet links;
    private readonly WordSet followers;
    private readonly WordSet titles;
    private readonly WordSet notGiven;
    private readonly WordSet appointing;
    private readonly WordSet appointed;

    private PersonNames(IReadOnlyDictionary<string, WordSet> cues, WordSet surnames)
    {
        this.surnames = surnames;
        (roles, modifiers, links) = (cues["role"], cues["modifier"], cues["link"]);
        (followers, titles, notGiven) = (cues["follower"], cues["title"], cues["not-given"]);
        (appointing, appointed) = (cues["appointing"], cues["appointed"]);
    }

    /// <summary>Names of known persons.</summary>
    public List<string> Words { get; } = [];

    public static PersonNames Load(KnowledgeFolder knowledge)
    {
        TsvTable cueTable = knowledge.ReadTsv("lexicon/people-roles.tsv"), surnameTable = knowledge.ReadTsv("lexicon/surnames.tsv");
        Dictionary<string, WordSet> cues = cueTable.Rows
            .GroupBy(row => cueTable.Field(row, "use"), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new WordSet(group.SelectMany(row => Split(cueTable.Field(row, "words")))), StringComparer.Ordinal);
        foreach (string use in (string[])["role", "modifier", "link", "follower", "title", "not-given", "appointing", "appointed"])
            if (!cues.ContainsKey(use)) throw new KnowledgeException("lexicon/people-roles.tsv", 0, $"no words of the use '{use}'");
        var names = new PersonNames(cues, new WordSet(surnameTable.Rows.SelectMany(row => Split(surnameTable.Field(row, "surnames")))));
        TsvTable people = knowledge.ReadTsv("lexicon/people.tsv");
        foreach (TsvRow row in people.Rows)
            foreach (string name in AliasField.Split(people.Field(row, "aliases")).Prepend(people.Field(row, "name")))
                names.Add(name, new KnownPerson(people.Field(row, "name"), $"lexicon/people.tsv#{row.Line}"));
        return names;
    }

    public IEnumerable<PersonMention> Find(NameText text, IReadOnlyList<OrganizationMention> organizations)
    {
        ILookup<int, OrganizationMention> byEnd = organizations.ToLookup(mention => mention.Span.End);
        foreach (Block block in text.ContentBlocks)
            for (int position = block.Span.Start; position < block.Span.End; position++)
            {
                PersonMention? mention = Known(text, block, position, byEnd) ?? Named(text, block, position, byEnd);
                if (mention is null) continue;
                yield return mention;
                position = mention.Span.End - 1;
            }
    }

    private static string[] Split(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void Add(string name, KnownPerson person)
    {
        Words.Add(name);
        people.Add(name, person);
    }

    private PersonMention? Known(NameText text, Block block, int position, ILookup<int, OrganizationMention> organizations)
    {
        foreach (TermMatch<KnownPerson> match in people.At(text.Text, position))
            if (match.Span.End <= block.Span.End && !text.CutsWords(match.Span))
                return new PersonMention(match.Span, match.Value.Rule, match.Span.Of(text.Text), RoleOf(text, block, match.Span, organizations));
        return null;
    }

    private PersonMention? Named(NameText text, Block block, int position, ILookup<int, OrganizationMention> organizations)
    {
        int end = EndOfTransliteration(text.Text, position, block.Span.End);
        if (end == 0) end = EndOfChineseName(text, position, block.Span);
        if (end == 0) return null;
        var span = new TextSpan(position, end);
        if (IsOrdinaryWord(text, span) && !IsLedByRole(text, position, block.Span.Start)) return null;
        string? role = RoleOf(text, block, span, organizations);
        bool isMarked = role is not null || IsSubject(text, block, span) || IsAppointed(text, block, span);
        return isMarked ? new PersonMention(span, "lexicon/people-roles.tsv", span.Of(text.Text), role) : null;
    }

    // 创始人为刘庆峰, 由刘庆峰创立
    private bool IsLedByRole(NameText text, int position, int floor)
    {
        int end = text.SkipBlanksBack(position, floor);
        if (end > floor && text.Text[end - 1] == '由') return true;
        if (end > floor && text.Text[end - 1] is '为' or '是' or '：' or ':') end = text.SkipBlanksBack(end - 1, floor);
        return roles.LengthBefore(text.Text, end, floor) > 0;
    }

    // 商业总裁, 董事会宣布: an ordinary word is a name only behind a role; the dictionary knows names, too.
    private static bool IsOrdinaryWord(NameText text, TextSpan span)
    {
        for (int i = span.Start + 1; i < span.End; i++)
            if (!text.IsInsideOrdinaryWord(i)) return false;
        return true;
    }

    // 雅各布·史密斯: Chinese parts joined by a middle dot.
    private static int EndOfTransliteration(string text, int start, int limit)
    {
        if (start > 0 && (NameFolding.IsHan(text[start - 1]) && text[start - 1] is not ('由' or '是' or '为' or '人' or '裁' or '长' or '官' or 'O') || text[start - 1] == '·')) return 0;
        int end = start, dots = 0;
        while (end < limit && (NameFolding.IsHan(text[end]) || (text[end] == '·' && end > start)))
        {
            if (text[end] == '·') dots++;
            end++;
        }

        return dots is 1 or 2 && end - start is >= 4 and <= 12 && text[end - 1] != '·' ? end : 0;
    }

    private int EndOfChineseName(NameText text, int start, TextSpan block)
    {
        if (text.IsInsideWord(start)) return 0;
        int surname = surnames.LengthAt(text.Text.AsSpan(0, block.End), start);
        if (surname == 0) return 0;
        for (int given = 2; given >= 1; given--)
        {
            int end = start + surname + given;
            if (end > block.End || text.IsInsideWord(end)) continue;
            bool isClosed = given == 2 && end < block.End && text.Text[end] is '。' or '，' or '；' or '、' or '）';
            if (!IsGiven(text.Text.AsSpan(start + surname, isClosed ? 1 : given)) || !NameFolding.IsHan(text.Text[end - 1])) continue;
            if (end < block.End && NameFolding.IsHan(text.Text[end]) && !CanFollow(text.Text, end, block.End)) continue;
            return end;
        }

        return 0;
    }

    private bool IsGiven(ReadOnlySpan<char> given)
    {
        foreach (char unit in given)
            if (!NameFolding.IsHan(unit)) return false;
        return !notGiven.OccursIn(given);
    }

    private bool CanFollow(string text, int end, int limit) =>
        notGiven.LengthAt(text.AsSpan(0, limit), end) > 0 || followers.LengthAt(text.AsSpan(0, limit), end) > 0
        || titles.LengthAt(text.AsSpan(0, limit), end) > 0 || roles.LengthAt(text.AsSpan(0, limit), end) > 0;

    // At the start of a clause and before 表示, 带领, 创立.
    private bool IsSubject(NameText text, Block block, TextSpan span)
    {
        int before = text.SkipBlanksBack(span.Start, block.Span.Start);
        bool startsClause = before == block.Span.Start || text.Text[before - 1] is '，' or '。' or '；' or '：' or ':' or '由' or '•' or '◦' or '“';
        if (before > block.Span.Start && text.Text[before - 1] == '由' && followers.LengthAt(text.Text.AsSpan(0, block.Span.End), span.End) > 0) return true;
        return startsClause && followers.LengthAt(text.Text.AsSpan(0, block.Span.End), text.SkipBlanks(span.End, block.Span.End)) >= 2;
    }

    // 聘任某某为行长, 免去某某的职务
    private bool IsAppointed(NameText text, Block block, TextSpan span) =>
        appointing.LengthBefore(text.Text, text.SkipBlanksBack(span.Start, block.Span.Start), block.Span.Start) > 0
        && appointed.LengthAt(text.Text.AsSpan(0, block.Span.End), span.End) > 0;

    private string? RoleOf(NameText text, Block block, TextSpan name, ILookup<int, OrganizationMention> organizations)
    {
        int end = text.SkipBlanksBack(name.Start, block.Span.Start), skipped = end;
        int link = links.LengthBefore(text.Text, end, block.Span.Start);
        if (link > 0) end = text.SkipBlanksBack(end - link, block.Span.Start);
        int length = roles.LengthBefore(text.Text, end, block.Span.Start);
        if (length > 0) return Widen(text, new TextSpan(end - length, end), block.Span.Start, organizations).Of(text.Text);
        int next = text.SkipBlanks(name.End, block.Span.End);
        int title = titles.LengthAt(text.Text.AsSpan(0, block.Span.End), next);
        if (title > 0) return text.Text.Substring(next, title);
        return skipped == name.Start || link == 0 ? RoleInBrackets(text.Text, next, block.Span.End) : null;
    }

    // 前某某CEO: a former role names where it was held.
    private TextSpan Widen(NameText text, TextSpan role, int floor, ILookup<int, OrganizationMention> organizations)
    {
        int start = role.Start;
        while (modifiers.LengthBefore(text.Text, start, floor) is > 0 and var length && role.End - start < LongestRole) start -= length;
        OrganizationMention? owner = organizations[text.SkipBlanksBack(start, floor)].FirstOrDefault();
        bool isFormer = owner is not null && owner.Span.Start > floor && text.Text[owner.Span.Start - 1] is '前' or '原';
        return new TextSpan(isFormer ? owner!.Span.Start - 1 : start, role.End);
    }

    private string? RoleInBrackets(string text, int open, int limit)
    {
        if (open >= limit || text[open] is not ('（' or '(')) return null;
        int close = text.IndexOfAny(['）', ')'], open, Math.Min(limit - open, 30));
        if (close < 0) return null;
        string inner = text[(open + 1)..close];
        return roles.LengthBefore(inner, inner.Length) > 0 ? inner : null;
    }

    private sealed record KnownPerson(string Name, string Rule);
}
