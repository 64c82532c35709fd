using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>The content blocks above a block in its place of the outline. Found in one pass, since lists of any length ask for each of their lines.</summary>
internal sealed class Siblings
{
    private readonly NormalizedText text;
    private readonly int[] previous;
    private readonly int[] undated;

    internal Siblings(NormalizedText text, MentionSet mentions)
    {
        this.text = text;
        (previous, undated) = (new int[text.Blocks.Length], new int[text.Blocks.Length]);
        var last = new Dictionary<int, (int Any, int Undated)>();
        foreach (Block block in text.Blocks)
        {
            int place = block.Parent ?? -1;
            (int any, int without) = last.TryGetValue(place, out (int Any, int Undated) above) ? above : (-1, -1);
            (previous[block.Index], undated[block.Index]) = (any, without);
            if (block.IsContent) last[place] = (block.Index, mentions.In<DateMention>(block.Span).Any() ? without : block.Index);
        }
    }

    /// <summary>From the nearest on up.</summary>
    internal IEnumerable<Block> Before(Block block)
    {
        for (int i = previous[block.Index]; i >= 0; i = previous[i]) yield return text.Blocks[i];
    }

    /// <summary>The nearest one that names no date; null where there is none.</summary>
    internal Block? Undated(Block block) => undated[block.Index] is >= 0 and var index ? text.Blocks[index] : null;
}
