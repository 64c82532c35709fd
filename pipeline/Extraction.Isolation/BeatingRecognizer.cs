using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>A recognizer that gives a sign of life after each picture: a long scan takes its time, and only a picture that hangs is a hang.</summary>
/// <param name="inner">Recognizes.</param>
/// <param name="beat">The sign, <see cref="ReadingWorker.Beat"/>.</param>
public sealed class BeatingRecognizer(IPictureRecognizer inner, Action beat) : IPictureRecognizer
{
    /// <inheritdoc />
    public RecognizedPicture Recognize(ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        RecognizedPicture recognized = inner.Recognize(picture, cancellation);
        beat();
        return recognized;
    }
}
