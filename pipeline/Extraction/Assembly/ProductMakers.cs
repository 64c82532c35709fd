using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>
/// Who makes which product of a document: whoever the text names right before it somewhere (甲公司的某某), else the maker that the lexicon
/// knows, if the text names that organization anywhere. A product that the text gives to two makers has none.
/// </summary>
internal sealed class ProductMakers
{
    private const int BrandLength = 2;
    private const int LongestBrand = 4;
    private const string Between = "的“「《 ";

    private readonly Dictionary<string, OrganizationMention?> told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganizationMention> named = new(StringComparer.Ordinal);

    internal ProductMakers(string text, MentionSet mentions)
    {
        OrganizationMention? last = null;
        foreach (Mention mention in mentions.All)
        {
            if (mention is OrganizationMention organization) named.TryAdd((last = organization).Name, organization);
            else if (mention is ProductMention product && last is not null && IsRightBefore(text, last, product)) Add(product.Name, last);
        }
    }

    /// <summary>Who makes it; null where neither the text nor the lexicon nor the name itself says so.</summary>
    internal OrganizationMention? Of(ProductMention product) =>
        told.TryGetValue(product.Name, out OrganizationMention? maker) ? maker
        : product.Maker is null ? OfBrand(product.Name)
        : named.GetValueOrDefault(product.Maker);

    /// <summary>The one organization of the text whose name opens with what stands before a product's code: 甲辰E5 is of 甲辰电动; null where there is none.</summary>
    internal OrganizationMention? OfBrand(string product)
    {
        int length = product.TakeWhile(unit => unit is >= '\u4e00' and <= '\u9fff').Count();
        if (length is < BrandLength or > LongestBrand || length == product.Length || !char.IsAsciiLetterOrDigit(product[length])) return null;
        List<OrganizationMention> owners = [.. named.Where(entry => entry.Key.StartsWith(product[..length], StringComparison.Ordinal)).Select(entry => entry.Value).Take(2)];
        return owners is [var owner] ? owner : null;
    }

    private static bool IsRightBefore(string text, OrganizationMention organization, ProductMention product) =>
        organization.Span.End <= product.Span.Start && text.AsSpan(organization.Span.End, product.Span.Start - organization.Span.End).Trim(Between).IsEmpty;

    private void Add(string product, OrganizationMention maker)
    {
        if (!told.TryAdd(product, maker) && told[product]?.Name != maker.Name) told[product] = null;
    }
}
