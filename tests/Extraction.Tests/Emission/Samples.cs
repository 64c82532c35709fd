using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Tests.Resolution;

namespace Extraction.Tests.Emission;

/// <summary>One record of every kind with every field filled.</summary>
internal static class Samples
{
    internal static readonly RunInfo Info = new("0.1.0", new string('a', 64), new string('b', 64));

    private static readonly ImmutableArray<Evidence> Place =
    [
        new(Facts.DocumentId(1), "reports/甲.pptx", new Locator
        {
            Page = 3, Part = "ppt/slides/slide3.xml", Shape = "7", Table = 1, Row = 2, Column = 3, Paragraph = 2, Box = new Box(1.04, -0.01, 20, 30.26),
        }, new TextSpan(5, 9), "甲\"公\n"),
    ];

    private static readonly RecordDate Day = new("2023-03-16", DatePrecision.Day, DateBasis.Inherited, "3.16", ["2022-03-16"], Place[0]);

    internal static Dataset Full() => new(
        [new DocumentRecord(Facts.DocumentId(1), "reports/甲.pptx", SourceFormat.Pptx, "年报", "某研究院", Day, 12, 3400, Outcome.Partial,
            [new Diagnostic("pptx-part-broken", "reading", true, "slide4.xml is not XML", new Locator { Page = 4 })])],
        [Conflict(), Event(), Filing(), Organization(), Policy(), Statistic()]);

    internal static Dataset Empty() => new([], []);

    internal static EventRecord Event() => new()
    {
        Id = "event:0000000000000001",
        Type = StatementLabel.OpenSource,
        Date = Day,
        Participants = [new Participant("agent", "明川", "org:0000000000000001"), new Participant("place", "北京")],
        Object = new EventObject("清泉大模型 3.0", "model", "3.0"),
        Amount = new RecordAmount(2000000000.00m, "USD", "20亿美元"),
        Round = "B",
        Summary = "明川开源清泉大模型 3.0",
        Confidence = 0.876,
        Method = "rules/events.yaml#open",
        Evidence = Place,
    };

    private static OrganizationRecord Organization() => new()
    {
        Id = "org:0000000000000001",
        Name = "明川",
        Type = OrganizationType.Company,
        Aliases = [new OrganizationAlias("明川科技", "full")],
        Founded = Day,
        People = [new OrganizationPerson("李某", "创始人"), new OrganizationPerson("王某", null)],
        Products = ["清泉"],
        Parent = "明川集团",
        Location = "北京",
        Evidence = Place,
    };

    private static PolicyRecord Policy() => new()
    {
        Id = "policy:0000000000000001",
        Title = "数据条例",
        DocumentNumber = "某发〔2023〕1号",
        Issuers = [new PolicyIssuer("某省人民政府")],
        Level = "local",
        Region = "某省",
        Date = Day,
        Effective = Day,
        Status = "issued",
        Summary = "规范数据流通",
        Evidence = Place,
    };

    private static FilingRecord Filing() => new()
    {
        Id = "filing:0000000000000001",
        Authority = "某省网信办",
        Batch = 1,
        Owner = new PolicyIssuer("明川", "org:0000000000000001"),
        RegistrationNumber = "某-2023-1",
        Date = Day,
        Disclosed = false,
        Evidence = Place,
    };

    private static StatisticRecord Statistic() => new()
    {
        Id = "stat:0000000000000001",
        Subject = "明川",
        Measure = "占比",
        Quantity = new Quantity(84.570m, 90m, "%", QuantityKind.Percent, QuantityQualifier.Range, "84.57%-90%"),
        Period = Day,
        Dimensions = ImmutableSortedDictionary<string, string>.Empty.Add("category", "教育医疗"),
        Checks = [new StatisticCheck("shares-sum-100", true, "99.98")],
        Evidence = Place,
    };

    private static ConflictRecord Conflict() => new()
    {
        Id = "conflict:0000000000000001",
        Record = "event:0000000000000001",
        Field = "date",
        Values = [new ConflictValue("2022-03-16", Place), new ConflictValue("2023-03-16", Place)],
        Kept = "2023-03-16",
        Reason = "more mentions",
        Evidence = Place,
    };
}
