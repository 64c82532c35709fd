using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads policies and standards from titles in prose: who issued them when, and from when they hold.</summary>
internal sealed class PolicyProse(PolicyAuthority authority)
{
    internal IEnumerable<PolicyRecord> Assemble(DocumentContext context) =>
        context.Statements
            .Where(statement => statement.Block.IsContent && statement.Block.Cell is null)
            .SelectMany(statement => statement.All<TitleMention>().Where(title => IsPolicy(statement, title)).Select(title => FromTitle(statement, title, context)));

    // A standard is a policy where it has an official number or somebody issues it.
    private bool IsPolicy(Statement statement, TitleMention title) => title.Kind switch
    {
        TitleKind.Policy => true,
        TitleKind.Standard => NumberBeside(statement, title) is not null || IssueWord(statement, title) is not null,
        _ => false,
    };

    private PolicyRecord FromTitle(Statement statement, TitleMention title, DocumentContext context)
    {
        TextSpan? issue = IssueWord(statement, title);
        ImmutableArray<PolicyIssuer> issuers = issue is { } word ? Issuers(statement, title, word, context) : [];
        string? region = authority.Region(title.Span, context) ?? (issue is { } verb && issuers.IsEmpty ? PlaceBefore(statement, title, verb) : null);
        return new PolicyRecord
        {
            Title = title.Title,
            DocumentNumber = NumberBeside(statement, title),
            Issuers = issuers,
            Level = authority.Level(region, issuers),
            Region = region ?? authority.RegionOf(issuers),
            Date = issue is { } at ? context.Evidence.Date(IssueDate(statement, at, context)) : null,
            Effective = context.Evidence.Date(Effective(statement, title)),
            Status = authority.Status(title.Title, Modality.Asserted),
            Summary = issue is null ? null : statement.TextOf(statement.Span),
            Evidence = [context.Evidence.At(issue is { } span ? title.Span.Union(span) : title.Span)],
        };
    }

    // The nearest word of issuing that stands in no name: before the title, or behind it (《…》由…签发, 《…》公开征求意见).
    private TextSpan? IssueWord(Statement statement, TitleMention title)
    {
        TextSpan? nearest = null;
        foreach (string word in authority.IssueWords)
        {
            ReadOnlySpan<char> text = statement.Slice(statement.Span.Start, statement.Span.End);
            for (int from = 0; text[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
            {
                var span = new TextSpan(statement.Span.Start + from + at, statement.Span.Start + from + at + word.Length);
                if (!IsInName(statement, span) && Reaches(statement, span, title) && (nearest is not { } other || Distance(span, title) < Distance(other, title))) nearest = span;
            }
        }

        return nearest;
    }

    private static bool IsInName(Statement statement, TextSpan span) =>
        statement.All<Mention>().Any(mention => mention is TitleMention or OrganizationMention or ProductMention && mention.Span.Overlaps(span));

    // Before the title in its own clause; behind it up to the end of the clause that goes on after it.
    private static bool Reaches(Statement statement, TextSpan word, TitleMention title)
    {
        TextSpan clause = statement.ClauseAt(title.Span.Start);
        if (word.Start < title.Span.Start) return word.Start >= clause.Start;
        return word.End <= clause.End && !statement.All<TitleMention>().Any(other => other.Span.Start > title.Span.End && other.Span.End <= word.Start);
    }

    private static int Distance(TextSpan word, TitleMention title) =>
        word.Start < title.Span.Start ? title.Span.Start - word.End : word.Start - title.Span.End;

    private static ImmutableArray<PolicyIssuer> Issuers(Statement statement, TitleMention title, TextSpan word, DocumentContext context)
    {
        int clauseStart = statement.ClauseAt(Math.Min(word.Start, title.Span.Start)).Start;
        ImmutableArray<OrganizationMention> own = [.. Outside(statement, new TextSpan(clauseStart, Math.Max(word.Start, title.Span.Start)))];
        if (own.IsEmpty) own = [.. Outside(statement, new TextSpan(statement.Span.Start, word.Start))];
        if (own.IsEmpty) own = context.Topics.Of(statement.Block);
        return [.. own.Select(organization => new PolicyIssuer(organization.Name, Mention: Surfaces.Unless(organization.Name, statement.TextOf(organization.Span)))).DistinctBy(issuer => issuer.Name)];
    }

    private static IEnumerable<OrganizationMention> Outside(Statement statement, TextSpan span) =>
        statement.In<OrganizationMention>(span).Where(organization => !statement.All<TitleMention>().Any(title => title.Span.Overlaps(organization.Span)));

    // 美国总统…签署, 北京在5月印发: the place that speaks through its people.
    private static string? PlaceBefore(Statement statement, TitleMention title, TextSpan word)
    {
        int clauseStart = statement.ClauseAt(Math.Min(word.Start, title.Span.Start)).Start;
        return statement.In<PlaceMention>(new TextSpan(clauseStart, Math.Max(word.Start, title.Span.Start))).FirstOrDefault(place => !title.Span.Overlaps(place.Span))?.Name;
    }

    private static ResolvedDate? IssueDate(Statement statement, TextSpan word, DocumentContext context) =>
        context.Dates.Find(statement, word, allowBehind: true)?.Date;

    // 自2024年1月1日起施行, 12月1日实施
    private ResolvedDate? Effective(Statement statement, TitleMention title) =>
        statement.In<DateMention>(new TextSpan(title.Span.End, statement.Span.End))
            .FirstOrDefault(date => date.Date is not null && statement.FollowedByAny(date.Span.End, authority.EffectiveWords))?.Date;

    private static string? NumberBeside(Statement statement, TitleMention title) =>
        statement.All<DocumentNumberMention>().FirstOrDefault(number => number.Kind != "registration"
            && (number.Span.Start - title.Span.End is >= 0 and <= 3 || title.Span.Start - number.Span.End is >= 0 and <= 2))?.Number;
}
