using System.Text.RegularExpressions;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>The sum and the round of a deal.</summary>
internal sealed partial class DealTerms(ArgumentWords words)
{
    // How far before a sum the word stands that makes it a value of the company.
    private const int ValuationReach = 8;

    /// <summary>The first sum of money in a region that is no valuation, turnover or the like; null where there is none.</summary>
    internal QuantityMention? Money(Statement statement, TextSpan region) =>
        statement.In<QuantityMention>(region)
            .Where(item => item.Quantity.Kind == QuantityKind.Money)
            .FirstOrDefault(item => !words.ValuationWords.Any(word => statement.Slice(item.Span.Start - ValuationReach, item.Span.Start).Contains(word, StringComparison.Ordinal)));

    /// <summary>A quantity as a record carries it.</summary>
    internal static RecordAmount? ToAmount(QuantityMention? mention) =>
        mention is null ? null : new RecordAmount(mention.Quantity.Value, mention.Quantity.Unit, mention.Quantity.Text);

    /// <summary>The round that a clause names: B of B轮融资, 天使, Pre-IPO; null where it names none.</summary>
    internal static string? Round(string clause) => RoundPattern().Match(clause) is { Success: true } match ? match.Groups["round"].Value : null;

    [GeneratedRegex(@"(?<round>(?:Pre-?)?[A-H]\d?\+*|天使\+?|种子|首|战略|Pre-IPO|IPO)(?=\s*(?:系列)?(?:轮|融资))", RegexOptions.CultureInvariant)]
    private static partial Regex RoundPattern();
}
