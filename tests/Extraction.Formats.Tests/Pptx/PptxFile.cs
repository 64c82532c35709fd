using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Formats.Tests.OpenXml;

namespace Extraction.Formats.Tests.Pptx;

/// <summary>Builds presentations from the XML of their shapes.</summary>
internal static class PptxFile
{
    internal const string Namespaces =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        + "xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    /// <summary>A presentation with one slide for each list of shapes, in this order.</summary>
    public static byte[] Of(params string[] slides) => Build(slides, (_, _) => { }, Enumerable.Range(0, slides.Length));

    public static byte[] Build(string[] slides, Action<SlidePart, int> extend, IEnumerable<int> order, string attributes = "")
    {
        using var stream = new MemoryStream();
        using (PresentationDocument package = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            PresentationPart main = package.AddPresentationPart();
            for (int i = 0; i < slides.Length; i++)
            {
                SlidePart slide = main.AddNewPart<SlidePart>($"rId{i + 1}");
                slide.Feed(Tree("sld", slides[i], attributes));
                extend(slide, i);
            }
            string list = string.Concat(order.Select(i => $"<p:sldId id=\"{256 + i}\" r:id=\"rId{i + 1}\"/>"));
            main.Feed($"<p:presentation {Namespaces}><p:sldIdLst>{list}</p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/></p:presentation>");
        }
        return stream.ToArray();
    }

    public static string Tree(string root, string shapes, string attributes = "") =>
        $"<p:{root} {Namespaces} {attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>";

    public static string Chart(string content) => $"<c:chartSpace {Namespaces}>{content}</c:chartSpace>";

    public static string Diagram(string content) => $"<dgm:dataModel {Namespaces}>{content}</dgm:dataModel>";

    /// <summary>A shape; position in points, none where <paramref name="box"/> is null.</summary>
    public static string Shape(int id, (int X, int Y, int Width, int Height)? box, string paragraphs, string placeholder = "")
    {
        string xfrm = box is { } b ? Transform("a:xfrm", b) : "";
        return $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"s\"/><p:cNvSpPr/><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{xfrm}</p:spPr>"
            + $"<p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>";
    }

    public static string Transform(string name, (int X, int Y, int Width, int Height) box, string more = "") =>
        $"<{name}><a:off x=\"{box.X * 12700}\" y=\"{box.Y * 12700}\"/><a:ext cx=\"{box.Width * 12700}\" cy=\"{box.Height * 12700}\"/>{more}</{name}>";

    public static string Frame(int id, string content) =>
        $"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"{id}\" name=\"f\"/></p:nvGraphicFramePr>{Transform("p:xfrm", (10, 10, 100, 50))}"
        + $"<a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></p:graphicFrame>";

    public static string Line(string text, string properties = "") => $"<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>";
}
