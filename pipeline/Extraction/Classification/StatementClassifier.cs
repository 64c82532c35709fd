using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>
/// Brings the rules and the model together. A strong rule stands unless the model is sure that the statement says nothing;
/// a weak rule needs the model's agreement; what the model is sure of is proposed beside the rules, for where they lead to no record.
/// </summary>
public sealed class StatementClassifier
{
    private readonly IStatementClassifier rules;
    private readonly IStatementClassifier? model;
    private readonly ClassificationThresholds thresholds;

    /// <summary>Combines two classifiers; without a model the rules decide alone.</summary>
    public StatementClassifier(IStatementClassifier rules, IStatementClassifier? model, ClassificationThresholds thresholds) =>
        (this.rules, this.model, this.thresholds) = (rules, model, thresholds);

    /// <summary>The candidates of a document, in order of their sentences. Furniture, repeats and headings that announce (…：) have none.</summary>
    public ImmutableArray<Candidate> Classify(SegmentedText text, MentionSet mentions) =>
        [.. text.Sentences.SelectMany(sentence => Classify(new Statement(text, sentence, mentions)))];

    /// <summary>The candidates of one statement.</summary>
    public ImmutableArray<Candidate> Classify(Statement statement) => CanState(statement) ? [.. Select(statement)] : [];

    /// <summary>Whether a statement is content that may tell of something.</summary>
    public static bool CanState(Statement statement) =>
        statement.Block.IsContent
        && statement.Block.Role is not BlockRole.Caption
        && !(statement.Slice(statement.Span.End - 1, statement.Span.End) is ['：'] or [':'] && statement.Clauses.Length <= 1 && !statement.Slice(statement.Span.Start, statement.Span.End).Contains('（'));

    private IEnumerable<Candidate> Select(Statement statement)
    {
        ImmutableArray<Candidate> found = [.. rules.Classify(statement)];
        bool isOpen = MayBeProposed(statement);
        if (model is null || (found.IsEmpty && !isOpen)) return found;
        ImmutableArray<Candidate> scores = [.. model.Classify(statement)];
        double none = Score(scores, StatementLabel.None);
        IEnumerable<Candidate> standing = found.Where(candidate => Stands(statement, candidate, none, Score(scores, candidate.Label)));
        return isOpen ? standing.Concat(scores.Where(IsProposed)) : standing;
    }

    private bool IsProposed(Candidate candidate) => candidate.Label != StatementLabel.None && candidate.Confidence >= thresholds.Proposal;

    // What no rule sees is stated of somebody or something that has a name, on a day.
    private static bool MayBeProposed(Statement statement) =>
        statement.Block.Cell is null
        && statement.All<DateMention>().Any(date => date.Date is not null)
        && statement.All<Mention>().Any(mention => mention is OrganizationMention or ProductMention or PersonMention or QuantityMention);

    private bool Stands(Statement statement, Candidate candidate, double none, double agreement)
    {
        if (candidate.Confidence >= thresholds.Strong) return none < thresholds.Veto || IsDated(statement, candidate);
        return agreement >= thresholds.Agreement || IsDated(statement, candidate);
    }

    // A dated clause with an organization or a product states something, whatever the model thinks of the words.
    private static bool IsDated(Statement statement, Candidate candidate)
    {
        TextSpan clause = statement.ClauseAt(candidate.Trigger!.Value.Start);
        return statement.In<DateMention>(clause).Any(date => date.Date is not null)
            && statement.In<Mention>(clause).Any(mention => mention is OrganizationMention or ProductMention);
    }

    private static double Score(ImmutableArray<Candidate> scores, StatementLabel label) =>
        scores.FirstOrDefault(candidate => candidate.Label == label)?.Confidence ?? 0;
}

/// <summary>Where the model outweighs the rules; probabilities, 0 to 1. Chosen on the annotated development reports: at these, about seven of ten proposals are right.</summary>
/// <param name="Strong">Rule candidates from this confidence on need no agreement.</param>
/// <param name="Veto">From this probability of none on, an undated strong candidate falls.</param>
/// <param name="Agreement">A weak candidate needs this probability of its label.</param>
/// <param name="Proposal">From this probability on, what the model sees is a candidate of its own.</param>
public sealed record ClassificationThresholds(double Strong = 0.8, double Veto = 0.95, double Agreement = 0.4, double Proposal = 0.7);
