using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.Pptx;

/// <summary>Text in well-formed XML that stands where no producer puts it is still text.</summary>
public class MisplacedTextTests
{
    private const string Run = "<a:r><a:t>离群</a:t></a:r>";

    [Theory]
    [InlineData("<p:sp><p:txBody><a:bodyPr/><a:p><a:r><a:t>正文</a:t></a:r></a:p><a:rPr>" + Run + "</a:rPr></p:txBody></p:sp>")]
    [InlineData("<p:sp><p:txBody><a:bodyPr/><a:p><a:r><a:t>正文</a:t></a:r></a:p><a:lstStyle>" + Run + "</a:lstStyle></p:txBody></p:sp>")]
    [InlineData("<p:sp><p:txBody><a:bodyPr/><a:p><a:r><a:t>正文</a:t></a:r></a:p>" + Run + "</p:txBody></p:sp>")]
    [InlineData("<p:sp><p:txBody><a:bodyPr/><a:p><a:pPr>" + Run + "</a:pPr><a:r><a:t>正文</a:t></a:r></a:p></p:txBody></p:sp>")]
    [InlineData("<p:sp><p:spPr><a:t>离群</a:t></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>正文</a:t></a:r></a:p></p:txBody></p:sp>")]
    [InlineData("<p:sp><a:p>" + Run + "</a:p></p:sp><p:sp><p:txBody><a:p><a:r><a:t>正文</a:t></a:r></a:p></p:txBody></p:sp>")]
    [InlineData("<a:tbl><a:tc><a:txBody><a:p>" + Run + "</a:p></a:txBody></a:tc><a:tr><a:tc><a:txBody><a:p><a:r><a:t>正文</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>")]
    [InlineData("<a:tbl><a:tr><a:p>" + Run + "</a:p><a:tc><a:txBody><a:p><a:r><a:t>正文</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl>")]
    public void Text_outside_of_paragraphs_bodies_and_cells_is_read_once(string shapes)
    {
        (SourceDocument document, DiagnosticBag diagnostics) = new PptxReader().Read(Of(shapes));

        Assert.Equal(["正文", "离群"], document.Pages[0].Elements.SelectMany(element => element.Lines()).Order(StringComparer.Ordinal));
        Assert.Empty(diagnostics.Items);
    }
}
