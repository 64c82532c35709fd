using Extraction.Knowledge;

namespace Extraction.Tests.Recognition.Names;

public class LexiconTests
{
    private static readonly OrganizationLexicon Organizations = OrganizationLexicon.Load(KnowledgeFolder.Default());

    [Theory]
    [InlineData("facebook", "Meta")]
    [InlineData("Minimax", "MiniMax")]
    [InlineData("智谱 AI", "智谱AI")]
    [InlineData("中科院", "中国科学院")]
    public void A_name_is_found_however_it_is_written(string surface, string name) => Assert.Equal(name, Organizations.Find(surface)?.Name);

    [Theory]
    [InlineData("阿里云", "阿里巴巴")]
    [InlineData("上海人工智能实验室", "上海人工智能研究院")]
    [InlineData("网易有道", "网易")]
    public void Different_organizations_stay_apart(string one, string other) =>
        Assert.NotEqual(Organizations.Find(one)!.Name, Organizations.Find(other)!.Name);

    [Fact]
    public void Two_organizations_may_not_share_a_name()
    {
        using var folder = new TemporaryKnowledge(
            ("lexicon/organization-files.tsv", "file\nlexicon/a.tsv\n"),
            ("lexicon/a.tsv", "name\ttype\taliases\tparent\tlocation\tcontext\n甲公司\tcompany\t甲|short\n甲社\tcompany\t甲|short\n"));
        KnowledgeException error = Assert.Throws<KnowledgeException>(() => OrganizationLexicon.Load(new KnowledgeFolder(folder.Path)));
        Assert.Equal(("lexicon/a.tsv", 3), (error.File, error.Line));
    }

    [Fact]
    public void Makers_of_products_are_canonical_names_of_the_organization_lexicon() =>
        Assert.All(
            ProductLexicon.Load(KnowledgeFolder.Default()).Entries.Where(product => product.Maker is not null),
            product => Assert.Equal(product.Maker, Organizations.Find(product.Maker!)?.Name));

    private sealed class TemporaryKnowledge : IDisposable
    {
        public TemporaryKnowledge(params (string Name, string Text)[] files)
        {
            Path = Directory.CreateTempSubdirectory("knowledge-").FullName;
            foreach ((string name, string text) in files)
            {
                string file = System.IO.Path.Combine(Path, name);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text);
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
