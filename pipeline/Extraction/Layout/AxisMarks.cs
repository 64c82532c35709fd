using System.Text.RegularExpressions;

namespace Extraction.Layout;

/// <summary>What stands along the axis of a timeline or process: years, months and dates, or the numbers of its steps.</summary>
internal static partial class AxisMarks
{
    /// <summary>Whether a line is such a mark and nothing else.</summary>
    public static bool IsMark(string line) => TextShapes.IsPeriod(line) || Mark().IsMatch(line.Trim());

    [GeneratedRegex(@"^(?:(?:(?:19|20)\d{2}[./-])?(?:0?[1-9]|1[0-2])[./-](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|1[0-2])\s*月\s*\d{1,2}\s*[日号]|0[1-9]|[①-⑳]|第\s*[一二三四五六七八九十\d]{1,3}\s*(?:步|阶段|期)|(?:step|phase)\s*\d{1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
