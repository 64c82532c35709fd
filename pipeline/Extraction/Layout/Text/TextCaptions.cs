using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>Finds the lines that name a page's grids. A name that could be another grid's is not given.</summary>
internal static partial class TextCaptions
{
    /// <param name="page">A page with all its blocks in order.</param>
    internal static void Set(TextPage page)
    {
        foreach (DraftTable table in page.Tables.Where(table => table.Cells.Count > 0)) table.Caption = NumberedCaptionOf(table, page);
        List<DraftTable> charts = page.Tables.FindAll(table => table.Kind != TableKind.Table && table.Caption is null);
        List<DraftBlock> names = page.Blocks.FindAll(block => block.Role is BlockRole.Paragraph or BlockRole.Heading && block.IsShort && ChartName().IsMatch(block.Text));
        if (charts.Count != names.Count || charts.Count is 0 or > 2) return;
        if (charts.Count == 2)
        {
            List<DraftTable> inTime = charts.FindAll(IsInTime);
            List<DraftBlock> ofTime = names.FindAll(name => TimeWord().IsMatch(name.Text));
            if (inTime.Count != 1 || ofTime.Count != 1) return;
            if (inTime[0] != charts[0] != (ofTime[0] != names[0])) names.Reverse();
        }
        for (int i = 0; i < charts.Count; i++) (charts[i].Caption, names[i].Role) = (names[i], BlockRole.Caption);
    }

    /// <summary>The numbered caption directly above the grid.</summary>
    private static DraftBlock? NumberedCaptionOf(DraftTable table, TextPage page)
    {
        int start = table.Cells.Min(cell => cell.Span.Start);
        DraftBlock? above = page.Blocks.LastOrDefault(block => block.Span.End <= start && block.Role != BlockRole.Furniture);
        return above is { Role: BlockRole.Caption } && LineForms.IsNumberedCaption(above.Text) ? above : null;
    }

    private static bool IsInTime(DraftTable table)
    {
        List<DraftBlock> labels = table.Cells.FindAll(cell => cell.Cell!.Column == 1);
        return labels.Count(label => TimeLabel().IsMatch(label.Text)) >= Math.Max(2, labels.Count - 1);
    }

    [GeneratedRegex(@"(?:统计|占比|分布|情况|构成|结构|规模|趋势|份额|数量|排名|对比|比例|产量|销量|增速|变化)图?(?:[（(][^（）()]{1,20}[)）])?$", RegexOptions.CultureInvariant)]
    private static partial Regex ChartName();

    [GeneratedRegex("时间|季度|月度|年度|历年|逐[年月]|按[年月季]|趋势", RegexOptions.CultureInvariant)]
    private static partial Regex TimeWord();

    [GeneratedRegex(@"^(?:[QqHh][1-4]|(?:19|20)\d\d年?(?:[QqHh][1-4])?|\d{1,2}[月⽉]|第?[一二三四]季度?|[上下]半年)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeLabel();
}
