using System.Text;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;
using Extraction.Formats.OpenXml.Plain;
using Extraction.Formats.OpenXml.Repair;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml;

public class PlainXmlTests
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<a b='1' c = \"2\"><d/>数据 &lt;&#20013;&#x1F600;&amp;\r\n</a >\n")]
    [InlineData("\uFEFF<a xmlns='urn:x' xmlns:p='urn:y' p:q='1' q='2'><p:b xmlns:p='urn:z' p:q='3'/><p:b/><b xmlns=''/></a>")]
    [InlineData("<r>一<t> </t>二<b/>三\n</r>")]
    [InlineData("<r xml:space='preserve'> <b xml:space='default'> <c/></b> </r>")]
    [InlineData("<r v='a&#10;b&quot;'/>")]
    public void It_reads_what_the_platform_reads(string xml)
    {
        var platform = XElement.Parse(xml.TrimStart('\uFEFF'), LoadOptions.PreserveWhitespace);
        foreach (XText blank in platform.DescendantNodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value) && !Keeps(text.Parent!)).ToArray()) blank.Remove();

        Assert.Equal(Told(MendedTree.Of(platform)), Told(Read(xml)!));
    }

    [Theory]
    [InlineData("<a><b></a></b>")]
    [InlineData("<a>")]
    [InlineData("<a/><b/>")]
    [InlineData("<a/>text")]
    [InlineData("<a b='1' b='2'/>")]
    [InlineData("<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>")]
    [InlineData("<p:a/>")]
    [InlineData("<a p:b='1'/>")]
    [InlineData("<a xmlns:p=''/>")]
    [InlineData("<a b='<'/>")]
    [InlineData("<a b=1/>")]
    [InlineData("<a b='1'c='2'/>")]
    [InlineData("<a>&own;</a>")]
    [InlineData("<a>A & B</a>")]
    [InlineData("<a>&#1;</a>")]
    [InlineData("<a>]]></a>")]
    [InlineData("<a>\u0001</a>")]
    [InlineData("<a>\uFFFF</a>")]
    [InlineData("<1a/>")]
    [InlineData("<a:b:c xmlns:a='urn:x'/>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a><!-- --></a>")]
    [InlineData("<a><![CDATA[b]]></a>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"GBK\"?><a/>")]
    [InlineData("<a xml:space='x'/>")]
    [InlineData("")]
    public void What_is_damaged_or_rare_is_left_to_the_platform(string xml) => Assert.Null(Read(xml));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_left_to_the_platform() => Assert.Null(Read([.. "<a>"u8, 0xC3, .. "</a>"u8]));

    [Fact]
    public void Elements_that_only_say_how_something_looks_are_left_out_where_they_are_empty()
    {
        PartElement root = Read($"<w:p xmlns:w='{W}'><w:r><w:rPr><w:color w:val='FF0000'/><w:sz w:val='24'/></w:rPr><w:color>字</w:color></w:r></w:p>")!;

        Assert.Equal(["r", "rPr", "sz", "color"], root.Descendants().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Fonts_are_kept_where_they_show_the_label_of_a_list()
    {
        PartElement root = Read($"<w:lvl xmlns:w='{W}'><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:r><w:rPr><w:rFonts/></w:rPr></w:r></w:lvl>")!;

        Assert.Single(root.Descendants(OoxmlNames.W + "rFonts"));
    }

    [Fact]
    public void Elements_around_nothing_but_looks_are_left_out_with_them()
    {
        PartElement root = Read($"<w:p xmlns:w='{W}'><w:r><w:rPr><w:tcBorders><w:top w:val='nil'/> <w:left/></w:tcBorders></w:rPr><w:t>字</w:t></w:r></w:p>")!;

        Assert.Equal(["r", "t"], root.Descendants().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Elements_around_text_are_kept_whatever_they_look_like()
    {
        PartElement root = Read($"<w:p xmlns:w='{W}'><w:pPr><w:rPr><w:color w:val='red'/>字</w:rPr></w:pPr></w:p>")!;

        Assert.Equal(["pPr", "rPr"], root.Descendants().Select(element => element.Name.LocalName));
        Assert.Equal("字", root.Value);
    }

    [Fact]
    public void An_attribute_that_tells_more_keeps_its_element()
    {
        PartElement root = Read("<a:p xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:r><a:rPr lang='zh-CN'/><a:rPr lang='zh-CN' sz='1800'/></a:r></a:p>")!;

        Assert.Equal("1800", Assert.Single(root.Descendants(OoxmlNames.A + "rPr")).Attribute("sz"));
    }

    [Theory]
    [InlineData("<w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr>", 0)]
    [InlineData("<w:r><w:tab/></w:r>", 1)]
    [InlineData("<w:pPr><w:rPr><w:sz w:val='9'/></w:rPr></w:pPr>", 0)]
    [InlineData("<w:r><w:rPr><w:sz w:val='9'/></w:rPr></w:r>", 1)]
    public void Some_names_say_how_something_looks_in_one_place_and_more_in_others(string inner, int kept)
    {
        PartElement root = Read($"<w:body xmlns:w='{W}'><w:p>{inner}</w:p></w:body>")!;

        Assert.Equal(kept, root.Descendants().Count(element => element.Name.LocalName is "tab" or "sz"));
    }

    [Fact]
    public void A_branch_that_holds_nothing_but_looks_is_a_branch_that_holds_something()
    {
        const string Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
        PartElement root = Read($"<w:p xmlns:w='{W}' xmlns:m='{Mc}'><w:r><m:AlternateContent><m:Choice><w:b/></m:Choice><m:Fallback><w:t>字</w:t></m:Fallback></m:AlternateContent></w:r></w:p>")!;

        Assert.Equal("", root.Value);
    }

    [Fact]
    public void Looks_without_end_are_bounded_as_other_elements_are()
    {
        string deep = string.Concat(Enumerable.Repeat("<w:rPr>", 5000)) + string.Concat(Enumerable.Repeat("</w:rPr>", 5000));

        Assert.Throws<PartLimitException>(() => Read($"<w:p xmlns:w='{W}'><w:r>{deep}</w:r></w:p>"));
    }

    [Fact]
    public void A_tag_that_is_repeated_means_what_its_prefix_means_there()
    {
        var words = new PlainVocabulary();
        const string Repeated = "<p:b v='1'/><p:b v='1'/><p:b v='1'/>";
        PartElement root = Read(Encoding.UTF8.GetBytes($"<a xmlns:p='urn:x'>{Repeated}<c xmlns:p='urn:y'>{Repeated}</c>{Repeated}</a>"), words)!;

        Assert.Equal(6, root.Descendants((XNamespace)"urn:x" + "b").Count());
        Assert.Equal(3, root.Descendants((XNamespace)"urn:y" + "b").Count());
        Assert.All(root.Descendants().Where(element => element.Name.LocalName == "b"), element => Assert.Equal("1", element.Attribute("v")));
        Assert.Null(Read(Encoding.UTF8.GetBytes($"<a>{Repeated}</a>"), words));
    }

    [Fact]
    public void A_value_that_holds_the_end_of_a_tag_ends_no_tag()
    {
        PartElement root = Read("<a><b v='1>2'/><b v='1>2'/><b v='1>2'/><b v='1>3'/></a>")!;

        Assert.Equal(["1>2", "1>2", "1>2", "1>3"], root.Elements().Select(element => element.Attribute("v")));
    }

    [Fact]
    public void A_prefix_means_what_its_own_part_says()
    {
        var words = new PlainVocabulary();
        Assert.Equal("urn:x", Read(Encoding.UTF8.GetBytes("<p:a xmlns:p='urn:x'/>"), words)!.Name.NamespaceName);
        Assert.Equal("urn:y", Read(Encoding.UTF8.GetBytes("<p:a xmlns:p='urn:y'/>"), words)!.Name.NamespaceName);
        Assert.Null(Read(Encoding.UTF8.GetBytes("<p:a/>"), words));
    }

    private static bool Keeps(XElement parent) =>
        parent.Name.LocalName == "t" || (string?)parent.AncestorsAndSelf().Attributes(XNamespace.Xml + "space").FirstOrDefault() == "preserve";

    private static string Told(PartElement element) =>
        $"{element.Name}({string.Join(',', element.Attributes.Select(attribute => attribute.Name + "=" + attribute.Value))})[{element.Value}]{{{string.Concat(element.Elements().Select(Told))}}}";

    private static PartElement? Read(string xml) => Read(Encoding.UTF8.GetBytes(xml));

    private static PartElement? Read(byte[] xml, PlainVocabulary? words = null) =>
        new PlainXml(xml, words ?? new PlainVocabulary(), new PartTreeBuilder(new ReadLimits(), CancellationToken.None)).Read();
}
