using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>Something that recognition found in the normalized text.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Rule">Who decided: <c>lexicon/organizations.tsv#12</c>, <c>rules/dates.yaml#year-month</c>, <c>model@hash</c>.</param>
public abstract record Mention(TextSpan Span, string Rule);

/// <summary>A date expression. <paramref name="Date"/> is null where a part is missing and nothing governs it: never a made-up date.</summary>
public sealed record DateMention(TextSpan Span, string Rule, ResolvedDate? Date) : Mention(Span, Rule);

/// <summary>An amount, share, count or measure.</summary>
public sealed record QuantityMention(TextSpan Span, string Rule, Quantity Quantity) : Mention(Span, Rule);

/// <summary>A title in 《》, or one that the text uses without them. <paramref name="Title"/> is without the outer marks.</summary>
/// <param name="Span">Marks included.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Title">Repaired, as it is emitted.</param>
/// <param name="Kind">What it names.</param>
public sealed record TitleMention(TextSpan Span, string Rule, string Title, TitleKind Kind) : Mention(Span, Rule);

/// <summary>What a title names.</summary>
public enum TitleKind
{
    /// <summary>A law, regulation, plan, notice, guideline, white paper of an authority.</summary>
    Policy,

    /// <summary>A technical standard.</summary>
    Standard,

    /// <summary>A report, paper, book, film, anything else.</summary>
    Work,
}

/// <summary>An organization.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Name">The canonical name for a known one, else the repaired characters.</param>
/// <param name="Type">What it is.</param>
/// <param name="IsKnown">Whether the lexicon holds it.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record OrganizationMention(
    TextSpan Span, string Rule, string Name, OrganizationType Type, bool IsKnown, double Confidence) : Mention(Span, Rule);

/// <summary>A product, model, chip, service or vehicle.</summary>
/// <param name="Span">Its characters, version and size included.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Name">Repaired, version included: <c>盘古大模型 3.0</c>.</param>
/// <param name="Kind">As the contract's object kind: model product paper standard chip service report vehicle drug device dataset platform other.</param>
/// <param name="Version"><c>3.0</c>; null where there is none.</param>
public sealed record ProductMention(TextSpan Span, string Rule, string Name, string Kind, string? Version) : Mention(Span, Rule)
{
    /// <summary>Canonical name of the organization that the lexicon gives for its maker; null where it gives none.</summary>
    public string? Maker { get; init; }
}

/// <summary>A person.</summary>
/// <param name="Span">The name's characters, without the role.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Name">Repaired.</param>
/// <param name="Role">As the text says it (创始人, CEO); null where it does not.</param>
public sealed record PersonMention(TextSpan Span, string Rule, string Name, string? Role) : Mention(Span, Rule);

/// <summary>A country, region or city.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Name">Canonical: 北京, 美国.</param>
/// <param name="Level">country, province or city.</param>
public sealed record PlaceMention(TextSpan Span, string Rule, string Name, string Level) : Mention(Span, Rule);

/// <summary>An official number: 国办发〔2023〕1号, a registration number, GB/T 1.1-2020.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Rule">Who decided.</param>
/// <param name="Number">Repaired, brackets unified to 〔〕.</param>
/// <param name="Kind">policy, registration or standard.</param>
public sealed record DocumentNumberMention(TextSpan Span, string Rule, string Number, string Kind) : Mention(Span, Rule);

/// <summary>All mentions of one document, ascending by start, longer first.</summary>
public sealed class MentionSet
{
    /// <summary>Sorts and keeps mentions.</summary>
    public MentionSet(IEnumerable<Mention> mentions) =>
        All = [.. mentions.OrderBy(mention => mention.Span.Start).ThenByDescending(mention => mention.Span.End).ThenBy(mention => mention.Rule, StringComparer.Ordinal)];

    /// <summary>Every mention.</summary>
    public ImmutableArray<Mention> All { get; }

    /// <summary>The rules that found them, each once, ordinal order.</summary>
    public ImmutableArray<string> Rules => [.. All.Select(mention => mention.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The mentions of one kind that lie wholly inside a span, ascending.</summary>
    public IEnumerable<T> In<T>(TextSpan span)
        where T : Mention
    {
        for (int i = FirstAtOrAfter(span.Start); i < All.Length && All[i].Span.Start < span.End; i++)
            if (All[i] is T mention && mention.Span.End <= span.End) yield return mention;
    }

    private int FirstAtOrAfter(int position)
    {
        int low = 0, high = All.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (All[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
