using Extraction.Ocr.Detection;
using Extraction.Ocr.Recognition;
using Extraction.Reading;

namespace Extraction.Ocr.Models;

/// <summary>The three networks, loaded.</summary>
internal sealed class OcrModels : IDisposable
{
    private readonly OcrModel detection;
    private readonly OcrModel direction;
    private readonly OcrModel recognition;

    private OcrModels(ModelFolder folder)
    {
        detection = new OcrModel(folder.PathOf(ModelFile.Detection), givesBack: true);
        direction = new OcrModel(folder.PathOf(ModelFile.Direction));
        recognition = new OcrModel(folder.PathOf(ModelFile.Recognition));
        Search = new TextSearch(new TextDetector(detection));
        Direction = new DirectionClassifier(direction);
        Reader = new LineReader(recognition, new CharacterTable(File.ReadAllLines(folder.PathOf(ModelFile.Keys))));
    }

    public TextSearch Search { get; }

    public DirectionClassifier Direction { get; }

    public LineReader Reader { get; }

    /// <summary>Loads intact models.</summary>
    /// <exception cref="PictureRecognitionException"><c>ocr-unavailable</c>: a file is missing or damaged.</exception>
    public static OcrModels Load(ModelFolder folder)
    {
        foreach (ModelFile file in ModelFile.All)
            if (folder.StateOf(file) != ModelState.Intact)
                throw new PictureRecognitionException("ocr-unavailable", $"The model file {file.Name} is missing or damaged; run 'extraction ocr install'.");
        return new OcrModels(folder);
    }

    public void Dispose()
    {
        detection.Dispose();
        direction.Dispose();
        recognition.Dispose();
    }
}
