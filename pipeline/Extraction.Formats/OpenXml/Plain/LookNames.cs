using System.Collections.Frozen;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml.Plain;

/// <summary>
/// Elements that only say how something looks. Where they are empty they hold no text, and no reader asks for them, so that no tree keeps
/// them: they are two fifths of a usual Word document. A reader that begins to ask for one takes it from this list.
/// </summary>
internal static class LookNames
{
    private const string Word =
        "adjustRightInd autoSpaceDE autoSpaceDN b bCs bidi bottom cantSplit color contextualSpacing divId effect gridCol hideMark i iCs ind insideH insideV jc keepLines "
        + "keepNext kern kinsoku lang left lsdException lvlJc noProof overflowPunct position proofErr qFormat right rsid rtl semiHidden shadow shd smallCaps "
        + "snapToGrid spacing suppressAutoHyphens szCs tblBorders tblCellSpacing tblInd tblLayout tblW tcW top topLinePunct u uiPriority unhideWhenUsed vAlign "
        + "w webHidden widowControl wordWrap";

    private const string Drawing =
        "avLst cs ea effectLst gd headEnd latin masterClrMapping miter noFill pos prstDash pt round schemeClr spcPct spcPts spLocks srgbClr sysClr tailEnd tint";

    private static readonly FrozenSet<XName> All = Word.Split(' ').Select(name => OoxmlNames.W + name)
        .Concat(Drawing.Split(' ').Select(name => OoxmlNames.A + name)).ToFrozenSet();

    /// <summary>Fonts of characters, which only the labels of lists are read by.</summary>
    public static XName Fonts { get; } = OoxmlNames.W + "rFonts";

    public static bool Contains(XName name) => All.Contains(name);
}
