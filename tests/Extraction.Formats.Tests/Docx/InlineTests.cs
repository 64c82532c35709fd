using Extraction.Documents;
using static Extraction.Formats.Tests.Docx.DocxFile;

namespace Extraction.Formats.Tests.Docx;

public class InlineTests
{
    [Fact]
    public void Signs_of_symbol_fonts_are_signs_of_Unicode() =>
        Assert.Equal(["☑→√•\uF041"], Lines(P(R("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Symbol\" w:char=\"F0AE\"/><w:sym w:font=\"Symbol\" w:char=\"00D6\"/>"
            + "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Unknown\" w:char=\"F041\"/>"))));

    [Fact]
    public void Hyphens_that_do_not_break_are_kept_and_optional_ones_are_not_seen() => Assert.Equal(["a\u2011bc"], Lines(P(R("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"))));

    [Fact]
    public void Hidden_text_is_furniture_however_it_is_hidden()
    {
        string styles = "<w:style w:type=\"character\" w:styleId=\"H\"><w:name w:val=\"h\"/><w:rPr><w:vanish/></w:rPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:name w:val=\"p\"/><w:rPr><w:vanish/></w:rPr></w:style>";
        string body = P(T("见") + T("隐", "<w:vanish/>") + T("暗", "<w:rStyle w:val=\"H\"/>") + T("亮", "<w:vanish w:val=\"0\"/>")) + P(T("全隐") + T("显", "<w:vanish w:val=\"false\"/>"), Style("P"));
        SourceElement[] elements = Elements(body, Styles(styles));

        Assert.Equal(["见亮", "显"], elements.Where(element => element.Layer == SourceLayer.Content).Cast<SourceTextBox>().SelectMany(box => box.Paragraphs).Select(paragraph => paragraph.Text));
        Assert.Equal(["隐暗", "全隐"], elements.Where(element => element.Layer == SourceLayer.Furniture).Cast<SourceTextBox>().Select(box => box.Paragraphs[0].Text));
    }

    [Theory]
    [InlineData("<w:sdt>{0}<w:sdtContent><w:p><w:r><w:t>请输入</w:t></w:r></w:p></w:sdtContent></w:sdt>")]
    [InlineData("<w:p><w:sdt>{0}<w:sdtContent><w:r><w:t>请输入</w:t></w:r></w:sdtContent></w:sdt></w:p>")]
    [InlineData("<w:tbl><w:tr><w:sdt>{0}<w:sdtContent><w:tc><w:p><w:r><w:t>请输入</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt><w:tc><w:p/></w:tc></w:tr></w:tbl>")]
    public void Prompts_of_content_controls_are_furniture_at_every_level_and_values_are_content(string control)
    {
        Assert.Equal([SourceLayer.Furniture], With("<w:sdtPr><w:showingPlcHdr/></w:sdtPr>").Where(Holds).Select(element => element.Layer));
        Assert.Equal([SourceLayer.Content], With("<w:sdtPr><w:dropDownList/></w:sdtPr>").Where(Holds).Select(element => element.Layer));

        SourceElement[] With(string properties) => Elements(control.Replace("{0}", properties, StringComparison.Ordinal));

        static bool Holds(SourceElement element) => element is SourceTextBox || ((SourceTable)element).Cells.Any(cell => cell.Paragraphs.Length > 0);
    }

    [Fact]
    public void Ruby_keeps_its_base_and_says_so()
    {
        (SourceDocument document, var diagnostics) = Read(P("<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>"));

        Assert.Equal("汉", Assert.IsType<SourceTextBox>(document.Pages[0].Elements[0]).Paragraphs[0].Text);
        Assert.Equal("docx-ruby", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void Formulas_show_their_brackets_roots_fractions_and_sums()
    {
        string E(string text) => $"<m:e><m:r><m:t>{text}</m:t></m:r></m:e>";
        string formula = $"<m:oMath><m:d>{E("a")}{E("b")}</m:d><m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"\"/></m:dPr>{E("c")}</m:d>"
            + $"<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:rad><m:deg/>{E("x")}</m:rad>"
            + $"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub/><m:sup/>{E("y")}</m:nary></m:oMath>";

        Assert.Equal(["(a|b)[c1/2√x∑y", "z"], Lines(P(formula) + "<m:oMathPara><m:oMath><m:r><m:t>z</m:t></m:r></m:oMath></m:oMathPara>"));
    }

    [Fact]
    public void A_drop_cap_is_the_first_letter_of_its_paragraph() => Assert.Equal(["本报告"], Lines(Par("本", "<w:framePr w:dropCap=\"drop\"/>") + Par("报告")));

    [Fact]
    public void Text_outside_paragraphs_is_kept() => Assert.Equal(["散", "段"], Lines(T("散") + Par("段")));

    [Fact]
    public void Words_drawn_along_a_path_are_read()
    {
        SourceElement[] elements = Elements(P("<w:r><w:pict><v:shape><v:textpath string=\"样稿\"/></v:shape></w:pict></w:r>") + P($"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{Par("框")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"));

        Assert.Equal(["样稿", "框"], elements.Cast<SourceTextBox>().Select(box => Assert.Single(box.Paragraphs).Text));
    }

    [Fact]
    public void Files_inside_and_outside_are_named()
    {
        (_, var diagnostics) = Read(P("<w:r><w:object><o:OLEObject r:id=\"r1\"/></w:object></w:r>") + P("<w:subDoc r:id=\"r2\"/>"));

        Assert.Equal([("docx-embedded-file", false), ("docx-external-document", true)], diagnostics.Items.Select(item => (item.Code, item.IsError)));
    }
}
