using System.Security;

namespace Extraction.SampleBuilder;

/// <summary>XML namespaces of Office files, and text as XML.</summary>
internal static class Namespaces
{
    internal const string Package = "http://schemas.openxmlformats.org/package/2006";
    internal const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    internal const string Chart = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" " + Drawing;
    internal const string Slide = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\"" + Relationships + "\" " + Drawing;
    private const string Drawing = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    internal static string Escape(string text) => SecurityElement.Escape(text);
}
