using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds products: those of the lexicon, Latin names with versions, Chinese names that end in a product noun, quoted names.</summary>
internal sealed partial class ProductNames
{
    private const string Rule = "lexicon/product-heads.tsv";
    private const int LongestStem = 12;
    private readonly NameWords words;
    private readonly ProductHeads heads;
    private readonly VersionReader versions;
    private readonly ProductLexicon lexicon;
    private readonly TermTrie<ProductEntry> names = new(NameFolding.Fold);

    private readonly OrdinaryWords ordinary;
    private readonly CodedNames coded;

    public ProductNames(ProductLexicon lexicon, ProductHeads heads, NameWords words, OrdinaryWords ordinary)
    {
        (this.lexicon, this.heads, this.words, this.ordinary, versions) = (lexicon, heads, words, ordinary, new VersionReader(words));
        coded = new CodedNames(words, heads, versions, ordinary);
        foreach (ProductEntry entry in lexicon.Entries)
            foreach (string surface in ProductLexicon.SurfacesOf(entry)) names.Add(surface, entry);
    }

    public IEnumerable<ProductMention> Find(NameText text, IReadOnlyList<OrganizationMention> organizations)
    {
        var organizationEnds = organizations.Select(mention => mention.Span.End).ToHashSet();
        var organizationStarts = organizations.ToLookup(mention => mention.Span.Start);
        foreach (ProductMention mention in coded.Find(text, organizations)) yield return mention;
        foreach (Block block in text.ContentBlocks)
        {
            foreach (ProductMention mention in Known(text, block, organizationEnds)) yield return mention;
            foreach (ProductMention mention in Latin(text, block, organizationStarts)) yield return mention;
            foreach (ProductMention mention in Han(text, block, organizationEnds)) yield return mention;
            foreach (ProductMention mention in Quoted(text, block, organizationEnds)) yield return mention;
            foreach (ProductMention mention in Numbered(text, block)) yield return mention;
        }
    }

    /// <summary>A product whose span a table column gives.</summary>
    public ProductMention FromCell(NameText text, TextSpan span, string kind, string rule)
    {
        string name = span.Of(text.Text);
        Match version = TrailingVersion().Match(name);
        return new ProductMention(span, rule, name, lexicon.Find(name)?.Kind ?? kind, version.Success ? version.Groups["v"].Value : null);
    }

    private IEnumerable<ProductMention> Known(NameText text, Block block, HashSet<int> organizationEnds)
    {
        for (int position = block.Span.Start; position < block.Span.End; position++)
            foreach (TermMatch<ProductEntry> match in names.At(text.Text, position))
            {
                if (match.Span.End > block.Span.End || text.CutsWords(match.Span) || IsCutFromCompound(text.Text, match.Span.End)) continue;
                TextSpan stem = WithHyphens(text.Text, WithModelNumber(text.Text, WithHead(text.Text, match.Span, block.Span.End), block.Span.End), block.Span.End);
                (int end, string? version) = versions.Read(text.Text, stem.End, block.Span.End);
                bool isAmbiguous = match.Value.AmbiguousNames.Contains(NameFolding.Key(match.Span.Of(text.Text)));
                if (isAmbiguous && !HasContext(text, match.Span.Start, end, stem.Length > match.Span.Length || version is not null, organizationEnds, block)) continue;
                var span = new TextSpan(position, WithTail(text.Text, end, version, block.Span.End));
                yield return new ProductMention(span, match.Value.Rule, span.Of(text.Text), match.Value.Kind, version) { Maker = match.Value.Maker };
                position = span.End - 1;
                break;
            }
    }

    // 盘古 + 大模型, 文心 + 大模型: a Chinese name takes the noun behind it in.
    private TextSpan WithHead(string text, TextSpan span, int limit) =>
        NameFolding.IsHan(text[span.End - 1]) && heads.Before(text, span.End, span.Start) is null && heads.At(text, span.End, limit) is { Kind: "model" } head ? new TextSpan(span.Start, span.End + head.Word.Length) : span;

    // Ray-Ban is no Ray.
    private static bool IsCutFromCompound(string text, int end) =>
        end + 2 < text.Length && text[end] == '-' && NameFolding.IsLatinWord(text[end - 1]) && char.IsAsciiLetterUpper(text[end + 1]) && char.IsAsciiLetterLower(text[end + 2]);

    // Kimi K2: behind a known name a code is a model's, whatever it measures elsewhere.
    private TextSpan WithModelNumber(string text, TextSpan span, int limit) =>
        NameFolding.IsLatinWord(text[span.End - 1]) && FollowingModelNumber().Match(text, span.End, limit - span.End) is { Success: true } code && !words.LatinCommon.Contains(code.Value.Trim())
            ? new TextSpan(span.Start, span.End + code.Length)
            : span;

