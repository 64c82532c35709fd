using System.Text.RegularExpressions;

namespace Extraction.Layout;

/// <summary>What a line's shape alone says about it: a period, a caption, a numbered heading, a label.</summary>
internal static partial class TextShapes
{
    private const int LongestHeading = 40;

    /// <summary>A year, month, quarter or range of them and nothing else: <c>2023年</c>, <c>2024 Q3</c>, <c>2021-2023年</c>.</summary>
    public static bool IsPeriod(string line) => line.Length <= 24 && Period().IsMatch(line.Trim());

    /// <summary>A table's or figure's name or its source line.</summary>
    public static bool IsCaption(string line) => line.Length <= 80 && Caption().IsMatch(line);

    /// <summary>Depth of a numbered heading (第三章 1, 一、 2, （一） 3), 0 for any other line.</summary>
    public static int NumberedHeadingLevel(string line)
    {
        string text = line.Trim();
        if (text.Length is 0 or > LongestHeading || EndsSentence(text)) return 0;
        if (Chapter().IsMatch(text)) return 1;
        if (Section().IsMatch(text)) return 2;
        return Subsection().IsMatch(text) ? 3 : 0;
    }

    /// <summary>Whether a line ends like a sentence or an enumeration that goes on.</summary>
    public static bool EndsSentence(string line) => line.TrimEnd() is { Length: > 0 } text && "。！？；，、.!?;,".Contains(text[^1], StringComparison.Ordinal);

    [GeneratedRegex(@"^(19|20)\d{2}\s*(年度?)?(\s*([-–—~～至]|\s)\s*(19|20)\d{2}\s*年?)?\s*((Q[1-4]|H[12]|第?[一二三四1-4]季度|[上下]半年|(0?[1-9]|1[0-2])\s*月份?)(\s*\d{1,2}\s*日)?)?\s*[:：]?$|^(0?[1-9]|1[0-2])\s*月份?\s*[:：]?$|^(19|20)\d{2}[./-](0?[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@"^\s*((图表|图|表|附表|附图)\s*\d+|(Figure|Table|Exhibit)\s*\d+|((数据|资料|信息|图片)来源|来源|Source)\s*[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^第\s*[一二三四五六七八九十百\d]{1,4}\s*[章部篇]", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^([一二三四五六七八九十]{1,3}\s*[、．.]|第\s*[一二三四五六七八九十\d]{1,3}\s*节)", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Subsection();
}
