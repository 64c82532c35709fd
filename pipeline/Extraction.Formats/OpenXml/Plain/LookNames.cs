using System.Collections.Frozen;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>When an element only says how something looks.</summary>
internal enum Look
{
    /// <summary>Never: readers ask for it.</summary>
    Never,

    /// <summary>Always, unless it has the attribute that tells more (<see cref="LookNames.Telling"/>).</summary>
    Usually,

    /// <summary>Fonts of characters, by which only the labels of lists are read.</summary>
    OutsideListLevels,

    /// <summary>A tab stop; elsewhere an element of that name is a tab.</summary>
    InTabStops,

    /// <summary>What the sign at the end of a paragraph looks like, which nobody sees.</summary>
    InParagraphMarks,
}

/// <summary>
/// Elements that only say how something looks. Where nothing but such elements stands inside, they hold no text, and no reader asks for them,
/// so that no tree keeps them: they are half of a usual Word document and two thirds of a layout. A reader that begins to ask for one takes it from
/// this list. A name with a colon stands for elements that do not have the attribute behind it.
/// </summary>
internal static class LookNames
{
    private const string Word =
        "adjustRightInd aliases annotationRef attr autoRedefine autoSpaceDE autoSpaceDN b bCs bar bdr between bidi bookmarkEnd bookmarkStart bottom cantSplit caps cnfStyle "
        + "color commentRangeEnd commentRangeStart continuationSeparator contextualSpacing divId docGrid dstrike eastAsianLayout effect em emboss fitText gridCol "
        + "hideMark highlight i iCs imprint ind insideH insideV jc keepLines keepNext kern kinsoku lang left link locked lsdException lvlJc mirrorIndents "
        + "moveFromRangeEnd moveFromRangeStart moveToRangeEnd moveToRangeStart multiLevelType next noProof noWrap nsid outline overflowPunct pBdr pPr permEnd permStart "
        + "pgBorders pgMar pgNumType pgSz position proofErr qFormat rPr right rsid rtl semiHidden separator shadow shd smallCaps snapToGrid spacing specVanish strike suff "
        + "suppressAutoHyphens suppressLineNumbers suppressOverlap szCs tabs tblBorders tblCellMar tblCellSpacing tblGrid tblInd tblLayout tblOverlap tblPrEx "
        + "tblStyleColBandSize tblStyleRowBandSize tblW tblpPr tcBorders tcFitText tcMar tcPr tcW textAlignment textDirection titlePg tl2br tmpl top topLinePunct tr2bl "
        + "trHeight trPr u uiPriority unhideWhenUsed vAlign vertAlign w webHidden widowControl wordWrap";

    private const string Drawing =
        "alpha alphaModFix arcTo avLst backdrop bevelB bevelT bgClr bodyPr buClr buClrTx buFont buFontTx buSzPct buSzPts buSzTx camera close cs cubicBezTo custDash custGeom cxn "
        + "cxnLst cxnSpLocks defPPr defRPr:sz ea effectDag effectLst effectRef endParaRPr ext:cx extLst fgClr fillRect fillRef flatTx fontRef gd gdLst glow gradFill graphicFrameLocks gridCol "
        + "grpFill grpSpLocks gs gsLst headEnd hslClr innerShdw latin lightRig lin ln lnB lnBlToTr lnL lnR lnRef lnSpc lnT lnTlToBr lnTo lstStyle lumMod lumOff lvl1pPr lvl2pPr lvl3pPr "
        + "lvl4pPr lvl5pPr lvl6pPr lvl7pPr lvl8pPr lvl9pPr masterClrMapping miter moveTo noAutofit noFill normAutofit outerShdw pPr:lvl path pathLst pattFill picLocks pos prstClr "
        + "prstDash prstGeom prstTxWarp pt quadBezTo rPr:sz rect reflection rot round satMod scene3d schemeClr shade softEdge solidFill sp3d spAutoFit spLocks spcAft spcBef spcPct spcPts "
        + "srgbClr stretch sym sysClr tab tabLst tailEnd tblGrid tcPr tile tint uFill uFillTx uLn uLnTx";

    private const string Slides =
        "bgRef bldLst cNvCxnSpPr cNvGraphicFramePr cNvGrpSpPr cNvPicPr cNvSpPr clrMapOvr ext:cx extLst nvPr style transition";

    private const string Charts =
        "auto autoTitleDeleted axPos barDir crossAx crossBetween crosses delete dispBlanksAs gapWidth grouping h hMode idx invertIfNegative layout layoutTarget lblAlgn lblOffset "
        + "legendPos majorTickMark manualLayout marker minorTickMark noMultiLvlLbl order orientation overlap overlay plotVisOnly roundedCorners scaling separator shape showBubbleSize "
        + "showCatName showLegendKey showPercent showSerName showVal size smooth spPr symbol tickLblPos varyColors w wMode x xMode y yMode";

    private const string Diagrams = "prSet presLayoutVars spPr style";

    private static readonly FrozenDictionary<XName, string> All = Names(OoxmlNames.W, Word).Concat(Names(OoxmlNames.A, Drawing)).Concat(Names(OoxmlNames.P, Slides))
        .Concat(Names(OoxmlNames.C, Charts)).Concat(Names(OoxmlNames.Dgm, Diagrams)).Concat(Names(OoxmlNames.P14, "creationId"))
        .Concat(Names("http://schemas.microsoft.com/office/drawing/2014/main", "colId creationId rowId"))
        .Concat(Names("http://schemas.microsoft.com/office/drawing/2010/main", "useLocalDpi"))
        .ToFrozenDictionary(look => look.Name, look => look.Telling);

    private static readonly FrozenDictionary<XName, Look> Special = new Dictionary<XName, Look>
    {
        [OoxmlNames.W + "rFonts"] = Look.OutsideListLevels,
        [OoxmlNames.W + "tab"] = Look.InTabStops,
        [OoxmlNames.W + "sz"] = Look.InParagraphMarks,
        [OoxmlNames.W + "rStyle"] = Look.InParagraphMarks,
        [OoxmlNames.W + "vanish"] = Look.InParagraphMarks,
    }.ToFrozenDictionary();

    /// <summary>When an element of this name only says how something looks.</summary>
    public static Look Of(XName name) => All.ContainsKey(name) ? Look.Usually : Special.GetValueOrDefault(name, Look.Never);

    /// <summary>The attribute with which an element of this name tells more, empty for none.</summary>
    public static string Telling(XName name) => All.GetValueOrDefault(name, "");

    private static IEnumerable<(XName Name, string Telling)> Names(XNamespace space, string names) => names.Split(' ')
        .Select(name => name.Split(':')).Select(parts => (space + parts[0], parts.ElementAtOrDefault(1) ?? ""));
}
