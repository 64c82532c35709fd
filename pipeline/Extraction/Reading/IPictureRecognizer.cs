using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Reading;

/// <summary>Reads the text that a picture shows. Implementations are thread-safe and answer the same bytes with the same lines.</summary>
public interface IPictureRecognizer
{
    /// <summary>The lines that the picture shows, in reading order.</summary>
    /// <param name="picture">A whole picture file: PNG, JPEG, GIF, BMP or WebP.</param>
    /// <param name="cancellation">Looked at between lines.</param>
    /// <exception cref="PictureRecognitionException">The bytes are no such picture, it is too large, or the recognizer cannot work.</exception>
    RecognizedPicture Recognize(ReadOnlyMemory<byte> picture, CancellationToken cancellation);
}

/// <summary>What of a document is recognized in pictures.</summary>
public enum RecognitionScope
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Pages whose text the file does not say: scans, and pages whose fonts cannot be mended.</summary>
    Pages,

    /// <summary>Those, and the pictures in slides and documents.</summary>
    All,
}

/// <summary>What a picture shows.</summary>
/// <param name="Width">Of the picture, in pixels.</param>
/// <param name="Height">Of the picture, in pixels.</param>
/// <param name="Lines">In reading order.</param>
public sealed record RecognizedPicture(int Width, int Height, ImmutableArray<RecognizedLine> Lines)
{
    /// <summary>By how far the page lies askew in the picture, clockwise, in radians.</summary>
    public double Tilt { get; init; }

    /// <summary>Pieces of the ruling lines that the picture shows, in no particular order; a thick line gives several, side by side.</summary>
    public ImmutableArray<RecognizedRuling> Rulings { get; init; } = [];
}

/// <summary>A piece of a ruling line, in pixels of the picture after it is turned about its top left corner by its tilt, the other way round.</summary>
/// <param name="IsHorizontal">Whether it runs from left to right, not from top to bottom.</param>
/// <param name="At">Its y if horizontal, else its x.</param>
/// <param name="From">Its left or upper end.</param>
/// <param name="To">Its right or lower end.</param>
public readonly record struct RecognizedRuling(bool IsHorizontal, double At, double From, double To);

/// <summary>A line of recognized text.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1.</param>
/// <param name="Box">In pixels of the picture, origin top left; a tilted line's is the upright box around it.</param>
/// <param name="Characters">A box for each UTF-16 unit of <paramref name="Text"/>, in pixels.</param>
public sealed record RecognizedLine(string Text, double Confidence, Box Box, ImmutableArray<Box> Characters);

/// <summary>A picture whose text cannot be recognized, typed: the document goes on without it.</summary>
public sealed class PictureRecognitionException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="code">Stable diagnostic code, e.g. <c>ocr-picture-undecodable</c>.</param>
    /// <param name="message">Cause and remedy.</param>
    /// <param name="inner">The library's own exception, null where there is none.</param>
    public PictureRecognitionException(string code, string message, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Stable diagnostic code.</summary>
    public string Code { get; }
}
