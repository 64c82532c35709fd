namespace Extraction.Cli.Tests;

/// <summary>Small reports of our own.</summary>
internal static class Reports
{
    internal const string Drones = " 低空经济\n\n• 2022年3月，大疆发布Avata无人机。\n\n• 2023年5月，亿航智能计划推出“云梯”系统。\n";

    internal const string Batteries = " 动力电池\n\n• 2023年4月，宁德时代推出“凝聚态”电池，能量密度达到500Wh/kg。\n\n• 2022年，宁德时代装机份额为37.0%。\n";

    internal const string Banks = " 银行科技\n\n• 2023年6月，招商银行上线“招企通”平台。\n\n• 2023年9月12日，国务院办公厅印发《数字金融发展规划》。\n";

    internal static void WriteAll(ScratchFolder folder)
    {
        folder.Write("in/drones.txt", Drones);
        folder.Write("in/batteries.txt", Batteries);
        folder.Write("in/banks.txt", Banks);
    }
}
