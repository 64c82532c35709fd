namespace Extraction.SampleBuilder.Reports;

/// <summary>A report on robots in a word processor: lists, merged cells, a footnote, text put in and taken out by a reviewer.</summary>
internal static class RoboticsReport
{
    internal static byte[] Build()
    {
        var report = new WordDocument { Footer = "机器人产业年度报告 内部讨论稿" };
        Companies(report.Heading(0, "机器人产业年度报告：从工业臂到人形机器人"));
        Mergers(report);
        Market(report);
        return report.Build();
    }

    private static void Companies(WordDocument report) => report
        .Heading(1, "1 企业图谱")
        .Text("国内机器人企业大致分为三类：以工业机械臂为主的装备企业、以服务场景为主的解决方案企业，以及近两年涌现的人形机器人创业公司。")
        .Heading(2, "1.1 人形机器人")
        .Bullet("优必选成立于2012年3月，创始人为周剑。2018年5月，优必选完成8.2亿美元C轮融资，由腾讯领投。2023年12月29日，优必选在港交所上市。")
        .Bullet("宇树科技：2016年8月成立，由王兴兴创立。2023年8月，宇树科技发布通用人形机器人H1。2024年5月13日，宇树科技又推出G1人形智能体，售价9.9万元起。")
        .Bullet("智元机器人：2023年2月成立，由彭志辉等人创立，同年8月18日发布了远征A1。")
        .Bullet("傅利叶智能：成立于2015年，2023年7月6日推出人形机器人GR-1。")
        .Bullet("人形机器人的关节模组要兼顾扭矩、重量与散热，灵巧手的自由度通常在6到20之间。", 1)
        .Bullet("关节模组由电机、减速器和驱动器组成。", 1)
        .Heading(2, "1.2 海外进展")
        .Runs(WordDocument.Run("2022年9月30日，特斯拉展示了人形机器人Optimus原型机。2024年4月17日，波士顿动力发布全电动Atlas机器人"),
            report.Note("波士顿动力同时宣布液压版Atlas退役。"), WordDocument.Run("。特斯拉尚未发布Optimus的量产版本。"));

    private static void Mergers(WordDocument report) => report
        .Heading(1, "2 并购与产业链")
        .Runs(WordDocument.Run("2017年1月，美的集团完成对库卡的收购"), report.Deleted("，持股比例未披露"), report.Inserted("，持股约94.55%"), WordDocument.Run("。"))
        .Text("2020年12月11日，现代汽车集团宣布以11亿美元估值收购波士顿动力的控股权，交易于2021年6月完成。")
        .Text("拓冉机器人（Taran Robotics）：2019年9月成立，2022年10月完成1.5亿元A+轮融资，2023年4月与启沐智造达成战略合作。拓冉机器人计划在2025年下半年推出双足机器人。")
        .Text("多位工程师认为，谐波减速器和行星滚柱丝杠仍是降本的主要瓶颈。")
        .Heading(1, "3 产品对照")
        .Table(
            ["企业", "产品", "发布时间", "身高"],
            ["宇树科技", "H1", "2023年8月", "约180厘米"],
            [null, "G1", "2024年5月", "约127厘米"],
            ["智元机器人", "远征A1", "2023年8月", "175厘米"],
            ["傅利叶智能", "GR-1", "2023年7月", "165厘米"],
            ["→注：身高为企业公布的数据，可能随版本调整。"]);

    private static void Market(WordDocument report) => report
        .Heading(1, "4 市场与政策")
        .Text("国际机器人联合会（IFR）的数据显示，2022年全球工业机器人新装机量为55.3万台，其中中国为29.03万台，占比52%。")
        .Text("2023年，我国工业机器人产量为42.95万套，同比下降2.2%。")
        .Text("2021年12月，工业和信息化部等十五部门印发《“十四五”机器人产业发展规划》（工信部联规〔2021〕206号）。2023年1月，工业和信息化部等十七部门印发《“机器人+”应用行动实施方案》，提出到2025年制造业机器人密度较2020年实现翻番。2023年6月，北京市发布《北京市机器人产业创新发展行动方案（2023—2025年）》。")
        .Text("在对60家制造企业的调研中，45%的企业已部署协作机器人，35%的企业正在评估，其余20%暂无计划。受访者普遍关注安全标准和投资回收期。")
        .Text("注：拓冉机器人与启沐智造为虚构样本。")
        .Text("我们认为，人形机器人短期内难以替代专用设备，示教成本与可靠性是关键变量。");
}
