using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds Latin names of organizations that the lexicon does not hold: by their last word, or by what stands directly beside them.</summary>
internal sealed partial class LatinOrganizations
{
    private const string Rule = "lexicon/name-words.tsv#";
    private readonly NameWords words;
    private readonly KnownOrganizations known;

    public LatinOrganizations(NameWords words, KnownOrganizations known) => (this.words, this.known) = (words, known);

    public IEnumerable<OrganizationMention> Find(NameText text)
    {
        foreach (Block block in text.ContentBlocks)
            for (Match match = Name().Match(text.Text, block.Span.Start, block.Span.Length); match.Success; match = match.NextMatch())
                if (At(text, block, new TextSpan(match.Index, match.Index + match.Length)) is { } mention) yield return mention;
    }

    private OrganizationMention? At(NameText text, Block block, TextSpan span)
    {
        string name = span.Of(text.Text);
        string[] parts = name.Split(' ');
        if (parts.All(part => words.LatinCommon.Contains(part)) || known.Find(name) is not null || IsAddress(text.Text, span)) return null;
        if (parts.Length > 1 && words.LatinSuffixes.Contains(parts[^1])) return Mention(span, name, "latin-suffix", 0.75);
        if (name.Any(char.IsAsciiDigit) || name.Length < 3) return null;
        if (words.LatinFollowers.LengthAt(text.Text.AsSpan(0, block.Span.End), text.SkipBlanks(span.End, block.Span.End)) > 0)
            return Mention(span, name, "latin-follower", 0.75);
        int before = text.SkipBlanksBack(span.Start, block.Span.Start);
        bool isObject = words.ObjectVerbs.LengthBefore(text.Text, before, block.Span.Start) > 0;
        bool isDescribed = words.ClassNouns.LengthBefore(text.Text, before, block.Span.Start) > 1 && before == span.Start && !IsPlatform(text.Text, before);
        return isObject || isDescribed ? Mention(span, name, isObject ? "object-verb" : "class-noun", 0.7) : null;
    }

    // 开源平台Atlas, 品牌Nova: these nouns introduce products as often.
    private static bool IsPlatform(string text, int end) => text.AsSpan(0, end).EndsWith("平台", StringComparison.Ordinal) || text.AsSpan(0, end).EndsWith("品牌", StringComparison.Ordinal);

    private static OrganizationMention Mention(TextSpan span, string name, string use, double confidence) =>
        new(span, Rule + use, name, OrganizationType.Company, IsKnown: false, confidence);

    private static bool IsAddress(string text, TextSpan span) =>
        span.Start > 0 && text[span.Start - 1] is '/' or '@' or '_' or '.' or '-' or '[' || span.End < text.Length && text[span.End] is '/' or '@' or '_' or ']'
        || span.End + 1 < text.Length && text[span.End] is '.' or '-' && NameFolding.IsLatinWord(text[span.End + 1]);

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&]+(?: (?:[A-Z][A-Za-z0-9&]*|of|and|&)){0,4}(?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
