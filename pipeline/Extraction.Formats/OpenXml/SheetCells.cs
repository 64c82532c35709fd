using System.Globalization;
using System.Xml.Linq;

namespace Extraction.Formats.OpenXml;

/// <summary>Reads the cells of a workbook's sheets: shared and inline strings as text, numbers with the format code of their style.</summary>
internal sealed class SheetCells
{
    private static readonly XNamespace S = OoxmlNames.S;

    // the codes that every workbook has without listing them (ECMA-376, 18.8.30), as far as they change what a number says
    private static readonly Dictionary<long, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [14] = "yyyy/m/d",
        [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [57] = "yyyy\"年\"m\"月\"",
        [58] = "m\"月\"d\"日\"",
    };

    private readonly string[] shared;
    private readonly string?[] codes;

    /// <summary>Takes what the sheets refer to; either may be missing.</summary>
    public SheetCells(PartElement? sharedStrings, PartElement? styles)
    {
        shared = [.. sharedStrings?.Elements(S + "si").Select(TextOf) ?? []];
        var own = new Dictionary<long, string>(BuiltIn);
        foreach (PartElement format in styles?.Elements(S + "numFmts").Elements(S + "numFmt") ?? [])
            if (DrawingText.Integer(format.Attribute("numFmtId")) is { } id && format.Attribute("formatCode") is { } code) own[id] = code;
        codes = [.. styles?.Elements(S + "cellXfs").Elements(S + "xf").Select(style => own.GetValueOrDefault(DrawingText.Integer(style.Attribute("numFmtId")) ?? 0)) ?? []];
    }

    /// <summary>The cells of a sheet that hold something, by row and column.</summary>
    public Dictionary<(int Row, int Column), SheetCell> Of(PartElement sheet)
    {
        var cells = new Dictionary<(int, int), SheetCell>();
        int row = 0;
        foreach (PartElement line in sheet.Elements(S + "sheetData").Elements(S + "row"))
        {
            row = (int)Math.Clamp(DrawingText.Integer(line.Attribute("r")) ?? row + 1, 1, 10_000_000);
            int column = 0;
            foreach (PartElement cell in line.Elements(S + "c"))
            {
                column = SheetRange.Cell(cell.Attribute("r"))?.Column ?? column + 1;
                if (Read(cell) is { } read) cells[(row, column)] = read;
            }
        }
        return cells;
    }

    private SheetCell? Read(PartElement cell)
    {
        string? value = cell.Element(S + "v")?.Value;
        switch (cell.Attribute("t"))
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index >= 0 && index < shared.Length ? new SheetCell(shared[index], "@") : null;
            case "inlineStr":
                return cell.Element(S + "is") is { } text ? new SheetCell(TextOf(text), "@") : null;
            case "str":
                return string.IsNullOrEmpty(value) ? null : new SheetCell(EscapedText.Decode(value), "@");
            case "e":
                return null;
            default:
                long style = DrawingText.Integer(cell.Attribute("s")) ?? 0;
                return string.IsNullOrEmpty(value) ? null : new SheetCell(value, style >= 0 && style < codes.Length ? codes[style] : null);
        }
    }

    // reading aids above the characters (rPh) are no text of the cell
    private static string TextOf(PartElement item) =>
        EscapedText.Decode(string.Concat(item.Descendants(S + "t").Where(text => text.Parent!.Name != S + "rPh").Select(text => text.Value)));
}
