namespace Extraction.ReadingMeasure;

/// <summary>A document's reading beside its truth.</summary>
internal sealed record Measurement(MeasuredFile File, ReadResult Read, Truth? Truth)
{
    private readonly CharacterCounts ours = Count(Read.Text);

    /// <summary>Share of the sure characters that we have, 0 to 1; null where there are none to have.</summary>
    internal double? Recall => Truth is { Sure.Total: > 0 } ? 1 - (double)Missing!.Total / Truth.Sure.Total : null;

    /// <summary>Share of our characters that somebody else sees too, 0 to 1; null where nobody can say.</summary>
    internal double? Precision => Truth?.Possible is not null && ours.Total > 0 ? 1 - (double)Extra!.Total / ours.Total : null;

    /// <summary>Sure characters that we do not have.</summary>
    internal CharacterCounts? Missing => Truth?.Sure.Without(ours);

    /// <summary>Characters of ours that nobody else sees.</summary>
    internal CharacterCounts? Extra => Truth?.Possible is { } possible ? ours.Without(possible) : null;

    /// <summary>Whether anything was read.</summary>
    internal bool WasRead => Read.Outcome is "complete" or "partial";

    /// <summary>A document that says it was read whole and was not, or one that took its process along.</summary>
    internal bool BreaksItsPromise => Read.Outcome is "crash" or "hang" || LosesSilently;

    /// <summary>Complete, and more than a hundredth of its text is missing.</summary>
    internal bool LosesSilently => Read.Outcome == "complete" && Recall < 0.99;

    private static CharacterCounts Count(string text)
    {
        var counts = new CharacterCounts();
        counts.Add(text);
        return counts;
    }
}
