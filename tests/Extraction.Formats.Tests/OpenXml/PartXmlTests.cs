using System.Text;
using System.Xml;
using Extraction.Formats.OpenXml;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml;

public class PartXmlTests
{
    [Fact]
    public void Depth_is_bounded() => Assert.Throws<PartLimitException>(() =>
        Load(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 300)) + string.Concat(Enumerable.Repeat("</a>", 300)))));

    [Fact]
    public void Attributes_are_bounded() => Assert.Throws<PartLimitException>(() =>
        Load(Encoding.UTF8.GetBytes("<a " + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"b{i}=\"\" ")) + "/>")));

    [Fact]
    public void Document_types_are_refused() => Assert.Throws<XmlException>(() => Load("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"u8.ToArray()));

    [Fact]
    public void Chinese_encodings_are_read()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        Assert.Equal("数据", Load(gbk.GetBytes("<?xml version=\"1.0\" encoding=\"GBK\"?><a>数据</a>")).Value);
    }

    [Fact]
    public void Strict_namespaces_become_the_transitional_ones() =>
        Assert.Equal(OoxmlNames.A + "p", Load("<p xmlns=\"http://purl.oclc.org/ooxml/drawingml/main\"/>"u8.ToArray()).Name);

    [Theory]
    [InlineData("http://schemas.openxmlformats.org/drawingml/2006/main", true)]
    [InlineData("http://schemas.openxmlformats.org/drawingmk/2006/main", true)]
    [InlineData("http://schemas.openxmlformats.org/drawingml/2006/mai", true)]
    [InlineData("http://schemas.openxmlformats.org/drawingml/2006/picture", false)]
    [InlineData("http://schemas.openxmlformats.org/drawingml/2006/chartDrawing", false)]
    [InlineData("", false)]
    public void A_namespace_with_a_wrong_character_is_the_one_that_was_meant(string name, bool isMeant) =>
        Assert.Equal(isMeant, Load(Encoding.UTF8.GetBytes($"<p xmlns=\"{name}\"/>")).Name == OoxmlNames.A + "p");

    [Fact]
    public void Blanks_inside_texts_stay() => Assert.Equal(" ", Load("<r>\n <t> </t>\n</r>"u8.ToArray()).Element("t")!.Value);

    [Fact]
    public void An_empty_choice_leaves_the_fallback()
    {
        PartElement root = Load(Encoding.UTF8.GetBytes(
            $"<r xmlns:mc=\"{OoxmlNames.Mc}\"><mc:AlternateContent><mc:Choice/><mc:Fallback><t>旧</t></mc:Fallback></mc:AlternateContent></r>"));
        Assert.Equal("旧", root.Element("t")?.Value);
    }

    private static PartElement Load(byte[] bytes) => PartXml.Load(bytes, new XmlNames(), new ReadLimits(), CancellationToken.None);
}
