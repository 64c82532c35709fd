using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Recognition.Names;

/// <summary>The organization whose chronicle a document is: what opens 某某航天十年大事记, where the text uses the name again.</summary>
internal sealed partial class ChronicleNames(NameWords words, OrdinaryWords ordinary)
{
    private const string Rule = "lexicon/name-words.tsv#chronicle";
    // A series, a title, an author stand first.
    private const int TitleBlocks = 4;
    private const int FewestUses = 2;

    public IEnumerable<OrganizationMention> Find(NameText text)
    {
        foreach (Block block in text.ContentBlocks.Take(TitleBlocks))
        {
            Match match = Title().Match(text.Text, block.Span.Start, block.Span.Length);
            if (!match.Success || match.Index != block.Span.Start) continue;
            Group name = match.Groups["name"];
            if (words.Generic.Covers(name.ValueSpan) || ordinary.Contains(name.ValueSpan) || Uses(text.Text, name) < FewestUses) continue;
            yield return new OrganizationMention(new TextSpan(name.Index, name.Index + name.Length), Rule, name.Value, OrganizationType.Company, IsKnown: false, 0.8);
        }
    }

    private static int Uses(string text, Group name)
    {
        int count = 0;
        for (int at = text.IndexOf(name.Value, name.Index + name.Length, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name.Value, at + name.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    [GeneratedRegex(@"\G《?(?<name>[\u4E00-\u9FFFA-Za-z]{3,10}?)(?:公司|集团|股份)?[（(\d〇一二三四五六七八九十百年周—\-–至）) ·]*(?:企业|公司)?(?:发展)?(?:大事记|编年史?|年谱|发展历程|发展史|发展沿革|纪事)", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
