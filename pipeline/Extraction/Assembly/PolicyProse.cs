using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads policies and standards from titles in prose: who issued them when, and from when they hold.</summary>
internal sealed class PolicyProse(PolicyAuthority authority)
{
    private readonly PolicyDates dates = new(authority);

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
            Date = context.Evidence.Date(dates.Issue(statement, title, issue, context)),
            Effective = context.Evidence.Date(dates.Effective(statement, title)),
            Status = authority.Status(title.Title, Modality.Asserted),
            Summary = issue is null ? null : statement.TextOf(statement.Span),
            Evidence = [context.Evidence.At(issue is { } span ? title.Span.Union(span) : title.Span)],
        };
    }

    // The nearest word of issuing that stands in no name, before the title or behind it (《…》由…签发); one of taking effect only where there is no other.
    private TextSpan? IssueWord(Statement statement, TitleMention title)
    {
        TextSpan? nearest = null;
        int least = int.MaxValue;
        foreach (string word in authority.IssueWords)
        {
            ReadOnlySpan<char> text = statement.Slice(statement.Span.Start, statement.Span.End);
            for (int from = 0; text[from..].IndexOf(word, StringComparison.Ordinal) is >= 0 and var at; from += at + 1)
            {
                var span = new TextSpan(statement.Span.Start + from + at, statement.Span.Start + from + at + word.Length);
                int distance = Distance(span, title) + (authority.IsEffect(word) ? statement.Span.Length : 0);
                if (distance >= least || IsInName(statement, span) || !Reaches(statement, span, word, title)) continue;
                (nearest, least) = (span, distance);
            }
        }

        return nearest;
    }

    private static bool IsInName(Statement statement, TextSpan span) =>
        statement.All<Mention>().Any(mention => mention is TitleMention or OrganizationMention or ProductMention && mention.Span.Overlaps(span));

    // Before the title in its own clause, or in the one that a colon closes (批准了两项标准：《…》); behind it up to the end of its clause,
    // in the next one where the title closes its own, and the words that only documents take in all that follow.
    private bool Reaches(Statement statement, TextSpan span, string word, TitleMention title)
    {
        TextSpan clause = statement.ClauseAt(title.Span.Start);
        if (span.Start < title.Span.Start) return span.Start >= clause.Start || clause.Start - statement.Span.Start >= 2 && statement.Text.Text[clause.Start - 1] is '：' or ':' && statement.ClauseAt(clause.Start - 2).Contains(span);
        if (statement.All<TitleMention>().Any(other => other.Span.Start > title.Span.End && other.Span.End <= span.Start && other.Span.Start - title.Span.End > 20)) return false;
        if (span.End <= clause.End || authority.IsOfDocuments(word)) return true;
        TextSpan next = statement.Clauses.FirstOrDefault(other => other.Start >= clause.End);
        return next.Contains(span) && clause.End - title.Span.End <= 1;
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

    private static string? NumberBeside(Statement statement, TitleMention title) =>
        statement.All<DocumentNumberMention>().FirstOrDefault(number => number.Kind != "registration"
            && (number.Span.Start - title.Span.End is >= 0 and <= 3 || title.Span.Start - number.Span.End is >= 0 and <= 2))?.Number;
}
