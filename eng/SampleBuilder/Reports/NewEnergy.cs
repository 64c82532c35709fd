using System.Text;

namespace Extraction.SampleBuilder.Reports;

/// <summary>One short report in four formats: the same text, so the same facts.</summary>
internal static class NewEnergy
{
    private const string Title = "新能源产业观察";
    private const string EventsHeading = "一、大事记";
    private const string CompaniesHeading = "二、企业动态";
    private const string PoliciesHeading = "三、政策梳理";
    private const string FilingsHeading = "四、储能产品备案（示例，企业与产品均为虚构）";

    private static readonly (string Year, string[] Bullets)[] Years =
    [
        ("2021年", ["6.28 三峡集团宣布白鹤滩水电站首批机组投产", "7.29 宁德时代发布第一代钠离子电池"]),
        ("2022年", ["6.23 宁德时代发布麒麟电池", "11.19 隆基绿能发布转换效率26.81%的硅异质结电池"]),
        ("2023年", ["4.19 宁德时代发布凝聚态电池", "12.6 中国华能宣布石岛湾高温气冷堆示范工程投入商业运行"]),
    ];

    private static readonly string[] Paragraphs =
    [
        "海辰储能成立于2019年12月，创始人为吴祖钰，专注储能电池的研发与制造。2023年7月，海辰储能完成45亿元C轮融资。",
        "岚星能源成立于2020年3月，目前尚未推出家用储能产品，计划于2025年发布首款产品。",
        "2023年，全国新增光伏装机216.88GW，新能源汽车销量为949.5万辆。",
    ];

    private static readonly string[][] Policies =
    [
        ["序号", "时间", "文件名", "主要内容"],
        ["1", "2022年3月", "《“十四五”新型储能发展实施方案》", "提出到2025年新型储能进入规模化发展阶段。"],
        ["2", "2022年6月", "《“十四五”可再生能源发展规划》", "明确可再生能源发展的主要目标。"],
        ["3", "2023年3月", "《广东省推动新型储能产业高质量发展的指导意见》", "支持储能电池与系统集成企业做大做强。"],
    ];

    private static readonly string[][] Filings =
    [
        ["批次", "产品名称", "所属企业"],
        ["第一批", "岚星户用储能柜", "岚星能源"],
        ["第一批", "乌石液流电池", "乌石科技"],
        ["第二批", "产品（未公开）", "沐野电力"],
    ];

    internal static byte[] Text()
    {
        var text = new StringBuilder();
        void Heading(string line) => text.Append(line).Append("\n\n");
        void Rows(string[][] rows) => text.Append(string.Concat(rows.Select(row => string.Join('\t', row) + "\n"))).Append('\n');
        Heading(Title);
        Heading(EventsHeading);
        foreach ((string year, string[] bullets) in Years)
            text.Append(year).Append('\n').Append(string.Concat(bullets.Select(bullet => $"• {bullet}\n"))).Append('\n');
        Heading(CompaniesHeading);
        foreach (string paragraph in Paragraphs) Heading(paragraph);
        Heading(PoliciesHeading);
        Rows(Policies);
        Heading(FilingsHeading);
        Rows(Filings);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static byte[] Pptx()
    {
        var deck = new Deck();
        deck.Slide().Title(Title);
        DeckSlide events = deck.Slide().Title(EventsHeading);
        for (int column = 0; column < Years.Length; column++)
        {
            int left = 40 + (300 * column);
            events.Text(new(left, 100, 80, 30), Years[column].Year).Text(new(left, 140, 280, 200), [.. Years[column].Bullets.Select(bullet => "• " + bullet)]);
        }
        deck.Slide().Title(CompaniesHeading).Body(Paragraphs);
        deck.Slide().Title(PoliciesHeading).Table(new(40, 100, 880, 200), Policies);
        deck.Slide().Title(FilingsHeading).Table(new(40, 100, 880, 200), Filings);
        return deck.Build();
    }

    internal static byte[] Docx()
    {
        WordDocument report = new WordDocument().Heading(0, Title).Heading(1, EventsHeading);
        foreach ((string year, string[] bullets) in Years)
        {
            report.Heading(2, year);
            foreach (string bullet in bullets) report.Bullet(bullet);
        }
        report.Heading(1, CompaniesHeading);
        foreach (string paragraph in Paragraphs) report.Text(paragraph);
        return report.Heading(1, PoliciesHeading).Table(Policies).Heading(1, FilingsHeading).Table(Filings).Build();
    }

    internal static byte[] Pdf()
    {
        PdfReport report = new PdfReport(Title).Heading(0, Title).Heading(1, EventsHeading);
        foreach ((string year, string[] bullets) in Years)
        {
            report.Heading(2, year);
            foreach (string bullet in bullets) report.Bullet(bullet);
        }
        report.Heading(1, CompaniesHeading);
        foreach (string paragraph in Paragraphs) report.Text(paragraph);
        return report.Heading(1, PoliciesHeading).Table([3, 5, 11, 13], Policies).Heading(1, FilingsHeading).Table([1, 3, 2], Filings).Build();
    }
}
