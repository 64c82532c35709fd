using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Quantities;

namespace Extraction.Recognition.Dates;

/// <summary>Finds date expressions and completes them from their surroundings: headings, columns, the sentence before.</summary>
public sealed class DateRecognizer
{
    private readonly DateRules rules;
    private readonly DateMatcher matcher;

    private DateRecognizer(DateRules rules, NumberWords numbers) => (this.rules, matcher) = (rules, new DateMatcher(rules, numbers));

    /// <summary>Reads <c>rules/dates.yaml</c> and the number words.</summary>
    /// <exception cref="KnowledgeException">A rule is wrong.</exception>
    public static DateRecognizer Load(KnowledgeFolder knowledge) => new(DateRules.Load(knowledge), NumberWords.Load(knowledge));

    /// <summary>The dates of a document, ascending, not overlapping. Page furniture is left out. A date that lacks a part that
    /// nothing governs is a mention without a date.</summary>
    public IEnumerable<DateMention> Recognize(SegmentedText text)
    {
        var structure = new DateStructure(text.Normalized);
        ImmutableArray<DateExpression> expressions = DatedBullets.Confirm(matcher.Find(structure), structure);
        ImmutableArray<DateReading?> readings = new DateResolver(structure, rules, expressions).Resolve();
        return expressions.Zip(readings, (expression, reading) => new DateMention(expression.Span, $"{DateRules.FileName}#{expression.Rule.Id}", reading?.Date));
    }
}
