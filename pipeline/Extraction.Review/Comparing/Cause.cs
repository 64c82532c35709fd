using System.Collections.Immutable;

namespace Extraction.Review.Comparing;

/// <summary>What can make a difference between two runs.</summary>
public enum CauseKind
{
    /// <summary>A report was added, removed, renamed or edited.</summary>
    Source,

    /// <summary>The same bytes were read or laid out as another text.</summary>
    Reader,

    /// <summary>A table that repairs text.</summary>
    Normalizer,

    /// <summary>A line of a lexicon.</summary>
    Lexicon,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>The statement classifier.</summary>
    Model,

    /// <summary>What merges records across documents.</summary>
    Resolution,

    /// <summary>An option of the run.</summary>
    Option,

    /// <summary>The program; also where nothing that a manifest lists is another.</summary>
    Program,

    /// <summary>Something in the knowledge folder; one of the datasets has no fingerprints that would tell.</summary>
    Knowledge,

    /// <summary>A reviewer's decision. Reserved: runs do not read decisions yet.</summary>
    Review,

    /// <summary>One of several that moved together.</summary>
    Several,
}

/// <summary>What made a difference.</summary>
/// <param name="Kind">What it is; <see cref="CauseKind.Several"/> where the fingerprints cannot tell.</param>
/// <param name="References">Sources, rules, files, options, ordinal order; with more than one, the cause is among them.</param>
/// <param name="Candidates">The possible ones of <see cref="CauseKind.Several"/>, else empty.</param>
public sealed record Cause(CauseKind Kind, ImmutableArray<string> References, ImmutableArray<Cause> Candidates)
{
    /// <summary>A cause of one kind.</summary>
    public static Cause Of(CauseKind kind, params IEnumerable<string> references) =>
        new(kind, [.. references.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], []);

    /// <summary>One of several.</summary>
    public static Cause OneOf(IEnumerable<Cause> candidates) => new(CauseKind.Several, [], [.. candidates]);

    /// <summary>This kind, or one of the candidates'.</summary>
    public bool MayBe(CauseKind kind) => Kind == kind || Candidates.Any(candidate => candidate.Kind == kind);
}
