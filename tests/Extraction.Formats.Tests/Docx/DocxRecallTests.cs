using System.Xml.Linq;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

/// <summary>Whatever a document is put together from, every character that it shows is read, and read once.</summary>
public class DocxRecallTests
{
    private static readonly Gen<string> Word = Gen.Char["甲乙丙丁戊己庚辛0123456789abc"].Array[1, 6].Select(letters => new string(letters));

    private static readonly Gen<string> Inline = Gen.OneOf<string>(
        Word.Select(word => T(word)),
        Word.Select(word => T(word, "<w:vanish/>")),
        Word.Select(word => $"<w:smartTag>{T(word)}</w:smartTag>"),
        Word.Select(word => $"<w:customXml><w:ins>{T(word)}</w:ins></w:customXml>"),
        Word.Select(word => $"<w:sdt><w:sdtPr/><w:sdtContent>{T(word)}</w:sdtContent></w:sdt>"),
        Word.Select(word => $"<w:hyperlink w:anchor=\"a\">{T(word)}</w:hyperlink>"),
        Word.Select(word => $"<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>"),
        Word.Select(word => $"<w:del><w:r><w:delText>{word}</w:delText></w:r></w:del>"),
        Word.Select(word => Field("REF x", T(word))),
        Word.Select(word => $"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>{Par(word)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><w:txbxContent>{Par(word)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
        Gen.Int[1, 4].Select(id => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>"),
        Gen.Const("<w:r><w:lastRenderedPageBreak/><w:br w:type=\"page\"/></w:r>"));

    private static readonly Gen<string> Paragraph = Gen.Select(
        Inline.Array[0, 4], Pick("", "<w:rPr><w:del w:id=\"9\"/></w:rPr>", "<w:outlineLvl w:val=\"1\"/>", "<w:pageBreakBefore/>", "<w:framePr w:dropCap=\"drop\"/>"),
        (inlines, properties) => P(string.Concat(inlines), properties));

    private static readonly Gen<string> Block = Gen.Recursive<string>((depth, inner) => depth > 2 ? Paragraph : Gen.OneOf<string>(
        Paragraph,
        Paragraph,
        inner.Array[1, 3].Select(blocks => $"<w:sdt><w:sdtContent>{string.Concat(blocks)}</w:sdtContent></w:sdt>"),
        Gen.Select(inner, Pick("", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"2\"/>", "<w:hMerge/>"), (content, properties) => Cell(content, properties))
            .Array[1, 3].Array[1, 3].Select(rows => $"<w:tbl>{string.Concat(rows.Select(row => Row(row)))}</w:tbl>")));

    [Fact]
    public void Every_shown_character_is_read_once() => Block.Array[1, 6].Sample(
        blocks =>
        {
            string body = string.Concat(blocks);
            string notes = string.Concat(Enumerable.Range(1, 4).Select(id => $"<w:footnote w:id=\"{id}\">{Par($"注{id}")}</w:footnote>"));
            SourceElement[] elements = Elements(body, main => main.AddNewPart<FootnotesPart>().Feed($"<w:footnotes {Namespaces}>{notes}</w:footnotes>"));
            return Sorted(Shown(body) + "注1注2注3注4") == Sorted(string.Concat(elements.SelectMany(Texts)));
        },
        iter: 200);

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static string Shown(string body)
    {
        XElement root = XElement.Parse($"<x {Namespaces}>{body}</x>");
        root.Descendants().Where(element => element.Name.LocalName == "Fallback").Remove();
        return string.Concat(root.Descendants().Where(element => element.Name.LocalName == "t").Select(element => element.Value));
    }

    private static IEnumerable<string> Texts(SourceElement element) => element is SourceTable table
        ? table.Cells.SelectMany(cell => cell.Paragraphs).Select(paragraph => paragraph.Text)
        : ((SourceTextBox)element).Paragraphs.Select(paragraph => paragraph.Text);

    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}
