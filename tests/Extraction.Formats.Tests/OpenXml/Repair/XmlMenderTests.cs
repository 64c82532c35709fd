using System.Text;
using System.Xml;
using System.Xml.Linq;
using Extraction.Formats.OpenXml;
using Extraction.Formats.OpenXml.Repair;
using Extraction.Reading;

namespace Extraction.Formats.Tests.OpenXml.Repair;

public class XmlMenderTests
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;
    private static readonly XNamespace W = OoxmlNames.W;

    [Fact]
    public void A_start_whose_name_is_damaged_takes_the_name_of_its_end() => Assert.Equal(
        ["一", "二", "三"], Texts("<a:p><a:r><a:t>一</a:t></a:r><a:r><a:u>二</a:t></a:r><a:r><a:t>三</a:t></a:r></a:p>"));

    [Fact]
    public void A_start_that_is_lost_leaves_its_text_where_its_end_says() => Assert.Equal(
        ["一", "=a:t>二"], Texts("<a:p><a:r><a:t>一</a:t></a:r><a:r>=a:t>二</a:t></a:r></a:p>"));

    [Fact]
    public void What_may_not_stand_in_itself_closes_itself()
    {
        PartElement root = Load("<p:sld><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>一</a:t><a:p><a:r><a:t>二</a:t></a:r></a:p></p:txBody><p:sp><p:txBody/></p:sp></p:spTree></p:cSld></p:sld>").Root;

        PartElement tree = root.Element(P + "cSld")!.Element(P + "spTree")!;
        Assert.Equal(2, tree.Elements(P + "sp").Count());
        Assert.Equal(2, tree.Element(P + "sp")!.Element(P + "txBody")!.Elements(A + "p").Count());
    }

    [Fact]
    public void A_lost_root_is_put_above_what_it_held() =>
        Assert.Equal(W + "document", Load("<w:body><w:p><w:r><w:t>一</w:t></w:r></w:p></w:body>").Root.Name);

    [Fact]
    public void Paragraphs_that_damage_cut_loose_come_home()
    {
        PartElement root = Load("<p:sld><p:cSld><p:spTree></p:spTree></p:cSld><a:p><a:r><a:t>一</a:t></a:r></a:p><a:t>二</a:t></p:sld>").Root;

        Assert.Equal(["一", "二"], root.Element(P + "cSld")!.Element(P + "spTree")!.Elements(P + "txBody").Descendants(A + "t").Select(text => text.Value));
    }

    [Fact]
    public void An_attribute_without_its_closing_quote_ends_with_its_tag() =>
        Assert.Equal(["一", "二"], Texts("<a:p><a:r><a:rPr lang=\"zh/><a:t>一</a:t></a:r><a:r><a:t x=\"1\">二</a:t></a:r></a:p>"));

    [Fact]
    public void UTF_16_is_read_whatever_the_declaration_says() =>
        Assert.Equal("数据", XmlMender.Load(Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>数据<b></a>"), new ReadLimits(), CancellationToken.None).Root.Value);

    [Theory]
    [InlineData("<a:t>一\u0001</a:t>", false)]
    [InlineData("<a:t>A & B</a:t>", false)]
    [InlineData("<a:t b='1' b='2'>一</a:t>", false)]
    [InlineData("<q:t>一</q:t>", false)]
    [InlineData("<a:t>一", true)]
    [InlineData("<a:t>&own;</a:t>", true)]
    [InlineData("<a:t>一\uFFFD</a:t>", true)]
    public void Only_damage_that_may_cost_text_is_called_a_loss(string xml, bool losesText) => Assert.Equal(losesText, Load(xml).LosesText);

    [Fact]
    public void Nothing_to_read_is_said() => Assert.Throws<XmlException>(() => Load("no tag at all"));

    [Fact]
    public void Any_bytes_end_in_a_tree_or_in_a_typed_failure()
    {
        byte[] whole = Encoding.UTF8.GetBytes("<p:sld><p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:rPr b=\"1\"/><a:t>一&amp;二</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>");
        for (int seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            byte[] damaged = Mutation.Of(whole, seed);
            random.NextBytes(damaged.AsSpan(random.Next(damaged.Length / 2), random.Next(damaged.Length / 2)));
            try
            {
                Assert.NotNull(XmlMender.Load(damaged, new ReadLimits(), CancellationToken.None).Root);
            }
            catch (XmlException)
            {
                // nothing that looks like an element was left
            }
        }
    }

    private static string[] Texts(string xml)
    {
        PartElement root = Load(xml).Root;
        return [.. root.Descendants().Prepend(root).Where(element => element.Name == A + "t").Select(text => text.Value)];
    }

    private static MendedXml Load(string xml) => XmlMender.Load(Encoding.UTF8.GetBytes(xml), new ReadLimits(), CancellationToken.None);
}
