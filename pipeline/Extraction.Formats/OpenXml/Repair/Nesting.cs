using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Repair;

/// <summary>Which elements may not stand in each other, so that the start of one closes the other, whose end is lost.</summary>
internal static class Nesting
{
    private static readonly XNamespace A = OoxmlNames.A;
    private static readonly XNamespace P = OoxmlNames.P;
    private static readonly XNamespace W = OoxmlNames.W;
    private static readonly XName[] Shapes = [P + "sp", P + "cxnSp", P + "grpSpPr", P + "nvGrpSpPr", P + "txBody"];
    private static readonly XName[] Runs = [A + "r", A + "fld", A + "br", A + "t", A + "rPr", A + "endParaRPr", A + "pPr"];
    private static readonly XName[] WordRuns = [W + "r", W + "t", W + "rPr", W + "pPr", W + "delText", W + "instrText"];

    /// <summary>For each element what it closes, and what stands between them where both are right.</summary>
    private static readonly Dictionary<XName, (XName[] Closes, XName[] Barriers)> Rules = new()
    {
        [P + "sp"] = (Shapes, []),
        [P + "cxnSp"] = (Shapes, []),
        [P + "grpSp"] = (Shapes, []),
        [P + "graphicFrame"] = (Shapes, []),
        [A + "p"] = ([A + "p", A + "lstStyle", A + "bodyPr"], [P + "txBody", A + "txBody"]),
        [A + "r"] = (Runs, [A + "p"]),
        [A + "fld"] = (Runs, [A + "p"]),
        [A + "br"] = (Runs, [A + "p"]),
        [A + "t"] = ([A + "t", A + "rPr"], [A + "p"]),
        [W + "p"] = ([W + "p"], [W + "txbxContent", W + "tbl"]),
        [W + "r"] = (WordRuns, [W + "p", W + "ruby", W + "txbxContent"]),
        [W + "t"] = ([W + "t", W + "rPr"], [W + "p"]),
        [W + "tbl"] = ([W + "p"], [W + "txbxContent", W + "tc"]),
        [W + "tr"] = ([W + "tr"], [W + "tbl"]),
        [W + "tc"] = ([W + "tc"], [W + "tbl"]),
        [A + "tr"] = ([A + "tr"], [A + "tbl"]),
        [A + "tc"] = ([A + "tc"], [A + "tbl"]),
    };

    /// <summary>Index of the outermost open element that the start of another one closes, -1 where there is none.</summary>
    public static int FirstUnclosed(List<(string Tag, XElement Element)> open, XName start)
    {
        if (!Rules.TryGetValue(start, out (XName[] Closes, XName[] Barriers) rule)) return -1;
        int first = -1;
        for (int i = open.Count - 1; i >= 0 && Array.IndexOf(rule.Barriers, open[i].Element.Name) < 0; i--)
            if (Array.IndexOf(rule.Closes, open[i].Element.Name) >= 0) first = i;
        return first;
    }
}
