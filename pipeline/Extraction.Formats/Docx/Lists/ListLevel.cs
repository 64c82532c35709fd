using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Lists;

/// <summary>One level of a list, as <c>w:lvl</c> defines it.</summary>
/// <param name="Start">First number.</param>
/// <param name="Format">How numbers are written.</param>
/// <param name="Custom">Pattern of a custom format.</param>
/// <param name="Text">The label with <c>%1</c> to <c>%9</c> for the numbers of the levels.</param>
/// <param name="Restart">The level (from 1) whose items start this one anew, 0 for none, null for any upper level.</param>
/// <param name="IsLegal">Whether all numbers are written in digits.</param>
/// <param name="Style">The paragraph style that stands for the level.</param>
/// <param name="Font">The label's font.</param>
internal sealed record ListLevel(int Start, string Format, string? Custom, string Text, int? Restart, bool IsLegal, string? Style, string? Font)
{
    private static readonly XNamespace W = OoxmlNames.W;

    public static ListLevel Of(PartElement level)
    {
        PartElement? text = level.Element(W + "lvlText");
        PartElement? format = level.Element(W + "numFmt");
        PartElement? fonts = level.Element(W + "rPr")?.Element(W + "rFonts");
        bool isPicture = level.Element(W + "lvlPicBulletId") is not null;
        return new ListLevel(
            DocxMarks.Number(level.Element(W + "start")) ?? 0,
            format?.Attribute(W + "val") ?? "decimal",
            format?.Attribute(W + "format"),
            text?.Attribute(W + "val") is { Length: > 0 } shown ? shown : isPicture ? "•" : "",
            DocxMarks.Number(level.Element(W + "lvlRestart")),
            DocxMarks.IsOn(level.Element(W + "isLgl")),
            level.Element(W + "pStyle")?.Attribute(W + "val"),
            fonts?.Attribute(W + "ascii") ?? fonts?.Attribute(W + "hAnsi"));
    }

    /// <summary>Whether its items show anything at all.</summary>
    public bool HasLabel => Format != "none" || Text.Length > 0;
}
