using System.Text;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Learning.Features;

/// <summary>Makes the features of a statement, the same way for training and at work. Thread-safe.</summary>
public sealed class FeatureExtractor
{
    /// <summary>Uses the rules whose decisions are features.</summary>
    public FeatureExtractor(EventRules rules) => Rules = new TriggerClassifier(rules);

    /// <summary>The rules whose decisions are features.</summary>
    internal TriggerClassifier Rules { get; }

    /// <summary>The features of a statement.</summary>
    public StatementFeatures Extract(Statement statement)
    {
        List<Mention> masks = MasksOf(statement);
        return new StatementFeatures(Characters(statement, masks), Words(statement, masks), Flags(statement, masks));
    }

    // Where mentions overlap, the first and longest is masked.
    private static List<Mention> MasksOf(Statement statement)
    {
        var masks = new List<Mention>();
        foreach (Mention mention in statement.All<Mention>())
            if (mention.Span.Length > 0 && (masks.Count == 0 || masks[^1].Span.End <= mention.Span.Start)) masks.Add(mention);
        return masks;
    }

    private static string Characters(Statement statement, List<Mention> masks)
    {
        var characters = new StringBuilder(statement.Span.Length);
        int position = statement.Span.Start;
        foreach (Mention mask in masks)
        {
            AppendPlain(characters, statement.Slice(position, mask.Span.Start));
            characters.Append(MentionSigns.Of(mask));
            position = mask.Span.End;
        }

        AppendPlain(characters, statement.Slice(position, statement.Span.End));
        return characters.ToString();
    }

    private static string Words(Statement statement, List<Mention> masks)
    {
        var words = new StringBuilder(statement.Span.Length * 2);
        int next = 0;
        foreach (Token token in statement.Text.TokensOf(statement.Sentence))
        {
            while (next < masks.Count && masks[next].Span.Start < token.Span.End)
                words.Append(MentionSigns.Of(masks[next++])).Append(' ');
            if (next > 0 && masks[next - 1].Span.Overlaps(token.Span)) continue;
            AppendPlain(words, statement.Slice(token.Span.Start, token.Span.End));
            words.Append(' ');
        }

        return words.ToString();
    }

    private string Flags(Statement statement, List<Mention> masks)
    {
        IEnumerable<string> triggers = Rules.Classify(statement).Select(candidate => "rule=" + candidate.Label);
        IEnumerable<string> kinds = masks.Select(mask => "has=" + MentionSigns.Of(mask));
        string first = "first=" + (masks.Count > 0 && masks[0].Span.Start == statement.Span.Start ? MentionSigns.Of(masks[0]) : '-');
        return string.Join(' ', triggers.Concat(kinds).Append(first).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static void AppendPlain(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) target.Append(char.ToLowerInvariant(text[i]));
            else if (i == 0 || !char.IsAsciiDigit(text[i - 1])) target.Append('0');
        }
    }
}
