using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Docx;
using Extraction.Formats.Tests.OpenXml;

namespace Extraction.Formats.Tests.Docx;

/// <summary>Builds Word documents from pieces of their XML.</summary>
internal static class DocxFile
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";

    public static (SourceDocument Document, DiagnosticBag Diagnostics) Read(string body, Action<MainDocumentPart>? extend = null) => new DocxReader().Read(Of(body, extend));

    /// <summary>All elements in order, pages aside.</summary>
    public static SourceElement[] Elements(string body, Action<MainDocumentPart>? extend = null) => [.. Read(body, extend).Document.Pages.SelectMany(page => page.Elements)];

    /// <summary>All paragraphs of the content's text boxes in order.</summary>
    public static SourceParagraph[] Paragraphs(string body, Action<MainDocumentPart>? extend = null) =>
        [.. Elements(body, extend).OfType<SourceTextBox>().Where(box => box.Layer == SourceLayer.Content).SelectMany(box => box.Paragraphs)];

    /// <summary>Their texts.</summary>
    public static string[] Lines(string body, Action<MainDocumentPart>? extend = null) => [.. Paragraphs(body, extend).Select(paragraph => paragraph.Text)];

    public static byte[] Of(string body, Action<MainDocumentPart>? extend = null)
    {
        using var stream = new MemoryStream();
        using (WordprocessingDocument package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = package.AddMainDocumentPart();
            extend?.Invoke(main);
            main.Feed($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
        }
        return stream.ToArray();
    }

    public static Action<MainDocumentPart> Styles(string styles) => main => main.AddNewPart<StyleDefinitionsPart>().Feed($"<w:styles {Namespaces}>{styles}</w:styles>");

    public static Action<MainDocumentPart> Numbering(string numbering) =>
        main => main.AddNewPart<NumberingDefinitionsPart>().Feed($"<w:numbering {Namespaces}>{numbering}</w:numbering>");

    public static string P(string content, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>";

    public static string R(string content, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>";

    public static string T(string text, string properties = "") => R($"<w:t xml:space=\"preserve\">{text}</w:t>", properties);

    public static string Par(string text, string properties = "") => P(T(text), properties);

    public static string Style(string id) => $"<w:pStyle w:val=\"{id}\"/>";

    public static string Item(string list, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    public static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Field(string instruction, string result) =>
        $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}
