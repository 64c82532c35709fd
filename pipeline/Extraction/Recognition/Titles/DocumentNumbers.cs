using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Names;

namespace Extraction.Recognition.Titles;

/// <summary>Official numbers: of documents (国办发〔2023〕1号), registrations (网信算备…号) and standards (GB/T 1.1-2020).</summary>
internal sealed partial class DocumentNumbers
{
    private const string RegistrationFile = "lexicon/registration-prefixes.tsv";
    private const string StandardFile = "lexicon/standard-bodies.tsv";
    private readonly Prefixes registrations;
    private readonly Prefixes standards;
    private readonly WordSet stops;

    private DocumentNumbers(Prefixes registrations, Prefixes standards, WordSet stops) =>
        (this.registrations, this.standards, this.stops) = (registrations, standards, stops);

    public static DocumentNumbers Load(KnowledgeFolder knowledge, NameWords words) =>
        new(ReadPrefixes(knowledge, RegistrationFile), ReadPrefixes(knowledge, StandardFile), words.Stops);

    public IEnumerable<DocumentNumberMention> Find(string text, TextSpan block)
    {
        foreach (Match match in DocumentPattern().Matches(text[block.Start..block.End]))
        {
            int skip = PrefixToSkip(match.Groups["code"].ValueSpan);
            var span = new TextSpan(block.Start + match.Index + skip, block.Start + match.Index + match.Length);
            string code = match.Groups["code"].Value[skip..];
            if (code.Length >= 2)
                yield return new DocumentNumberMention(
                    span, "lexicon/name-words.tsv#document-number", $"{code}〔{match.Groups["year"].Value}〕{match.Groups["number"].Value}号", "policy");
        }

        foreach (Match match in OrderPattern().Matches(text[block.Start..block.End]))
            yield return Mention(match, block, "lexicon/name-words.tsv#order-number", match.Value.Replace(" ", "", StringComparison.Ordinal), "policy");
        foreach (DocumentNumberMention mention in Prefixed(text, block, registrations, RegistrationTail(), "registration")) yield return mention;
        foreach (DocumentNumberMention mention in Prefixed(text, block, standards, StandardTail(), "standard")) yield return mention;
        foreach (Match match in CityRegistration().Matches(text[block.Start..block.End]))
            yield return Mention(match, block, RegistrationFile, match.Value, "registration");
    }

    private static Prefixes ReadPrefixes(KnowledgeFolder knowledge, string file)
    {
        TsvTable table = knowledge.ReadTsv(file);
        ImmutableArray<(string Prefix, string Rule)> all = [.. table.Rows.Select(row => (table.Field(row, "prefix"), $"{file}#{row.Line}")).OrderByDescending(prefix => prefix.Item1.Length)];
        return new Prefixes(all, SearchValues.Create([.. all.Select(prefix => prefix.Prefix[0])]));
    }

    private static IEnumerable<DocumentNumberMention> Prefixed(string text, TextSpan block, Prefixes prefixes, Regex tail, string kind)
    {
        int position = block.Start;
        while (text.AsSpan(position, block.End - position).IndexOfAny(prefixes.Starts) is >= 0 and var next)
        {
            position += next;
            DocumentNumberMention? mention = PrefixedAt(text, position, block.End, prefixes, tail, kind);
            if (mention is not null) yield return mention;
            position = mention?.Span.End ?? position + 1;
        }
    }

    private static DocumentNumberMention? PrefixedAt(
        string text, int position, int limit, Prefixes prefixes, Regex tail, string kind)
    {
        if (position > 0 && NameFolding.IsLatinWord(text[position]) && NameFolding.IsLatinWord(text[position - 1])) return null;
        foreach ((string prefix, string rule) in prefixes.All)
        {
            if (string.CompareOrdinal(text, position, prefix, 0, prefix.Length) != 0) continue;
            Match match = tail.Match(text, position + prefix.Length, Math.Max(0, limit - position - prefix.Length));
            if (!match.Success || (tail == StandardTail() && !IsStandard(prefix, match.Value))) continue;
            var span = new TextSpan(position, match.Index + match.Length);
            return new DocumentNumberMention(span, rule, span.Of(text).Trim(), kind);
        }

        return null;
    }

    // Letters and a number alone name a standard only behind the best-known bodies: ISO 9001, but not EN 12.
    private static bool IsStandard(string prefix, string tail) =>
        prefix is "ISO" or "IEC" or "ISO/IEC" or "GB" or "IEEE" || prefix.Contains('/', StringComparison.Ordinal) || tail.Contains('/', StringComparison.Ordinal) || YearAtEnd().IsMatch(tail);

    private static DocumentNumberMention Mention(Match match, TextSpan block, string rule, string number, string kind) =>
        new(new TextSpan(block.Start + match.Index, block.Start + match.Index + match.Length), rule, number, kind);

    // 根据国办发: an issuer's code holds no such words, so it begins behind the last of them.
    private int PrefixToSkip(ReadOnlySpan<char> code)
    {
        int skip = 0;
        for (int i = 0; i < code.Length; i++)
            if (stops.LengthAt(code, i) is > 0 and var length) skip = i + length;
        return skip;
    }

    [GeneratedRegex(@"(?<code>[\u4E00-\u9FFF]{2,12})\s*[〔\[（(【［]\s*(?<year>(?:19|20)\d{2})\s*[〕\]）)】］]\s*第?\s*(?<number>\d{1,5})\s*号", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentPattern();

    [GeneratedRegex(@"令\s*第\s*\d{1,4}\s*号|(?:公告|通告)\s*(?:19|20)\d{2}\s*年\s*第?\s*\d{1,4}\s*号|(?:19|20)\d{2}\s*年\s*第\s*\d{1,4}\s*号\s*(?:公告|通告|令)", RegexOptions.CultureInvariant)]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"[-—–:：]\s?(?:19|20)\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"\G[0-9A-Z]{6,24}(?:号|-\d+号?)?", RegexOptions.CultureInvariant)]
    private static partial Regex RegistrationTail();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z][A-Za-z]+-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*-20\d{6,12}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CityRegistration();

    [GeneratedRegex(@"\G(?:[A-Z]{2,8}(?=\s?\d))?(?:/(?:T|Z|TS|TR|IEC|IEEE|[A-Z]{2,8}))*\s?\d{1,6}(?:\.\d{1,3}){0,3}(?:-\d{1,2}(?=[-—–:：]))?(?:\s?[-—–:：]\s?(?:19|20)\d{2})?(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex StandardTail();

    /// <summary>The longest first, and what they start with: few places of a text need to be compared with each.</summary>
    private sealed record Prefixes(ImmutableArray<(string Prefix, string Rule)> All, SearchValues<char> Starts);
}
