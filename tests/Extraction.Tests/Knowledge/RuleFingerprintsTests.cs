using Extraction.Knowledge;
using Extraction.Tests.Emission;

namespace Extraction.Tests.Knowledge;

public sealed class RuleFingerprintsTests : IDisposable
{
    private const string Rules = "# why\nrules:\n  - id: release\n    words: [发布, 推出]\n  - id: founding\n    words: [成立]\nplanned:\n  before: [计划]\n  row: [拟]\nhome: 中国\n";
    private const string Table = "# places\nname\tlevel\n北京\tcity\n上海\tcity\n";

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Items_with_an_id_go_by_it_and_keys_by_their_path() =>
        Assert.Equal(["lexicon/places.tsv#上海", "rules/a.yaml#founding", "rules/a.yaml#home", "rules/a.yaml#planned.before", "rules/a.yaml#planned.row", "rules/a.yaml#release"], Of(Rules, Table).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("[发布, 推出]", "[发布]", "rules/a.yaml#release")]
    [InlineData("[计划]", "[计划, 拟]", "rules/a.yaml#planned.before")]
    [InlineData("# why", "# why not", "")]
    [InlineData("    words: [发布, 推出]", "    words:\n      - 发布\n      - 推出", "")]
    public void Only_the_rule_that_was_edited_has_another_fingerprint(string from, string to, string rule) =>
        Assert.Equal(rule, string.Join(' ', Differing(Of(Rules, Table), Of(Rules.Replace(from, to, StringComparison.Ordinal), Table))));

    [Fact]
    public void A_line_keeps_its_fingerprint_when_others_come_before_it() =>
        Assert.Equal(Of(Rules, Table)["lexicon/places.tsv#上海"], Of(Rules, Table.Replace("北京\tcity\n", "北京\tcity\n天津\tcity\n", StringComparison.Ordinal), "lexicon/places.tsv#5")["lexicon/places.tsv#上海"]);

    [Fact]
    public void A_line_with_other_fields_has_another() =>
        Assert.NotEqual(Of(Rules, Table)["lexicon/places.tsv#上海"], Of(Rules, Table.Replace("上海\tcity", "上海\tprovince", StringComparison.Ordinal))["lexicon/places.tsv#上海"]);

    private static IEnumerable<string> Differing(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Where(entry => other.GetValueOrDefault(entry.Key) != entry.Value).Select(entry => entry.Key);

    private IReadOnlyDictionary<string, string> Of(string rules, string table, string reference = "lexicon/places.tsv#4")
    {
        foreach ((string name, string text) in ((string, string)[])[("rules/a.yaml", rules), ("lexicon/places.tsv", table)])
        {
            string path = Path.Combine(scratch.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return RuleFingerprints.Of(new KnowledgeFolder(scratch.Path), ["rules/a.yaml", "lexicon/places.tsv"], [reference, "model@abc", "lexicon/places.tsv#code"]);
    }
}
