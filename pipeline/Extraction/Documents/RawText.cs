using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>What stands on the pages, in reading order, character for character as the file has it. Evidence quotes come from here.</summary>
/// <param name="Document">What was read.</param>
/// <param name="Text">All text. Blocks are separated by at least one line end.</param>
/// <param name="Blocks">In ascending order.</param>
/// <param name="Tables">In ascending number.</param>
/// <param name="Map">Character to place.</param>
public sealed record RawText(
    SourceDocument Document, string Text, ImmutableArray<Block> Blocks, ImmutableArray<TableGrid> Tables, SourceMap Map);

/// <summary>Takes characters of the raw text to their places in the file.</summary>
public sealed class SourceMap
{
    private readonly ImmutableArray<int> starts;
    private readonly ImmutableArray<Locator> locators;

    /// <summary>Creates a map from pieces: piece i starts at <paramref name="starts"/>[i] and stands at <paramref name="locators"/>[i].</summary>
    /// <exception cref="ArgumentException">The starts do not ascend, or the two differ in length.</exception>
    public SourceMap(ImmutableArray<int> starts, ImmutableArray<Locator> locators)
    {
        if (starts.Length != locators.Length) throw new ArgumentException("A locator for each start is needed.", nameof(locators));
        for (int i = 1; i < starts.Length; i++)
            if (starts[i] <= starts[i - 1]) throw new ArgumentException("Starts must ascend.", nameof(starts));
        (this.starts, this.locators) = (starts, locators);
    }

    /// <summary>Where a raw span stands: the first piece's place, its box widened over all pieces of the same page that the span touches.</summary>
    public Locator Locate(TextSpan raw)
    {
        int first = PieceAt(raw.Start);
        if (first < 0) return new Locator();
        Locator place = locators[first];
        if (place.Box is not { } box) return place;
        for (int i = first + 1; i < starts.Length && starts[i] < raw.End; i++)
            if (locators[i].Box is { } next && locators[i].Page == place.Page) box = box.Union(next);
        return place with { Box = box };
    }

    private int PieceAt(int position)
    {
        int index = starts.BinarySearch(position);
        return index >= 0 ? index : ~index - 1;
    }
}
