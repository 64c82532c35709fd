namespace Extraction.SampleBuilder.Reports;

/// <summary>A deck on electric cars: company profiles, prices, rounds, alliances, a plan, a denial, and a slide that comes twice.</summary>
internal static class ElectricVehicles
{
    internal static byte[] Build()
    {
        var deck = new Deck();
        deck.Slide().Title("新能源汽车：从造车新势力到价格战").Text(new(40, 220, 880, 60), "汽车行业季度观察");
        Startups(deck.Slide().Title("造车新势力：企业画像"));
        Batteries(deck.Slide().Title("整车与电池龙头"));
        Prices(deck.Slide().Title("价格战：谁先降价"));
        Alliances(deck.Slide().Title("资本与合作"));
        Startups(deck.Slide().Title("造车新势力：企业画像"));
        Summary(deck.Slide().Title("总结与展望"));
        return deck.Build();
    }

    private static void Startups(DeckSlide slide) => slide.Body(
        "• 蔚来：2014年11月成立，由李斌创立，2018年9月12日在纽交所上市。",
        "• 理想汽车：2015年7月成立，创始人为李想，2018年10月发布了首款车型理想ONE。2022年6月21日，理想汽车发布理想L9。",
        "• 零跑汽车：成立于2015年12月，由朱江明创立，坚持核心零部件自研。",
        "• 小米汽车：2024年3月28日，小米发布SU7，起售价为21.59万元。",
        "• 智能座舱支持多指令连续对话，车机可分屏显示导航与音乐。").Number(2);

    private static void Batteries(DeckSlide slide) => slide.Body(
        "• 比亚迪：成立于1995年2月，创始人为王传福。2020年3月29日，比亚迪发布刀片电池。",
        "\t2022年4月3日，比亚迪宣布停产燃油汽车，专注纯电动和插电式混合动力汽车。",
        "\t2023年比亚迪新能源汽车销量为302.4万辆。",
        "• 宁德时代：2011年成立，由曾毓群创立，2021年7月29日发布了第一代钠离子电池。",
        "\t2022年6月23日，宁德时代发布麒麟电池；2023年8月16日，又推出神行超充电池。",
        "• 磷酸铁锂电池成本较低，三元锂电池能量密度更高，两条路线将长期并存。").Number(3);

    private static void Prices(DeckSlide slide) => slide.Body(
        "• 2023年1月6日，特斯拉将国产Model 3的起售价下调至22.99万元。",
        "• 2023年6月12日，蔚来宣布全系车型降价3万元。",
        "• 2024年2月19日，比亚迪推出秦PLUS荣耀版，起售价降至7.98万元。",
        "• 2024年4月21日，特斯拉将Model 3的起售价降至23.19万元。",
        "• 面对降价，多位经销商认为，利润空间已经十分有限。").Number(4)
        .Say("价格以官网当天公布的为准。");

    private static void Alliances(DeckSlide slide) => slide
        .Text(new(40, 95, 430, 380),
            "融资",
            "• 2023年2月13日，极氪完成7.5亿美元A轮融资，估值达130亿美元。",
            "• 2023年10月26日，Stellantis集团宣布向零跑汽车投资约15亿欧元。",
            "• 青梧动力：2020年5月成立，2023年11月完成3.6亿元B轮融资。")
        .Text(new(490, 95, 430, 380),
            "合作",
            "• 2023年11月21日，蔚来与长安汽车签署换电业务合作协议。",
            "• 2023年11月29日，蔚来与吉利控股达成换电战略合作。",
            "• 2024年2月，苹果终止了造车项目，从未发布过量产汽车。")
        .Number(5);

    private static void Summary(DeckSlide slide) => slide.Body(
        "• 2023年，我国新能源汽车产量为958.7万辆，销量为949.5万辆，市场占有率达到31.6%。",
        "• 2020年10月，国务院办公厅印发《新能源汽车产业发展规划（2021—2035年）》（国办发〔2020〕39号）。",
        "• 青梧动力计划在2026年推出固态电池样车。",
        "• 购车问卷显示，续航和补能便利是消费者最关心的两项因素。",
        "• 总体来看，行业已经从拼规模转向拼成本、拼技术。（注：青梧动力为虚构样本）").Number(7);
}
