using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.Tests.Pictures;

/// <summary>Sees the same lines in every picture, which it takes for one of 100 by 100 pixels.</summary>
internal sealed class FixedRecognizer(double confidence, params string[] texts) : IPictureRecognizer
{
    /// <summary>Pictures asked for.</summary>
    public int Asked { get; private set; }

    public RecognizedPicture Recognize(ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        Asked++;
        return new RecognizedPicture(100, 100, [.. texts.Select((text, index) => Line(text, 10 + (index * 15)))]);
    }

    private RecognizedLine Line(string text, double top)
    {
        ImmutableArray<Box> characters = [.. text.Select((_, index) => new Box(10 + (index * 4), top, 14 + (index * 4), top + 10))];
        return new RecognizedLine(text, confidence, new Box(10, top, 10 + (text.Length * 4), top + 10), characters);
    }
}
