using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Layout.Text;

/// <summary>
/// Finds what a slide template says about itself (font sizes, colour values, font names) and an extraction tool wrote among the text.
/// Font and colour names are junk only in a row of such lines that holds a size or a colour value.
/// </summary>
internal static partial class TemplateJunk
{
    private const int FewestLines = 3;

    /// <summary>Makes one furniture block of each row of junk.</summary>
    /// <returns>The lines behind which content starts anew.</returns>
    internal static HashSet<int> Take(TextPage page)
    {
        var ends = new HashSet<int>();
        for (int i = 0; i < page.Lines.Count; i++)
        {
            (int last, bool isJunk) = RowFrom(page, i);
            if (last < 0) continue;
            if (isJunk)
            {
                page.Add(BlockRole.Furniture, i, last, page.NewContainer());
                ends.Add(last);
            }
            i = last;
        }
        return ends;
    }

    private static (int Last, bool IsJunk) RowFrom(TextPage page, int first)
    {
        int last = -1, lines = 0;
        bool proven = false;
        for (int i = first; i < page.Lines.Count; i++)
        {
            string body = page.Lines[i].Body;
            if (body.Length == 0 && last >= 0) continue;
            bool proof = Measure().IsMatch(body);
            bool footer = lines > 0 && Footer().IsMatch(body);
            if (body.Length == 0 || !(proof || footer || Word().IsMatch(body))) break;
            (last, proven, lines) = (i, proven || proof, lines + 1);
            if (footer) break;
        }
        return (last, proven && lines >= FewestLines);
    }

    [GeneratedRegex(@"^[\s:：)）(（]*(?:\d{1,3}(?:\.\d+)?\s*pt|R\s*\d{1,3}\s*G\s*\d{1,3}\s*B\s*\d{1,3}|#[0-9A-Fa-f]{6})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Measure();

    [GeneratedRegex(@"^(?:[:：)）(（\s]+|[:：)）(（\s]*(?:" + Names + @")[:：]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:" + Names + @")\s+\S.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Footer();

    private const string Names = @"[细粗中]?黑[体體]|[细粗中]?宋[体體]|仿宋|楷[体體]|微[软軟]雅黑|等线|苹方|思源[黑宋]体|华文\w{2}|[黑白红灰蓝绿]色|(?:主|副)?标题|正文|字[体号]|颜色|Arial(?: \w+)?|Calibri|Helvetica(?: \w+)?|Times New Roman|[A-Z]{2} (?:Medium|Regular|Bold|Light)|(?:FrutigerNext|Frutiger|Huawei Sans)?\s?(?:LT )?(?:Medium|Regular|Bold|Light)|(?:Font|Size|Colou?r)";
}
