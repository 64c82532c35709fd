namespace Extraction.SampleBuilder;

/// <summary>The smallest theme that presentation programs accept.</summary>
internal static class DeckTheme
{
    private static readonly (string Name, string Color)[] Colors =
    [
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F3864"), ("lt2", "E7E6E6"), ("accent1", "2F5597"), ("accent2", "C55A11"), ("accent3", "7F7F7F"),
        ("accent4", "BF9000"), ("accent5", "538135"), ("accent6", "7030A0"), ("hlink", "0563C1"), ("folHlink", "954F72"),
    ];

    internal static string Xml
    {
        get
        {
            const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
            const string Font = "<a:latin typeface=\"Calibri\"/><a:ea typeface=\"SimSun\"/><a:cs typeface=\"\"/>";
            string line = $"<a:ln w=\"6350\">{Fill}</a:ln>";
            const string Effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
            string colors = string.Concat(Colors.Select(color => $"<a:{color.Name}><a:srgbClr val=\"{color.Color}\"/></a:{color.Name}>"));
            return "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Report\"><a:themeElements>"
                + $"<a:clrScheme name=\"Report\">{colors}</a:clrScheme>"
                + $"<a:fontScheme name=\"Report\"><a:majorFont>{Font}</a:majorFont><a:minorFont>{Font}</a:minorFont></a:fontScheme>"
                + $"<a:fmtScheme name=\"Report\"><a:fillStyleLst>{Fill}{Fill}{Fill}</a:fillStyleLst><a:lnStyleLst>{line}{line}{line}</a:lnStyleLst>"
                + $"<a:effectStyleLst>{Effect}{Effect}{Effect}</a:effectStyleLst><a:bgFillStyleLst>{Fill}{Fill}{Fill}</a:bgFillStyleLst></a:fmtScheme>"
                + "</a:themeElements></a:theme>";
        }
    }
}
