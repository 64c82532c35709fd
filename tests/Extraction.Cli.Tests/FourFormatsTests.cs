using System.Text;
using Extraction.Documents;

namespace Extraction.Cli.Tests;

/// <summary>One report, saved as text, slides, flowing document, pages and web page: what it says must not depend on how it was saved.</summary>
public sealed class FourFormatsTests(FourFormatsTests.Runs runs) : IClassFixture<FourFormatsTests.Runs>
{
    [Theory]
    [InlineData(".pptx")]
    [InlineData(".docx")]
    [InlineData(".pdf")]
    [InlineData(".html")]
    public void A_report_gives_the_same_records_as_its_text_version(string extension)
    {
        Assert.Equal(Ids<EventRecord>(".txt"), Ids<EventRecord>(extension));
        Assert.Equal(Ids<OrganizationRecord>(".txt"), Ids<OrganizationRecord>(extension));
        Assert.Equal(Ids<PolicyRecord>(".txt"), Ids<PolicyRecord>(extension));
        Assert.Equal(Ids<FilingRecord>(".txt"), Ids<FilingRecord>(extension));
        Assert.Equal(Ids<StatisticRecord>(".txt"), Ids<StatisticRecord>(extension));
    }

    [Fact]
    public void Every_kind_of_record_is_there()
    {
        Assert.All(
            [Ids<EventRecord>(".txt"), Ids<OrganizationRecord>(".txt"), Ids<PolicyRecord>(".txt"), Ids<FilingRecord>(".txt"), Ids<StatisticRecord>(".txt")],
            Assert.NotEmpty);
    }

    [Fact]
    public void Names_of_columns_are_no_organizations()
    {
        IEnumerable<string> names = runs.Of(".txt").Records.OfType<OrganizationRecord>().Select(organization => organization.Name);

        Assert.DoesNotContain("所属企业", names);
    }

    private string[] Ids<T>(string extension)
        where T : ExtractedRecord => [.. runs.Of(extension).Records.OfType<T>().Select(record => record.Id).Order(StringComparer.Ordinal)];

    /// <summary>Each file by itself, extracted once.</summary>
    public sealed class Runs
    {
        private readonly Dictionary<string, Dataset> datasets = new(StringComparer.Ordinal);

        public Runs()
        {
            LoadedPipeline loaded = PipelineFactory.Load(knowledgeFolder: null);
            foreach (string file in Directory.EnumerateFiles(Path.Combine(Root(), "samples", "formats"), "new-energy.*"))
            {
                SourceFile source = SourceFile.FromBytes(Path.GetFileName(file), File.ReadAllBytes(file));
                datasets[Path.GetExtension(file)] = loaded.Resolver.Resolve([loaded.Pipeline.Extract(source, CancellationToken.None)]);
            }

            SourceFile page = SourceFile.FromBytes("new-energy.html", Encoding.UTF8.GetBytes(NewEnergyHtml.Text));
            datasets[".html"] = loaded.Resolver.Resolve([loaded.Pipeline.Extract(page, CancellationToken.None)]);
        }

        public Dataset Of(string extension) => datasets[extension];

        internal static string Root()
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Extraction.sln"))) folder = Path.GetDirectoryName(folder);
            return folder ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
    }
}
