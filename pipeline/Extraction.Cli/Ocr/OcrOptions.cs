using System.CommandLine;
using Extraction.Reading;

namespace Extraction.Cli.Ocr;

/// <summary>The options of commands that read documents, about text in pictures.</summary>
internal sealed class OcrOptions
{
    private readonly Option<string> scope = new("--ocr")
    {
        Description = "What is recognized when the models are installed: pages (scans only) or all (pictures in slides and documents too). 图片文字识别。",
        DefaultValueFactory = _ => "all",
    };

    private readonly Option<int> limit = new("--ocr-limit") { Description = "Pages and pictures of one document that are recognized; each may take seconds, so raise --timeout with it.", DefaultValueFactory = _ => new ReadLimits().MaxRecognizedPictures };
    private readonly Option<bool> none = new("--no-ocr") { Description = "Recognize nothing in pictures." };

    internal OcrOptions() => scope.AcceptOnlyFromAmong("pages", "all");

    internal void AddTo(Command command)
    {
        command.Add(scope);
        command.Add(limit);
        command.Add(none);
    }

    /// <summary>The bounds on reading that were asked for.</summary>
    /// <exception cref="UsageException">The limit is below 1.</exception>
    internal ReadLimits Of(ParseResult parsed)
    {
        if (parsed.GetValue(limit) < 1) throw new UsageException("--ocr-limit takes a number from 1 on; --no-ocr recognizes nothing.");
        RecognitionScope asked = parsed.GetValue(scope) == "pages" ? RecognitionScope.Pages : RecognitionScope.All;
        return new ReadLimits { Recognition = parsed.GetValue(none) ? RecognitionScope.None : asked, MaxRecognizedPictures = parsed.GetValue(limit) };
    }
}
