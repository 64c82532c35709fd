using System.Text;
using Extraction.Documents;
using Extraction.Tests.Assembly;

namespace Extraction.Tests.Script;

public sealed class OriginalScriptTests(StagesFixture stages) : IClassFixture<StagesFixture>
{
    private static readonly Dictionary<char, char> Simplified = Rows().ToDictionary(row => row.Traditional, row => row.Simplified);

    // The first traditional form of each character that no simplified text writes.
    private static readonly Dictionary<char, char> Traditional = Rows().Where(row => !row.IsShared).DistinctBy(row => row.Simplified).ToDictionary(row => row.Simplified, row => row.Traditional);

    [Theory]
    [InlineData("banking_fintech")]
    [InlineData("biotech_review")]
    [InlineData("cloud_datacenter")]
    [InlineData("consumer_retail")]
    [InlineData("energy_storage")]
    public void A_report_gives_the_same_records_in_both_scripts(string report)
    {
        string text = File.ReadAllText(SpecFolder.File("..", "reports", "dev", $"{report}.txt"));
        string traditional = Map(text, Traditional);
        Assert.NotEqual(text, traditional);
        List<string> expected = Facts(text), actual = Facts(traditional);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Names_titles_and_summaries_keep_their_script()
    {
        DocumentRecords records = stages.Extract(StagesFixture.Paragraph("2024年3月5日，雲汐科技發佈汐語大模型2.0。"));
        EventRecord released = Assert.Single(records.Records.OfType<EventRecord>());
        Assert.Equal(StatementLabel.Release, released.Type);
        Assert.Equal("2024-03-05", released.Date?.Value);
        Assert.Equal("雲汐科技", Assert.Single(released.Participants).Name);
        Assert.StartsWith("汐語大模型", released.Object?.Name, StringComparison.Ordinal);
        Assert.Contains("發佈", released.Summary, StringComparison.Ordinal);
        Assert.Contains("雲汐科技", released.Evidence[0].Quote, StringComparison.Ordinal);
    }

    // A line for each record, in simplified characters: what it is, when, who, what.
    private List<string> Facts(string text) =>
        [.. stages.Extract(new SpecCase { Name = "", Document = text }).Records.Select(record => Map(Describe(record), Simplified))];

    private static string Describe(ExtractedRecord record) => record switch
    {
        EventRecord happened => $"{happened.Type} {happened.Date?.Value} {string.Join(',', happened.Participants.Select(who => who.Role + who.Name))} {happened.Object} {happened.Amount?.Value} {happened.Modality} {happened.Polarity} {happened.Summary}",
        OrganizationRecord organization => $"organization {organization.Name} {organization.Type} {organization.Founded?.Value} {organization.Parent}",
        PolicyRecord policy => $"policy {policy.Title} {policy.DocumentNumber} {policy.Date?.Value} {policy.Status}",
        FilingRecord filing => $"filing {filing.Model} {filing.Owner?.Name} {filing.RegistrationNumber} {filing.Date?.Value}",
        StatisticRecord statistic => $"statistic {statistic.Subject} {statistic.Measure} {statistic.Quantity} {statistic.Period?.Value}",
        _ => record.GetType().Name,
    };

    private static string Map(string text, Dictionary<char, char> characters)
    {
        var mapped = new StringBuilder(text);
        for (int i = 0; i < mapped.Length; i++) mapped[i] = characters.GetValueOrDefault(mapped[i], mapped[i]);
        return mapped.ToString();
    }

    private static IEnumerable<(char Traditional, char Simplified, bool IsShared)> Rows() =>
        File.ReadLines(SpecFolder.File("..", "..", "pipeline", "knowledge", "normalization", "traditional.tsv"))
            .Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')).Select(fields => (fields[0][0], fields[1][0], fields.Length > 2));
}
