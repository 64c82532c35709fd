using DocumentFormat.OpenXml.Packaging;
using Extraction.Documents;
using Extraction.Formats.Tests.OpenXml;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx.Asides;

public class NoteTests
{
    [Fact]
    public void A_note_follows_the_paragraph_or_table_that_refers_to_it_with_its_number()
    {
        string body = P(T("首句") + Reference("footnote", 5)) + Par("次句") + $"<w:tbl>{Row(Cell(P(T("格") + Reference("footnote", 4))), Cell(Par("右")))}</w:tbl>" + Par("末句");
        SourceElement[] elements = Elements(body, Notes("footnote", (4, "表注"), (5, "句注")));

        Assert.Equal(["首句", "1:句注", "次句", "表", "2:表注", "末句"], elements.Select(Describe));
        Assert.Equal(SourceLayer.Notes, elements[1].Layer);
    }

    [Fact]
    public void A_note_is_read_once_and_notes_without_reference_come_last()
    {
        string body = P(T("甲") + Reference("endnote", 2)) + P(T("乙") + Reference("endnote", 2));

        Assert.Equal(["甲", "i:尾注", "乙", ":孤注"], Elements(body, Notes("endnote", (2, "尾注"), (3, "孤注"))).Select(Describe));
    }

    [Fact]
    public void Notes_that_refer_to_each_other_end()
    {
        string note = $"<w:footnotes {Namespaces}><w:footnote w:id=\"1\">{P(T("一") + Reference("footnote", 2))}</w:footnote><w:footnote w:id=\"2\">{P(T("二") + Reference("footnote", 1))}</w:footnote></w:footnotes>";
        SourceElement[] elements = Elements(P(T("文") + Reference("footnote", 1)), main => main.AddNewPart<FootnotesPart>().Feed(note));

        Assert.Equal(["文", "1:一", "2:二"], elements.Select(Describe));
    }

    [Fact]
    public void Notes_count_in_the_format_and_per_page_as_the_section_says()
    {
        string body = P(T("甲") + Reference("footnote", 1)) + P("<w:r><w:br w:type=\"page\"/></w:r>" + T("乙") + Reference("footnote", 2))
            + "<w:sectPr><w:footnotePr><w:numFmt w:val=\"decimalEnclosedCircleChinese\"/><w:numRestart w:val=\"eachPage\"/></w:footnotePr></w:sectPr>";

        Assert.Equal(["甲", "①:一", "乙", "①:二"], Elements(body, Notes("footnote", (1, "一"), (2, "二"))).Select(Describe));
    }

    [Fact]
    public void Comments_keep_their_author_and_answers_stand_below_them()
    {
        string Comment(int id, string author, string paragraph, string text) =>
            $"<w:comment w:id=\"{id}\" w:author=\"{author}\"><w:p w14:paraId=\"{paragraph}\">{T(text)}</w:p></w:comment>";
        SourceElement[] elements = Elements(P(T("甲") + "<w:r><w:commentReference w:id=\"0\"/></w:r>") + Par("乙"), main =>
        {
            main.AddNewPart<WordprocessingCommentsPart>().Feed(
                $"<w:comments {Namespaces}>{Comment(0, "张三", "A1", "待核")}{Comment(1, "李四", "A2", "另事")}{Comment(2, "王五", "A3", "已核")}</w:comments>");
            main.AddNewPart<WordprocessingCommentsExPart>().Feed(
                $"<w15:commentsEx {Namespaces}><w15:commentEx w15:paraId=\"A1\"/><w15:commentEx w15:paraId=\"A3\" w15:paraIdParent=\"A1\"/></w15:commentsEx>");
        });

        Assert.Equal(["甲", "张三:待核", "王五:已核", "乙", "李四:另事"], elements.Select(Describe));
        Assert.Equal([SourceLayer.Content, SourceLayer.Comments, SourceLayer.Comments, SourceLayer.Content, SourceLayer.Comments], elements.Select(element => element.Layer));
        Assert.Equal(1, ((SourceTextBox)elements[2]).Paragraphs[0].Level);
    }

    private static string Reference(string kind, int id) => $"<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>";

    private static Action<MainDocumentPart> Notes(string kind, params (int Id, string Text)[] notes) => main =>
    {
        string xml = $"<w:{kind}s {Namespaces}>{string.Concat(notes.Select(note => $"<w:{kind} w:id=\"{note.Id}\">{Par(note.Text)}</w:{kind}>"))}</w:{kind}s>";
        if (kind == "footnote") main.AddNewPart<FootnotesPart>().Feed(xml);
        else main.AddNewPart<EndnotesPart>().Feed(xml);
    };

    private static string Describe(SourceElement element) => element is SourceTextBox { Paragraphs: [var first, ..] }
        ? element.Layer == SourceLayer.Content ? first.Text : $"{first.Label}:{first.Text}"
        : "表";
}
