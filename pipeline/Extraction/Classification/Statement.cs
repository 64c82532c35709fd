using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Classification;

/// <summary>A sentence with everything that rules ask about it: its block, clauses and mentions.</summary>
public sealed class Statement
{
    private readonly MentionSet mentions;

    /// <summary>Views a sentence.</summary>
    public Statement(SegmentedText text, Sentence sentence, MentionSet mentions)
    {
        (Text, Sentence, this.mentions) = (text, sentence, mentions);
        Clauses = ClauseSplitter.Split(text.Text, sentence.Span);
    }

    /// <summary>The document.</summary>
    public SegmentedText Text { get; }

    /// <summary>The sentence.</summary>
    public Sentence Sentence { get; }

    /// <summary>Its characters' place.</summary>
    public TextSpan Span => Sentence.Span;

    /// <summary>Its block.</summary>
    public Block Block => Text.BlockOf(Sentence);

    /// <summary>Its clauses, ascending.</summary>
    public ImmutableArray<TextSpan> Clauses { get; }

    /// <summary>The mentions of one kind inside a span of the document.</summary>
    public IEnumerable<T> In<T>(TextSpan span)
        where T : Mention => mentions.In<T>(span);

    /// <summary>The mentions of one kind inside the sentence.</summary>
    public IEnumerable<T> All<T>()
        where T : Mention => mentions.In<T>(Span);

    /// <summary>The clause that holds a position; the whole sentence where none does.</summary>
    public TextSpan ClauseAt(int position)
    {
        foreach (TextSpan clause in Clauses)
            if (clause.Start <= position && position < clause.End) return clause;
        return Span;
    }

    /// <summary>Characters of a span.</summary>
    public string TextOf(TextSpan span) => span.Of(Text.Text);

    /// <summary>Characters of the document from a position up to another, neither before nor behind the sentence.</summary>
    public ReadOnlySpan<char> Slice(int start, int end)
    {
        start = Math.Clamp(start, Span.Start, Span.End);
        end = Math.Clamp(end, start, Span.End);
        return Text.Text.AsSpan(start, end - start);
    }

    /// <summary>Whether a position lies inside no word.</summary>
    public bool IsWordBoundary(int position)
    {
        ReadOnlySpan<Token> tokens = Text.TokensOf(Sentence);
        int low = 0, high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }

        return low == tokens.Length || tokens[low].Span.Start >= position;
    }

    /// <summary>Whether the sentence goes on with one of some words at a position.</summary>
    public bool FollowedByAny(int position, ImmutableArray<string> words)
    {
        ReadOnlySpan<char> rest = Slice(position, Span.End);
        foreach (string word in words)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether one of some words ends at a position.</summary>
    public bool PrecededByAny(int position, ImmutableArray<string> words)
    {
        ReadOnlySpan<char> before = Slice(Span.Start, position);
        foreach (string word in words)
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
