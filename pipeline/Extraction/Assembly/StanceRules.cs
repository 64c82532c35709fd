using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>The words of rules/stance.yaml.</summary>
internal sealed class StanceRules
{
    private const string FileName = "rules/stance.yaml";

    private StanceRules(StanceFile file)
    {
        Negated = Cues(file.Negated);
        Planned = Cues(file.Planned);
        Reported = Cues(file.Reported);
        Hypothetical = Cues(file.Hypothetical);
        ObjectMarkers = [.. file.ObjectMarkers];
    }

    internal StanceCues Negated { get; }

    internal StanceCues Planned { get; }

    internal StanceCues Reported { get; }

    internal StanceCues Hypothetical { get; }

    internal ImmutableArray<string> ObjectMarkers { get; }

    internal static StanceRules Load(KnowledgeFolder knowledge) => new(YamlKnowledge.Read<StanceFile>(knowledge, FileName));

    private static StanceCues Cues(CueSection section) =>
        new([.. section.Before.OrderByDescending(word => word.Length)], [.. section.After], [.. section.Sentence], [.. section.Later], [.. section.Heading], [.. section.Row], [.. section.Phrase], [.. section.Next]);

    private sealed class StanceFile
    {
        public CueSection Negated { get; set; } = new();

        public CueSection Planned { get; set; } = new();

        public CueSection Reported { get; set; } = new();

        public CueSection Hypothetical { get; set; } = new();

        public List<string> ObjectMarkers { get; set; } = [];
    }

    private sealed class CueSection
    {
        public List<string> Before { get; set; } = [];

        public List<string> After { get; set; } = [];

        public List<string> Sentence { get; set; } = [];

        public List<string> Later { get; set; } = [];

        public List<string> Heading { get; set; } = [];

        public List<string> Row { get; set; } = [];

        public List<string> Phrase { get; set; } = [];

        public List<string> Next { get; set; } = [];
    }
}

/// <summary>Cue words by where they count.</summary>
/// <param name="Before">In the trigger's clause, before the trigger; longest first.</param>
/// <param name="After">In the trigger's clause, behind the trigger.</param>
/// <param name="Sentence">Anywhere in the sentence before the trigger.</param>
/// <param name="Later">Anywhere in the sentence behind the trigger.</param>
/// <param name="Heading">In a heading above the block.</param>
/// <param name="Row">In another cell of the trigger's row.</param>
/// <param name="Phrase">Anywhere in the trigger's clause before the trigger: words that open a phrase between them and the trigger (未与甲公司).</param>
/// <param name="Next">Of denials, in the sentence behind the trigger's; of reports, in the trigger's sentence before it: they count only where such a denial follows.</param>
internal sealed record StanceCues(
    ImmutableArray<string> Before, ImmutableArray<string> After, ImmutableArray<string> Sentence, ImmutableArray<string> Later,
    ImmutableArray<string> Heading, ImmutableArray<string> Row, ImmutableArray<string> Phrase,
    ImmutableArray<string> Next);
