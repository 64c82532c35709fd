using CsCheck;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Resolution;
using Extraction.Tests.Emission;
using static Extraction.Tests.Resolution.Facts;

namespace Extraction.Tests.Resolution;

public class OrderIndependenceTests
{
    private static readonly Gen<string> Name = OneOf("甲公司", "甲 公司", "OpenMind", "OpenMlnd", "AIfa", "Alfa", "明川");
    private static readonly Gen<string?> Day = OneOf<string?>(null, "2023", "2023-06", "2023-06-07", "2023-06-09", "2023-Q2", "2022-03-01");
    private static readonly Gen<StatementLabel> Type = OneOf(
        StatementLabel.Release, StatementLabel.OpenSource, StatementLabel.Founding, StatementLabel.Funding, StatementLabel.Partnership, StatementLabel.Legal);

    private static readonly Gen<ExtractedRecord> Happening =
        from type in Type
        from agent in Name
        from partner in Name
        from thing in OneOf<string?>(null, "清泉", "清泉大模型", "清泉大模型3.0", "清泉3.0")
        from date in Day
        from amount in Gen.Int[0, 2]
        from document in Gen.Int[1, 4]
        from start in Gen.Int[0, 6]
        from confidence in OneOf(0.5, 0.75, 0.9)
        select (ExtractedRecord)(Event(type, agent, thing, date, document, start * 10) with
        {
            Participants = [new Participant("agent", agent), .. type == StatementLabel.Partnership ? (Participant[])[new Participant("partner", partner)] : []],
            Amount = amount == 0 ? null : new RecordAmount(amount, "CNY", $"{amount}元"),
            Confidence = confidence,
        });

    private static readonly Gen<ExtractedRecord> Body =
        from name in Name
        from alias in Name
        from date in Day
        from document in Gen.Int[1, 4]
        from start in Gen.Int[0, 6]
        select (ExtractedRecord)Organization(name, document, start * 10, date, new OrganizationAlias(alias, "short"));

    private static readonly Gen<ExtractedRecord> Rule =
        from title in OneOf("“清泉”条例", "清泉条例", "清泉 办法")
        from number in OneOf<string?>(null, "1号", "2号")
        from date in Day
        from document in Gen.Int[1, 4]
        select (ExtractedRecord)Policy(title, document, number, date);

    private static readonly Gen<ExtractedRecord> Figure =
        from name in Name
        from value in Gen.Int[1, 2]
        from document in Gen.Int[1, 4]
        select (ExtractedRecord)Statistic(name, value, document);

    [Fact]
    public void The_dataset_does_not_depend_on_the_order_of_documents() =>
        Gen.Select(Gen.OneOf(Happening, Happening, Body, Rule, Figure).Array[0, 24], Gen.Int[0, 23]).Sample((records, rotation) =>
        {
            List<DocumentRecords> documents = [.. records.GroupBy(record => record.Evidence[0].Document).Select(group =>
                Document(Number(group.Key), [.. group]))];
            List<DocumentRecords> turned = [.. documents.Skip(rotation % (documents.Count + 1)).Concat(documents.Take(rotation % (documents.Count + 1))).Reverse()
                .Select(document => document with { Records = [.. document.Records.Reverse()] })];
            return Bytes(documents) == Bytes(turned);
        });

    [Fact]
    public void Ids_are_unique_links_resolve_and_no_mention_is_lost() =>
        Gen.OneOf(Happening, Happening, Body, Rule, Figure).Array[0, 24].Sample(records =>
        {
            Dataset dataset = new RecordResolver(Options).Resolve([.. records.GroupBy(record => record.Evidence[0].Document).Select(group => Document(Number(group.Key), [.. group]))]);
            var ids = dataset.Records.Select(record => record.Id).ToHashSet();
            Assert.Equal(dataset.Records.Length, ids.Count);
            Assert.All(dataset.Records.OfType<EventRecord>().SelectMany(item => item.Participants).Where(item => item.Organization is not null), item => Assert.Contains(item.Organization!, ids));
            Assert.All(dataset.Records.OfType<ConflictRecord>(), item => Assert.Contains(item.Record, ids));
            foreach (IGrouping<Type, ExtractedRecord> kind in records.GroupBy(record => record.GetType()))
                Assert.Superset(
                    kind.SelectMany(record => record.Evidence).Select(item => (item.Document, item.Span)).ToHashSet(),
                    dataset.Records.Where(record => record.GetType() == kind.Key).SelectMany(record => record.Evidence).Select(item => (item.Document, item.Span)).ToHashSet());
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static int Number(string document) => Convert.ToInt32(document[^4..], 16);

    private static string Bytes(IReadOnlyCollection<DocumentRecords> documents)
    {
        using var folder = new ScratchFolder();
        string path = Path.Combine(folder.Path, "dataset");
        new DatasetWriter().Write(new RecordResolver(Options).Resolve(documents), Samples.Info, path);
        return string.Join('\n', DatasetFiles.All.Select(name => File.ReadAllText(Path.Combine(path, name))));
    }
}
