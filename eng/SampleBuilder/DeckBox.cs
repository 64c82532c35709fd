namespace Extraction.SampleBuilder;

/// <summary>A place on a slide, in points from the top left corner.</summary>
public sealed record DeckBox(int Left, int Top, int Width, int Height);
