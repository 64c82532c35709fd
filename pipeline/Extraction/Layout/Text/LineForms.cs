using System.Text.RegularExpressions;

namespace Extraction.Layout.Text;

/// <summary>What a single line looks like, judged by its characters alone.</summary>
internal static partial class LineForms
{
    /// <summary>The list marker that a line starts with, null for none. Markers of one kind are equal: <c>1.</c> stands for all numbers with a dot.</summary>
    internal static string? MarkerKind(string body)
    {
        Match match = Marker().Match(body);
        if (!match.Success) return null;
        string marker = match.Value.Trim();
        if (marker.Length == 1 && !char.IsDigit(marker[0])) return marker[0] is >= '①' and <= '⑳' ? "①" : marker;
        return Numeral().Replace(marker, "1");
    }

    /// <summary>The line without its list marker.</summary>
    internal static string WithoutMarker(string body) => body[Marker().Match(body).Length..];

    /// <summary>Whether the line is a marker and nothing else: its text stands on the next line.</summary>
    internal static bool IsLoneMarker(string body) => body.Length == 1 && Marker().IsMatch(body);

    /// <summary>Whether the line is a year, a month or a period and nothing else.</summary>
    internal static bool IsPeriod(string body) => body.Length < 40 && Period().IsMatch(Fold(body));

    /// <summary>Whether the line is a single year.</summary>
    internal static bool IsYear(string body) => body.Length < 16 && Year().IsMatch(Fold(body));

    /// <summary>Month and day that the text starts with (6.12, 1 0 . 2 4, 8/21, 5月); the day is null where only the month stands there.</summary>
    internal static (int Month, int? Day)? LeadingDate(string text)
    {
        Match match = MonthDay().Match(Fold(text.Length > 24 ? text[..24] : text));
        if (!match.Success) return null;
        int month = int.Parse(match.Groups["m"].ValueSpan, provider: System.Globalization.CultureInfo.InvariantCulture);
        int? day = match.Groups["d"].Success ? int.Parse(match.Groups["d"].ValueSpan, provider: System.Globalization.CultureInfo.InvariantCulture) : null;
        return month is >= 1 and <= 12 && day is null or (>= 1 and <= 31) ? (month, day) : null;
    }

    /// <summary>Whether the line names a source, a note or a numbered figure or table.</summary>
    internal static bool IsCaption(string body) => Caption().IsMatch(body);

    /// <summary>Whether the line names a numbered figure or table.</summary>
    internal static bool IsNumberedCaption(string body) => NumberedCaption().IsMatch(body);

    /// <summary>Level of a numbered heading (第一章 1, 一、 2, （一） 3), 0 for anything else.</summary>
    internal static int HeadingLevel(string body)
    {
        if (EndsSentence(body) || TextLine.WidthOf(body) > 60) return 0;
        Match match = NumberedHeading().Match(body);
        return !match.Success ? 0 : match.Groups["chapter"].Success ? 1 : match.Groups["part"].Success ? 2 : 3;
    }

    /// <summary>Whether the text ends where a sentence ends.</summary>
    internal static bool EndsSentence(string body) => body.Length > 0 && "。！？；：.!?;:…".Contains(body[^1])
        && !(body[^1] == '.' && body.Length > 1 && char.IsAsciiDigit(body[^2]))
        || (body.Length > 1 && "”」』)）\"".Contains(body[^1]) && "。！？".Contains(body[^2]));

    /// <summary>Whether the line is an ordinal, a page number or a row of ordinals.</summary>
    internal static bool IsOrdinals(string body) => Ordinals().IsMatch(body);

    /// <summary>Whether the line is a number with a percent sign or a unit, or (where allowed) a bare number.</summary>
    internal static bool IsValue(string body, bool bare = false) => Value().IsMatch(body) || (bare && BareNumber().IsMatch(body));

    /// <summary>Splits <c>label12.3%</c>; null where the text is something else.</summary>
    internal static (int LabelLength, int ValueStart)? LabelAndValue(string text)
    {
        Match match = LabelValue().Match(text);
        return match.Success ? (match.Groups["label"].Length, match.Groups["value"].Index) : null;
    }

    /// <summary>Digits and letters without white space, full-width forms narrowed, in lower case: for comparing only.</summary>
    internal static string Fold(string text) => string.Create(text.Count(c => !char.IsWhiteSpace(c)), text, static (target, source) =>
    {
        int at = 0;
        foreach (char c in source)
            if (!char.IsWhiteSpace(c)) target[at++] = char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
    });

    [GeneratedRegex(@"^(?:[•◦●○▪▫■□◆◇►▶➢➤‣∙·⁃✓✔★☆※\uF000-\uF0FF]\s*|[-–—*](?:[ \t]+|$)|\d{1,2}[.．](?!\s*\d)\s*(?=\S)|\d{1,2}[、)）]\s*(?=\S)|[（(]\d{1,2}[)）]\s*(?=\S)|[①-⑳]\s*|第[一二三四五六七八九十百\d]{1,4}条\s*|[一二三四五六七八九十]{1,3}、\s*|[（(][一二三四五六七八九十]{1,3}[)）]\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    [GeneratedRegex(@"[\d一二三四五六七八九十百]+", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();

    [GeneratedRegex(@"^(?:19|20)\d\d年?$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    // 月 also as the radical U+2F49, 日 as U+2F47: extraction tools write them so
    [GeneratedRegex(@"^(?:(?:19|20)\d\d|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年))(?:年?|年(?:\d{1,2}[月⽉](?:\d{1,2}[日⽇])?|[上下]半年|第?[一二三四1-4]季度|q[1-4])|[hq][1-4])(?:(?:至|到|-|–|—|~|～)(?:(?:19|20)\d\d年?)?(?:\d{1,2}[月⽉](?:\d{1,2}[日⽇])?|至今|今)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@"^(?:(?<m>\d{1,2})[.．/月⽉](?<d>\d{1,2})(?!\d|[.．]\d|%)|(?<m>\d{1,2})[月⽉])", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^(?:(?:数据|资料|信息|图片)?来源|说明|注释?|备注|数据说明|Source|Note)\s*\d{0,2}\s*[：:]|^(?:图表?|表格?|Figure|Table)\s*\d+(?:[-.]\d+)?(?:[：:．.、\s]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:图表?|表格?|Figure|Table)\s*\d+(?:[-.]\d+)?(?:[：:．.、\s]|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedCaption();

    [GeneratedRegex(@"^(?:(?<chapter>第[一二三四五六七八九十百\d]{1,4}[章篇部])|(?<part>第[一二三四五六七八九十百\d]{1,4}节|[一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[)）])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedHeading();

    [GeneratedRegex(@"^(?:0?\d{1,3}(?:[ \t]+0?\d{1,3})*|第\s*\d{1,3}\s*页|[-–—]\s*\d{1,3}\s*[-–—])$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"^[约超近逾>＞<＜]?[-+]?\d[\d,]*(?:\.\d+)?\s*(?:[%％‰]|[万亿]?(?:元|美元|辆|台|家|个|人|件|项|吨|次|倍|颗|片|套|户)|[万亿]|[GMTK]?Wh?)\+?$", RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"^[-+]?\d[\d,]*(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^(?<label>[^\d%％，。；：、\s][^%％，。；：、]{0,23}?)\s*(?<![\d.,])(?<value>[-+]?\d[\d,]*(?:\.\d+)?\s*[%％])$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelValue();
}
