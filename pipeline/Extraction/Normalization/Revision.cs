using Extraction.Documents;

namespace Extraction.Normalization;

/// <summary>A text after one repair and the way back to the text before it.</summary>
/// <param name="Text">Repaired text.</param>
/// <param name="Map">From <paramref name="Text"/> to the text before the repair.</param>
internal sealed record Revision(string Text, OffsetMap Map);

/// <summary>One repair. Repairs take linear time, never split a surrogate pair and leave sound text alone.</summary>
internal interface IRepair
{
    /// <summary>Whether a text that holds this unit may have something to repair; a text without any such unit is not looked at.</summary>
    bool ReactsTo(char unit);

    /// <summary>Repairs the text of one block; null where there is nothing to repair.</summary>
    Revision? Apply(string text);
}

/// <summary>Collects the changes of one repair; nothing is copied until the first one.</summary>
internal struct RevisionBuilder(string text)
{
    private OffsetMapBuilder? builder;

    /// <summary>Where the last change ended.</summary>
    public readonly int Position => builder?.Position ?? 0;

    /// <summary>Replaces <c>[start, end)</c>; changes come in ascending order.</summary>
    public void Replace(string operation, int start, int end, string replacement)
    {
        builder ??= new OffsetMapBuilder(text);
        builder.CopyTo(start).Replace(operation, end - start, replacement);
    }

    /// <summary>The repaired text, null where nothing was changed.</summary>
    public readonly Revision? Build()
    {
        if (builder is null) return null;
        (string repaired, OffsetMap map) = builder.Build();
        return new Revision(repaired, map);
    }
}
