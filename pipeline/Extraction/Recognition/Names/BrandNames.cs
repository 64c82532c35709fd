using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>
/// Finds the brands that companies of a document go by: 甲辰 where the document names 甲辰重机 in full. Only two made-up characters before a noun
/// for a trade count, and only where one company of the document opens with them.
/// </summary>
internal sealed class BrandNames(NameWords words, OrdinaryWords ordinary, KnownOrganizations known)
{
    private const int BrandLength = 2;
    // Above what takes the brand alone for a name.
    private const double Confidence = 0.8;
    // 澜江市, 澜江路: a place.
    private const string PlaceTails = "市县区省镇乡村州路街江河湖山岛港湾";

    /// <summary>The places where a brand stands alone.</summary>
    /// <param name="text">The document.</param>
    /// <param name="found">What was found in full.</param>
    internal IEnumerable<OrganizationMention> Find(NameText text, IReadOnlyList<OrganizationMention> found)
    {
        foreach (IGrouping<string, OrganizationMention> brand in found.Where(mention => IsBranded(mention.Span.Of(text.Text))).GroupBy(mention => mention.Span.Of(text.Text)[..BrandLength], StringComparer.Ordinal))
        {
            if (brand.Select(mention => mention.Name).Distinct(StringComparer.Ordinal).Count() > 1 || known.Find(brand.Key) is not null || !ordinary.AreRare(brand.Key)) continue;
            OrganizationMention owner = brand.First();
            foreach (TextSpan span in Places(text, brand.Key)) yield return owner with { Span = span, Confidence = Confidence };
        }
    }

    // 甲辰重机, 甲辰电动
    private bool IsBranded(string name) =>
        name.Length > BrandLength && name.All(NameFolding.IsHan) && words.BrandTails.LengthAt(name, BrandLength) is > 0 and var length && BrandLength + length == name.Length;

    private static IEnumerable<TextSpan> Places(NameText text, string brand)
    {
        foreach (Block block in text.ContentBlocks)
            for (int at = text.Text.IndexOf(brand, block.Span.Start, block.Span.Length, StringComparison.Ordinal); at >= 0; at = Next(text.Text, brand, at, block.Span.End))
                if (StandsAlone(text, at, at + brand.Length, block.Span)) yield return new TextSpan(at, at + brand.Length);
    }

    private static int Next(string text, string brand, int at, int limit)
    {
        int from = at + brand.Length;
        return from >= limit ? -1 : text.IndexOf(brand, from, limit - from, StringComparison.Ordinal);
    }

    private static bool StandsAlone(NameText text, int start, int end, TextSpan block) =>
        !text.IsInsideOrdinaryWord(start) && (end >= block.End || (!text.IsInsideOrdinaryWord(end) && !PlaceTails.Contains(text.Text[end]) && text.Text[end] is not ('”' or '·')))
        && !(start > block.Start && text.Text[start - 1] is '“' or '·');
}
