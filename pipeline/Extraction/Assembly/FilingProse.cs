using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extraction.Classification;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>Reads filings from prose: sentences that say that a named model has passed (该模型通过第三批备案).</summary>
internal sealed partial class FilingProse
{
    private readonly ImmutableArray<string> nouns;
    private readonly ImmutableArray<string> verbs;
    private readonly ImmutableArray<string> undone;
    private readonly ImmutableArray<string> notBefore;

    private FilingProse(FilingsFile file) =>
        (nouns, verbs, undone, notBefore) = ([.. file.Nouns], [.. file.Verbs], [.. file.Undone], [.. file.NotBefore]);

    internal static FilingProse Load(KnowledgeFolder knowledge) => new(YamlKnowledge.Read<FilingsFile>(knowledge, "rules/filings.yaml"));

    internal IEnumerable<FilingRecord> Assemble(DocumentContext context)
    {
        foreach (IGrouping<int, Statement> block in context.StatementsByBlock)
        {
            (string Name, TextSpan Span)? last = null;
            foreach (Statement statement in block.Where(statement => statement.Block is { IsContent: true, Cell: null }))
            {
                foreach (TextSpan clause in statement.Clauses)
                    if (Noun(statement, clause) is { } noun && (Model(statement, clause, noun) ?? last) is { } model) yield return ToRecord(statement, clause, noun, model.Name, context);
                last = Names(statement, statement.Span).Select(name => ((string, TextSpan)?)name).LastOrDefault() ?? last;
            }
        }
    }

    // The filing that the clause says to be passed; null where it is asked for, denied, or another word.
    private TextSpan? Noun(Statement statement, TextSpan clause)
    {
        string text = statement.TextOf(clause);
        foreach (string noun in nouns)
        {
            int at = text.LastIndexOf(noun, StringComparison.Ordinal), end = at + noun.Length;
            if (at < 0 || statement.FollowedByAny(clause.Start + end, notBefore) || !verbs.Any(verb => text.Contains(verb, StringComparison.Ordinal))) continue;
            return undone.Any(word => text[..at].Contains(word, StringComparison.Ordinal)) ? null : new TextSpan(clause.Start + at, clause.Start + end);
        }

        return null;
    }

    // The last name before the noun in its sentence, else the first in its own or the next clause (…登记证书，产品叫“…”).
    private (string Name, TextSpan Span)? Model(Statement statement, TextSpan clause, TextSpan noun)
    {
        var before = Names(statement, new TextSpan(statement.Span.Start, noun.Start)).ToList();
        if (before.Count > 0) return before[^1];
        var behind = Names(statement, new TextSpan(noun.End, statement.Span.End)).ToList();
        return behind.Count > 0 && CountedModels(statement, clause) is false ? behind[0] : null;
    }

    private static bool CountedModels(Statement statement, TextSpan clause) =>
        statement.In<QuantityMention>(clause).Any(mention => mention.Quantity.Kind == QuantityKind.Count && mention.Quantity.Value > 1);

    private IEnumerable<(string Name, TextSpan Span)> Names(Statement statement, TextSpan span)
    {
        var found = statement.In<ProductMention>(span).Select(product => (product.Name, product.Span)).ToList();
        foreach (Match quoted in Quoted().Matches(statement.TextOf(span)))
        {
            var place = new TextSpan(span.Start + quoted.Groups[1].Index, span.Start + quoted.Groups[1].Index + quoted.Groups[1].Length);
            if (!nouns.Any(noun => quoted.Value.Contains(noun, StringComparison.Ordinal)) && !found.Exists(other => other.Span.Overlaps(place))) found.Add((quoted.Groups[1].Value, place));
        }

        return found.OrderBy(name => name.Span);
    }

    private static FilingRecord ToRecord(Statement statement, TextSpan clause, TextSpan noun, string model, DocumentContext context)
    {
        string text = statement.TextOf(clause);
        OrganizationMention? authority = statement.In<OrganizationMention>(clause).LastOrDefault(IsAuthority);
        return new FilingRecord
        {
            Authority = authority?.Name,
            Batch = Batch().Match(text) is { Success: true } batch ? FilingAssembler.BatchNumber(batch.Value) : null,
            Model = model,
            Owner = Owner(statement, noun, model, context) is { } owner ? new PolicyIssuer(owner.Name, Mention: Surfaces.Unless(owner.Name, owner.Span.Of(context.Text.Text))) : null,
            RegistrationNumber = statement.All<DocumentNumberMention>().FirstOrDefault(number => number.Kind == "registration")?.Number,
            Date = context.Evidence.Date(context.Dates.Find(statement, noun, allowBehind: false)?.Date),
            Evidence = [context.Evidence.At(clause)],
        };
    }

    // Beside the filing, else the organization that most sentences name together with the model.
    private static OrganizationMention? Owner(Statement statement, TextSpan noun, string model, DocumentContext context)
    {
        IEnumerable<OrganizationMention> own = statement.In<OrganizationMention>(new TextSpan(statement.Span.Start, noun.Start));
        return own.LastOrDefault(organization => !IsAuthority(organization)) ?? context.Statements
            .Where(other => other.TextOf(other.Span).Contains(model, StringComparison.Ordinal))
            .SelectMany(other => other.All<OrganizationMention>().Where(organization => !IsAuthority(organization)))
            .GroupBy(organization => organization.Name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Span)
            .FirstOrDefault()?.First();
    }

    private static bool IsAuthority(OrganizationMention organization) => organization.Type == OrganizationType.Government;

    [GeneratedRegex("[“「]([^“”「」]{2,20})[”」]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("第[0-9零一二三四五六七八九十]{1,3}批", RegexOptions.CultureInvariant)]
    private static partial Regex Batch();

    private sealed class FilingsFile
    {
        public List<string> Nouns { get; set; } = [];

        public List<string> Verbs { get; set; } = [];

        public List<string> Undone { get; set; } = [];

        public List<string> NotBefore { get; set; } = [];
    }
}
