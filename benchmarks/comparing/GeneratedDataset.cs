using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace ComparisonBenchmark;

/// <summary>A dataset of any size, the same each time: 60 events, 20 figures, 10 organizations, 5 policies and 5 filings of 100 records.</summary>
internal static class GeneratedDataset
{
    private const int RecordsInDocument = 200;
    private const int Clause = 40;

    private static readonly string[] Things = ["清泉", "碧海", "青松", "白鹭", "北斗", "南山", "东篱", "西岭"];

    /// <summary>What differs in the second dataset.</summary>
    internal enum Edit
    {
        /// <summary>Nothing: the first one.</summary>
        None,

        /// <summary>One record of ten: gone, new, refined, changed, found elsewhere, less sure, or under another id.</summary>
        Some,

        /// <summary>Every record has another id, and every second one another date or value.</summary>
        All,
    }

    internal static Dataset Of(int count, Edit edit)
    {
        var records = ImmutableArray.CreateBuilder<ExtractedRecord>(count);
        for (int i = 0; i < count; i++)
            if (Record(i, edit) is { } record) records.Add(record);
        return new Dataset([.. Enumerable.Range(0, (count / RecordsInDocument) + 1).Select(Document)], records.ToImmutable());
    }

    private static ExtractedRecord? Record(int i, Edit edit)
    {
        int lot = edit switch { Edit.None => 99, Edit.All => i % 2 == 0 ? 3 : 6, _ => i % 10 == 0 ? i / 10 % 7 : 99 };
        if (lot == 0) return null;
        string id = (edit == Edit.All || lot == 6 ? "b" : "a") + i.ToString("x15", null);
        int start = i % RecordsInDocument * Clause;
        ExtractedRecord record = (i % 20) switch
        {
            < 12 => Event(i, "event:" + id),
            < 16 => Statistic(i, "stat:" + id),
            < 18 => new OrganizationRecord { Id = "org:" + id, Name = $"第{i}公司", Type = OrganizationType.Company, Products = [Things[i % 8]], Location = "北京", Evidence = At(i, start) },
            < 19 => new PolicyRecord { Id = "policy:" + id, Title = $"第{i}号条例", Status = "issued", Date = Day(i), Issuers = [new PolicyIssuer("某市人民政府")], Evidence = At(i, start) },
            _ => new FilingRecord { Id = "filing:" + id, Model = $"{Things[i % 8]}{i}", Owner = new PolicyIssuer($"第{i}公司"), Evidence = At(i, start) },
        };
        return Edited(record, lot, i, start);
    }

    private static ExtractedRecord Edited(ExtractedRecord record, int lot, int i, int start) => (lot, record) switch
    {
        (1, EventRecord item) => item with { Object = item.Object! with { Name = "新品" } },
        (2, EventRecord item) => item with { Confidence = 0.5 },
        (3, EventRecord item) => item with { Date = Day(i + 1) },
        (3, StatisticRecord item) => item with { Quantity = item.Quantity with { Value = item.Quantity.Value + 7 } },
        (4, _) => record with { Evidence = At(i, start + 3) },
        (5, _) => record with { Evidence = [.. At(i, start), .. At(i + RecordsInDocument, start)] },
        _ => record,
    };

    private static EventRecord Event(int i, string id) => new()
    {
        Id = id,
        Type = StatementLabel.Release,
        Date = Day(i),
        Participants = [new Participant("agent", $"第{i % 5000}公司", $"org:{i % 5000:x16}"), new Participant("place", "北京")],
        Object = new EventObject($"{Things[i % 8]}{i}", "model", null),
        Summary = $"第{i % 5000}公司发布{Things[i % 8]}{i}",
        Confidence = 0.9,
        Method = "rules/events.yaml#release",
        Evidence = At(i, i % RecordsInDocument * Clause),
    };

    private static StatisticRecord Statistic(int i, string id) => new()
    {
        Id = id,
        Subject = $"第{i % 5000}公司",
        Measure = "销量",
        Quantity = new Quantity(i, null, "台", QuantityKind.Count, QuantityQualifier.Exact, $"{i}台"),
        Period = Day(i),
        Evidence = At(i, i % RecordsInDocument * Clause),
    };

    private static RecordDate Day(int i) => new(FormattableString.Invariant($"20{10 + (i % 15)}-{1 + (i % 12):00}-{1 + (i % 28):00}"), DatePrecision.Day, DateBasis.Explicit, "某日", [], null);

    private static ImmutableArray<Evidence> At(int i, int start)
    {
        string quote = $"某日，第{i % 5000}公司发布{Things[i % 8]}{i}。";
        int document = i / RecordsInDocument;
        return [new Evidence(Id(document), $"reports/{document}.pptx", new Locator { Page = 1 + (start / 800), Part = "ppt/slides/slide1.xml", Shape = "7", Paragraph = 2, Box = new Box(40, 95, 920, 495) }, new TextSpan(start, start + quote.Length), quote)];
    }

    private static DocumentRecord Document(int number) =>
        new(Id(number), $"reports/{number}.pptx", SourceFormat.Pptx, "年度观察", null, null, 12, RecordsInDocument * Clause * 2, Outcome.Complete, []);

    private static string Id(int document) => "sha256:" + document.ToString("x64", null);
}