    // gpt-oss-120b: a name in small letters goes on behind its hyphens.
    private static TextSpan WithHyphens(string text, TextSpan span, int limit) =>
        char.IsAsciiLetterLower(text[span.End - 1]) && HyphenatedTail().Match(text, span.End, limit - span.End) is { Success: true } tail && tail.ValueSpan.ContainsAnyInRange('a', 'z')
            ? new TextSpan(span.Start, span.End + tail.Length)
            : span;

    private int WithTail(string text, int end, string? version, int limit) => version is null ? end : heads.EndOfTail(text, end, limit);

    private bool HasContext(NameText text, int start, int end, bool isMarked, HashSet<int> organizationEnds, Block block)
    {
        int before = text.SkipBlanksBack(start, block.Span.Start);
        return isMarked || organizationEnds.Contains(before) || IsObject(text, start, block.Span.Start)
            || (text.IsWholeBlock(new TextSpan(start, end)) && block.Cell is not null)
            || (before > block.Span.Start && text.Text[before - 1] is '“' or '"' or '「');
    }

    private IEnumerable<ProductMention> Latin(NameText text, Block block, ILookup<int, OrganizationMention> organizations)
    {
        int last = block.Span.Start;
        for (Match match = LatinToken().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
        {
            if (match.Index < last || organizations[match.Index].Any(mention => mention.Span.End >= match.Index + match.Length)) continue;
            if (LatinAt(text, block, match) is not { } mention) continue;
            last = mention.Span.End;
            yield return mention;
        }
    }

    private ProductMention? LatinAt(NameText text, Block block, Match token)
    {
        string word = token.Value;
        bool isModelNumber = ShortModelNumber().IsMatch(word) && (IsObject(text, token.Index, block.Span.Start) || HasEdition(text.Text, token.Index + token.Length, block.Span.End));
        if (words.LatinCommon.Contains(word) || (IsMeasure(word) && !isModelNumber)) return null;
        int end = token.Index + token.Length;
        bool hasDigit = word.Any(char.IsAsciiDigit), hasUpper = word.Any(char.IsAsciiLetterUpper);
        if (!hasDigit && hasUpper && FollowingModelNumber().Match(text.Text, end, block.Span.End - end) is { Success: true } next
            && !words.LatinCommon.Contains(next.Value.Trim()) && !IsMeasure(next.Value.Trim())) (end, hasDigit) = (end + next.Length, true);
        (int versionEnd, string? version) = versions.Read(text.Text, end, block.Span.End);
        bool isNamed = hasDigit && hasUpper || versionEnd > end && hasUpper && (version is null || version.Contains('.', StringComparison.Ordinal) || IsObject(text, token.Index, block.Span.Start));
        if (!isNamed && !(hasUpper && word.Length > 2 && (IsObject(text, token.Index, block.Span.Start) || IsApposed(text, token, block.Span)))) return null;
        version ??= ParameterCount().IsMatch(word) ? null : TrailingVersion().Match(new TextSpan(token.Index, end).Of(text.Text)) is { Success: true } own ? own.Groups["v"].Value : null;
        var span = new TextSpan(token.Index, heads.EndOfTail(text.Text, versionEnd, block.Span.End));
        return new ProductMention(span, Rule, span.Of(text.Text), KindOf(text, span, block.Span), version) { Maker = Family(span.Of(text.Text))?.Maker };
    }

    // 首款推理模型Magistral: a capitalized word glued to the noun that says what it is.
    private bool IsApposed(NameText text, Match token, TextSpan block) =>
        Capitalized().IsMatch(token.Value) && heads.Before(text.Text, token.Index, block.Start) is not null;

    // X3 Pro: an edition behind a code makes it a model's.
    private bool HasEdition(string text, int end, int limit) =>
        end < limit && text[end] == ' ' && versions.Read(text, end, limit) is { Version: null } read && read.End > end;

    // 141GB, 80%, L2, Q3, 5nm: amounts, levels, quarters.
    private static bool IsMeasure(string word) => Measure().IsMatch(word);

    private string KindOf(NameText text, TextSpan span, TextSpan block)
    {
        string name = span.Of(text.Text);
        if (Family(name) is { } entry) return entry.Kind;
        if (heads.Before(text.Text, span.End, span.Start) is { } own) return own.Kind;
        if (heads.At(text.Text, text.SkipBlanks(span.End, block.End), block.End) is { } behind) return behind.Kind;
        if (heads.Before(text.Text, text.SkipBlanksBack(span.Start, block.Start), block.Start) is { } before) return before.Kind;
        return ParameterCount().IsMatch(name) ? "model" : "product";
    }

    // Qwen of Qwen3-Coder: the longest name of the lexicon that it begins with.
    private ProductEntry? Family(string name)
    {
        for (int length = name.Length; length > 1; length--)
            if (lexicon.Find(name[..length]) is { } entry) return entry;
        return null;
    }

    private IEnumerable<ProductMention> Han(NameText text, Block block, HashSet<int> organizationEnds)
    {
        for (int position = block.Span.Start + 1; position < block.Span.End; position++)
        {
            if (heads.At(text.Text, position, block.Span.End) is not { } head) continue;
            int headEnd = position + head.Word.Length, start = StartOfStem(text, position, block.Span.Start, organizationEnds);
            start = SkipDescriptors(text.Text, start, position);
            (int end, string? version) = versions.Read(text.Text, headEnd, block.Span.End);
            if (!IsHanName(text, block, new TextSpan(start, position), end, version, organizationEnds)
                && !(head.Kind == "drug" && position - start <= 5 && ordinary.AreRare(text.Text.AsSpan(start, position - start)))) continue;
            var span = new TextSpan(start, end);
            yield return new ProductMention(span, head.Rule, span.Of(text.Text), head.Kind, version);
            position = end - 1;
        }
    }

    private bool IsHanName(NameText text, Block block, TextSpan stem, int end, string? version, HashSet<int> organizationEnds)
    {
        if (stem.Length == 0 || stem.Length > LongestStem || !NameFolding.IsHan(text.Text[stem.Start]) && !NameFolding.IsLatinWord(text.Text[stem.Start])) return false;
        if (text.Text.AsSpan(stem.Start, stem.Length).ContainsAny('“', '”', '"')) return false;
        bool isGeneric = words.Generic.Covers(text.Text.AsSpan(stem.Start, stem.Length));
        if (IsLatinOnly(text.Text.AsSpan(stem.Start, stem.Length)) && !IsGluedToLargeModel(text.Text, stem.End)) return false;
        bool isObject = IsStatedObject(text, stem.Start, block.Span.Start, organizationEnds);
        bool endsClause = end >= block.Span.End || text.Text[end] is '。' or '，' or ',' or '；' or '（' or '(' or '、' or '”' or '并' or '和' or '与' or '及' or '等';
        if (isGeneric) return isObject && endsClause;
        return version is not null || (isObject && endsClause) || organizationEnds.Contains(text.SkipBlanksBack(stem.Start, block.Span.Start)) || IsObject(text, stem.Start, block.Span.Start) && endsClause;
    }

    private static bool IsLatinOnly(ReadOnlySpan<char> stem)
    {
        foreach (char unit in stem)
            if (NameFolding.IsHan(unit)) return false;
        return true;
    }

    // ABC大模型 is a name; ABC模型, ABC 系统 are a name and a noun.
    private static bool IsGluedToLargeModel(string text, int position) => string.CompareOrdinal(text, position, "大模型", 0, 3) == 0;

    // Directly behind a verb of release whose subject is an organization, or that opens a clause.
    private bool IsStatedObject(NameText text, int start, int floor, HashSet<int> organizationEnds)
    {
        int end = text.SkipBlanksBack(start, floor);
        if (end > floor && text.Text[end - 1] == '了') end--;
        int verb = words.ReleaseVerbs.LengthBefore(text.Text, end, floor);
        if (verb == 0) return false;
        end = text.SkipBlanksBack(end - verb, floor);
        while (!organizationEnds.Contains(end) && words.Adverbs.LengthBefore(text.Text, end, floor) is > 0 and var adverb) end = text.SkipBlanksBack(end - adverb, floor);
        return organizationEnds.Contains(end) || end == floor || text.Text[end - 1] is '，' or ',' or '。' or '；';
    }

    private int StartOfStem(NameText text, int end, int floor, HashSet<int> organizationEnds)
    {
        int start = end;
        while (start > floor && end - start <= LongestStem && !organizationEnds.Contains(start))
        {
            char unit = text.Text[start - 1];
            if (!NameFolding.IsHan(unit) && !NameFolding.IsLatinWord(unit) && unit is not ('·' or '.' or '-' or ' ')) break;
            if (unit == ' ' && !(start - 2 >= floor && NameFolding.IsLatinWord(text.Text[start - 2]) && start == end)) break;
            int stop = words.Stops.LengthBefore(text.Text, start, floor);
            if ((words.ReleaseVerbs.LengthBefore(text.Text, start, floor) is > 0 and var verb && !(verb == 1 && text.IsInsideWord(start))) || words.AgentVerbs.LengthBefore(text.Text, start, floor) > 1 || (stop > 0 && !(stop == 1 && text.IsInsideWord(start)))) break;
            start--;
        }

        while (start < end && text.Text[start] is ' ' or '·' or '.' or '-') start++;
        return start;
    }

    private int SkipDescriptors(string text, int start, int end)
    {
        while (start < end && (text[start] == ' ' || words.Descriptors.LengthAt(text.AsSpan(0, end), start) > 0))
            start += text[start] == ' ' ? 1 : words.Descriptors.LengthAt(text.AsSpan(0, end), start);
        return start;
    }

    private IEnumerable<ProductMention> Quoted(NameText text, Block block, HashSet<int> organizationEnds)
    {
        for (Match match = Quotation().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
        {
            Group inner = match.Groups["name"];
            if (!IsObject(text, match.Index, block.Span.Start) && !organizationEnds.Contains(text.SkipBlanksBack(match.Index, block.Span.Start))) continue;
            if (words.Generic.Covers(inner.ValueSpan) || words.Descriptors.Covers(inner.ValueSpan) || names.At(text.Text, inner.Index).Exists(known => known.Span.End == inner.Index + inner.Length)) continue;
            var span = new TextSpan(inner.Index, inner.Index + inner.Length);
            Match version = TrailingVersion().Match(inner.Value);
            yield return new ProductMention(span, Rule + "#quoted", inner.Value, KindOf(text, span, block.Span), version.Success ? version.Groups["v"].Value : null);
        }
    }

    // 长征八号运载火箭, 某某一号卫星: numbered spacecraft, where a noun behind them says so.
    private IEnumerable<ProductMention> Numbered(NameText text, Block block)
    {
        for (Match match = NumberedName().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
        {
            int end = match.Index + match.Length, behind = end;
            while (behind < block.Span.End && words.Descriptors.LengthAt(text.Text.AsSpan(0, block.Span.End), behind) is > 0 and var length) behind += length;
            if (heads.At(text.Text, behind, block.Span.End) is not { Kind: "vehicle" } head) continue;
            int start = match.Index;
            for (int i = match.Index; i < end - 3; i++)
                if (words.Stops.LengthAt(text.Text.AsSpan(0, end - 2), i) is > 0 and var stop && !text.IsInsideOrdinaryWord(i)) start = i + stop;
            var span = new TextSpan(start, end);
            if (span.Length >= 4) yield return new ProductMention(span, head.Rule, span.Of(text.Text), head.Kind, null);
        }
    }

    // Behind a verb of release, with nothing but descriptions between: 发布开源多模态GPT-4V.
    private bool IsObject(NameText text, int start, int floor)
    {
        int end = start;
        for (int i = 0; i < 6; i++)
        {
            end = text.SkipBlanksBack(end, floor);
            if (words.ReleaseVerbs.LengthBefore(text.Text, end, floor) > 0) return true;
            int length = words.Descriptors.LengthBefore(text.Text, end, floor);
            if (length == 0) return false;
            end -= length;
        }

        return false;
    }

    [GeneratedRegex(@"(?<![A-Za-z/@_.])(?<![A-Za-z]\d{0,3})[A-Za-z][A-Za-z0-9]*(?:(?:[-·+]|\.(?=\d))[A-Za-z0-9]+)*(?![A-Za-z0-9]*[/@_][A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LatinToken();

    [GeneratedRegex(@"\G (?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Z])[A-Za-z]{1,4}\d{1,4}[A-Za-z]{0,3}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex FollowingModelNumber();

    [GeneratedRegex(@"^(?:[A-Z]\d|[LQH]\d{1,2}\+?|\d.*|[A-Z]\d?[A-Z]|[a-z]+\d+|(?:GB|MB|TB|nm|km|kg|CO|PM)\d.*|[A-Z]{2}-\d|FY\d{2,4}|.*-20\d{6,}|CES\d{4}|[A-Z]\+?|V\d+(?:\.\d+)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^[A-Z][A-Za-z]*[a-z][A-Za-z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Capitalized();

    [GeneratedRegex(@"\G(?:-(?!like|based|style|powered|ready|only|native|compatible)[a-z0-9]+)+(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex HyphenatedTail();

    [GeneratedRegex(@"^[A-GI-KM-PR-Z]\d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortModelNumber();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{2,6}?[一二三四五六七八九十百零〇]{1,3}号[甲乙丙丁A-Z]?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"\d+(?:\.\d+)?B(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterCount();

    [GeneratedRegex(@"(?:(?<=[A-Za-z\u4E00-\u9FFF])[ -]?|[ -])[Vv]?(?<v>\d{1,2}(?:\.\d{1,3}){0,2})(?:[A-Za-z]{0,2}|[- ].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingVersion();

    [GeneratedRegex(@"[“""「](?<name>[^“”""「」，。；：！？\n]{2,20})[”""」]", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();
}
