using Extraction.Ocr.Models;
using Extraction.Ocr.Pictures;
using Extraction.Reading;
using Microsoft.ML.OnnxRuntime;

namespace Extraction.Ocr;

/// <summary>
/// Reads pictures with PaddleOCR's Chinese models, in this process. The models are loaded when the first picture comes.
/// A network runs on one thread and every line is read by itself, so that the same picture gives the same bytes whatever else runs;
/// two lines may be read at the same time.
/// </summary>
public sealed class PictureRecognizer : IPictureRecognizer, IDisposable
{
    private readonly Lazy<OcrModels> models;

    /// <summary>Takes the folder of the models; nothing is loaded yet.</summary>
    public PictureRecognizer(ModelFolder folder) => models = new Lazy<OcrModels>(() => OcrModels.Load(folder));

    /// <inheritdoc />
    public RecognizedPicture Recognize(ReadOnlyMemory<byte> picture, CancellationToken cancellation)
    {
        try
        {
            using Picture decoded = PictureDecoder.Decode(picture);
            return new PageReading(models.Value, decoded).Read(cancellation);
        }
        catch (Exception error) when (error is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            throw new PictureRecognitionException(
                "ocr-unavailable", "The native library of ONNX Runtime or SkiaSharp cannot be loaded on this system; install the program again, or use --no-ocr.", error);
        }
        catch (OnnxRuntimeException error)
        {
            throw new PictureRecognitionException("ocr-unavailable", "The recognition models do not run here; run 'extraction ocr install' again, or use --no-ocr.", error);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (models.IsValueCreated) models.Value.Dispose();
    }
}
