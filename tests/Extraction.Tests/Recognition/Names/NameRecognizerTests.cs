using System.Text.Json;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Names;
using Extraction.Recognition.Titles;

namespace Extraction.Tests.Recognition.Names;

public class NameRecognizerTests
{
    private static readonly KnowledgeFolder Knowledge = KnowledgeFolder.Default();
    private static readonly NameRecognizer Names = NameRecognizer.Load(Knowledge);
    private static readonly TitleRecognizer Titles = TitleRecognizer.Load(Knowledge);

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string file in Directory.GetFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
            foreach (JsonElement item in JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.EnumerateArray())
                data.Add(Path.GetFileName(file), item.GetProperty("text").GetString()!, item.GetProperty("mentions").GetRawText());
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_yields_exactly_the_mentions_that_its_case_lists(string file, string text, string mentions)
    {
        SegmentedText segmented = SegmentedTexts.Of(text);
        string[] expected = [.. JsonDocument.Parse(mentions).RootElement.EnumerateArray().Select(Describe)];
        IEnumerable<Mention> found = Names.Recognize(segmented).Concat(Titles.Recognize(segmented));
        string[] actual = [.. new MentionSet(found).All.Select(Describe)];
        Assert.True(expected.SequenceEqual(actual), $"{file}: {text}\nexpected {string.Join(" | ", expected)}\nfound    {string.Join(" | ", actual)}");
    }

    [Fact]
    public void Cases_are_not_listed_twice_and_their_offsets_hold_text()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (object[] row in Cases())
        {
            Assert.True(seen.Add((string)row[1]), $"listed twice: {row[1]}");
            foreach (JsonElement mention in JsonDocument.Parse((string)row[2]).RootElement.EnumerateArray())
                Assert.InRange(mention.GetProperty("end").GetInt32(), mention.GetProperty("start").GetInt32() + 1, ((string)row[1]).Length);
        }
    }

    [Fact]
    public void Columns_of_companies_and_models_are_read_by_their_headers()
    {
        SegmentedText table = SegmentedTexts.Table(["模型名称", "所属企业"], ["青鸟大模型", "远山数科"], ["（未公开）", "360"]);
        Mention[] found = [.. Names.Recognize(table)];
        Assert.Equal(["远山数科", "360"], found.OfType<OrganizationMention>().OrderBy(mention => mention.Span).Select(mention => mention.Name));
        Assert.Equal(["青鸟大模型"], found.OfType<ProductMention>().Select(mention => mention.Name));
    }

    [Fact]
    public void A_short_name_that_is_cut_out_of_other_words_is_none()
    {
        Assert.Empty(Names.Recognize(SegmentedTexts.Of("北京|东城|的|胡同")).OfType<OrganizationMention>());
        Assert.Equal("京东", Assert.Single(Names.Recognize(SegmentedTexts.Of("京东|发布|财报")).OfType<OrganizationMention>()).Name);
    }

    [Fact]
    public void Names_inside_a_title_are_not_participants()
    {
        Assert.Empty(Names.Recognize(SegmentedTexts.Of("《腾讯公司年度报告》")).OfType<OrganizationMention>());
    }

    private static string Describe(JsonElement mention) =>
        $"{mention.GetProperty("start").GetInt32()}-{mention.GetProperty("end").GetInt32()} {mention.GetProperty("type").GetString()} {mention.GetProperty("name").GetString()}";

    private static string Describe(Mention mention) => $"{mention.Span.Start}-{mention.Span.End} " + mention switch
    {
        OrganizationMention organization => $"organization {organization.Name}",
        ProductMention product => $"{product.Kind} {product.Name}",
        PersonMention person => $"person {person.Name}{(person.Role is null ? "" : "/" + person.Role)}",
        PlaceMention place => $"{place.Level} {place.Name}",
        TitleMention title => $"title-{title.Kind.ToString().ToLowerInvariant()} {title.Title}",
        DocumentNumberMention number => $"number-{number.Kind} {number.Number}",
        _ => throw new InvalidOperationException(mention.GetType().Name),
    };

    private static string Folder()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Extraction.sln"))) folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new InvalidOperationException("Extraction.sln was not found above the tests."), "tests", "specs", "names");
    }
}
