using System.Globalization;

namespace Extraction.Tests.Normalization.Damage;

/// <summary>Sound paragraphs of invented reports on many industries, the same for a seed on every machine.</summary>
internal static class CleanReports
{
    private static readonly string[] Companies =
    [
        "远舟重工", "蓝湾生物", "星河科技", "青禾种业", "北辰电力", "云栖半导体", "长风航空", "金石矿业", "小鹿出行", "白鹭乳业", "飞鱼机器人", "西岭风电",
        "马尾松林业", "龙门银行", "高新医疗", "黑石新材料", "老山食品", "风雨桥保险", "天元证券", "大川水务",
    ];

    private static readonly string[] Products =
    [
        "Aurora", "HL-207", "Helios 3", "K9 Pro", "SeaWind 18MW", "Nova-2.5", "OpenHarbor", "TurboFan", "LiFePack", "GreenGrid", "MedVision", "Rover X1",
        "DeepOcean-7B", "PD-1", "BlueWhale", "T800", "Falcon 9", "AgriBot", "5G-A", "eVTOL",
    ];

    private static readonly string[] Openings =
    [
        "{y}年{m}月{d}日，{c}在北京发布{p}，", "{m}月{d}日，{c}与{e}签署战略合作协议，", "{y}年，{c}完成{n}亿元B轮融资，由{e}领投，", "据{e}披露，{c}的{p}已通过验收，",
        "{c}宣布以{n}亿美元收购{e}，", "受原材料价格上行影响，{c}前三季度营业收入为{n}亿元，", "作为行业龙头，{c}于{y}年建成年产{k}万吨的生产线，",
    ];

    private static readonly string[] Middles =
    [
        "首批产品面向高端用户，预计{z}年实现量产。", "同比增长{n}%，毛利率提升{o}个百分点。", "项目总投资约{n}亿元，占地{k}亩，可带动就业{k}人。",
        "该方案支持Linux和Windows，单机性能达到{k}GB/s，能耗下降{o}%。", "双方将围绕储能、氢能、光伏（含分布式）等方向开展联合研发，周期为{o}个月。",
        "其中，一线城市门店{k}家，二线城市门店{k}家，比上年净增{o}家。", "天天有进展，人人有责任，方方面面的工作都在稳步推进。",
        "监管部门随后发布《关于促进行业高质量发展的若干意见》，明确了五项重点任务。", "业内人士表示：“小型化、绿色化是大势所趋，但还有很长的路要走。”",
    ];

    private static readonly string[] English =
    [
        "The company released a new platform for energy storage and expects strong growth in the next quarter.",
        "Revenue of the first half rose by 12.5% to 3,400 million, with a margin of 18%.",
        "We build open systems for research, education and public services around the world.",
        "Customers in Asia and Europe will receive the first units before the end of the year.",
    ];

    /// <summary>One Chinese paragraph of two to four sentences.</summary>
    public static string Paragraph(Random random)
    {
        string text = Fill(random, Openings[random.Next(Openings.Length)]);
        for (int i = random.Next(1, 4); i > 0; i--) text += Fill(random, Middles[random.Next(Middles.Length)]);
        return text;
    }

    /// <summary>One short line without sentence marks, as a title or a bullet is.</summary>
    public static string Title(Random random) => random.Next(4) switch
    {
        0 => Fill(random, "{c}{y}年营业收入{n}亿元"),
        1 => Fill(random, "{y}年中国储能行业发展报告"),
        2 => Fill(random, "{c}面向高端用户发布{p}"),
        _ => Fill(random, "{m}.{d}{c}完成{n}亿元融资"),
    };

    /// <summary>One to three English sentences.</summary>
    public static string EnglishParagraph(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => English[random.Next(English.Length)]));

    private static string Fill(Random random, string template)
    {
        string company = Pick(random, Companies), other = Pick(random, Companies);
        return template
            .Replace("{y}", Number(random, 2015, 2025), StringComparison.Ordinal).Replace("{z}", Number(random, 2026, 2031), StringComparison.Ordinal)
            .Replace("{m}", Number(random, 1, 13), StringComparison.Ordinal).Replace("{d}", Number(random, 1, 29), StringComparison.Ordinal)
            .Replace("{n}", $"{Number(random, 1, 90)}.{Number(random, 1, 10)}", StringComparison.Ordinal).Replace("{o}", Number(random, 2, 20), StringComparison.Ordinal)
            .Replace("{k}", Number(random, 100, 9000), StringComparison.Ordinal)
            .Replace("{c}", company, StringComparison.Ordinal).Replace("{e}", other, StringComparison.Ordinal).Replace("{p}", Pick(random, Products), StringComparison.Ordinal);
    }

    private static string Pick(Random random, string[] items) => items[random.Next(items.Length)];

    private static string Number(Random random, int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);
}
