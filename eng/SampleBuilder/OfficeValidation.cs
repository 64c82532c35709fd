using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Extraction.SampleBuilder;

/// <summary>Checks Office files against the schemas of their format.</summary>
internal static class OfficeValidation
{
    /// <summary>What is wrong with a file; nothing for files of other formats.</summary>
    internal static IReadOnlyList<string> Errors(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        using OpenXmlPackage? package = Path.GetExtension(name) switch
        {
            ".pptx" => PresentationDocument.Open(stream, false),
            ".docx" => WordprocessingDocument.Open(stream, false),
            _ => null,
        };
        return package is null ? [] : [.. new OpenXmlValidator().Validate(package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
