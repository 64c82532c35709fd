using Extraction.Documents;

namespace Extraction.Learning.Features;

/// <summary>The sign that stands for a mention in masked text: circled letters, which reports do not use.</summary>
public static class MentionSigns
{
    /// <summary>Whether a character of masked text stands for a mention.</summary>
    public static bool IsSign(char character) => character is >= 'Ⓐ' and <= 'Ⓩ';

    /// <summary>The sign of a mention.</summary>
    public static char Of(Mention mention) => mention switch
    {
        DateMention => 'Ⓓ',
        QuantityMention quantity => Of(quantity.Quantity.Kind),
        TitleMention { Kind: TitleKind.Policy } => 'Ⓡ',
        TitleMention { Kind: TitleKind.Standard } => 'Ⓢ',
        TitleMention => 'Ⓦ',
        OrganizationMention { Type: OrganizationType.Government } => 'Ⓖ',
        OrganizationMention => 'Ⓞ',
        ProductMention => 'Ⓟ',
        PersonMention => 'Ⓗ',
        PlaceMention => 'Ⓛ',
        DocumentNumberMention => 'Ⓒ',
        _ => throw new ArgumentException($"No sign for {mention.GetType().Name}.", nameof(mention)),
    };

    private static char Of(QuantityKind kind) => kind switch
    {
        QuantityKind.Money => 'Ⓜ',
        QuantityKind.Percent or QuantityKind.PercentagePoint => 'Ⓥ',
        QuantityKind.Multiple => 'Ⓧ',
        QuantityKind.Count => 'Ⓝ',
        QuantityKind.Measure => 'Ⓤ',
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
