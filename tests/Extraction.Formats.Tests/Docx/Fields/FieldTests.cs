using Extraction.Documents;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx.Fields;

public class FieldTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Fact]
    public void Results_are_read_and_instructions_are_not() =>
        Assert.Equal(["共12页，第3页"], Lines(P(T("共") + Field("NUMPAGES", T("12")) + T("页，第") + $"<w:fldSimple w:instr=\"PAGE\">{T("3")}</w:fldSimple>" + T("页"))));

    [Fact]
    public void What_only_serves_an_instruction_is_no_content()
    {
        string nested = Begin + "<w:r><w:instrText>IF </w:instrText></w:r>" + Field("DOCPROPERTY x", T("内部值"))
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + T("结果") + End;

        Assert.Equal(["结果"], Lines(P(nested)));
    }

    [Fact]
    public void A_field_that_never_ends_takes_nothing_along() => Assert.Equal(["前文", "后文"], Lines(P(T("前文") + Begin) + Par("后文")));

    [Fact]
    public void Links_lead_where_their_field_or_relationship_says()
    {
        string body = P(Field("HYPERLINK \"https://a.example/x\" \\l \"s 1\"", T("甲")) + $"<w:hyperlink r:id=\"rL\">{T("乙")}</w:hyperlink><w:hyperlink w:anchor=\"b\">{T("丙")}</w:hyperlink>" + T("丁"));
        SourceParagraph paragraph = Assert.Single(Paragraphs(body, main => main.AddHyperlinkRelationship(new Uri("https://b.example/"), true, "rL")));

        Assert.Equal(["https://a.example/x#s 1", "https://b.example/", "#b", null], paragraph.Runs.Select(run => run.Link));
    }

    [Fact]
    public void A_table_of_contents_is_furniture_over_all_its_paragraphs()
    {
        string body = P(Begin + "<w:r><w:instrText>TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + T("一 概况 1")) + Par("二 展望 9") + P(End) + Par("正文");
        SourceElement[] elements = Elements(body);

        Assert.Equal([SourceLayer.Furniture, SourceLayer.Content], elements.Select(element => element.Layer));
        Assert.Equal(2, ((SourceTextBox)elements[0]).Paragraphs.Length);
    }

    [Fact]
    public void Form_controls_show_their_state()
    {
        string Form(string data) => $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>" + End;
        string list = "<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry w:val=\"乙\"/></w:ddList>";

        Assert.Equal(["☒☐乙"], Lines(P(Form("<w:checkBox><w:checked/></w:checkBox>") + Form("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>") + Form(list))));
    }

    [Theory]
    [InlineData("EQ \\o\\ac(○,一)", "一")]
    [InlineData("eq \\o\\ad(\\s\\up 11(hàn),汉)", "汉")]
    [InlineData("EQ \\f(1,2)", "1/2")]
    [InlineData("EQ \\r(3,x\\,y)", "3√x,y")]
    [InlineData("EQ ((((", "((((")]
    [InlineData("SYMBOL 183 \\f \"Symbol\" \\s 10", "•")]
    [InlineData("SYMBOL 0xFE \\f Wingdings", "☑")]
    [InlineData("SYMBOL x", "")]
    public void Fields_that_Word_draws_from_their_instruction_show_their_text(string instruction, string shown) =>
        Assert.Equal([$"前{shown}后"], Lines(P(T("前") + Begin + $"<w:r><w:instrText>{instruction}</w:instrText></w:r>" + End + T("后"))));
}
