using System.Collections.Immutable;
using System.Xml.Linq;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>A cell's text, or its number with the format code that shows it.</summary>
internal sealed record SheetCell(string Text, string? FormatCode);

/// <summary>The cells of a small workbook (.xlsx) by sheet, and the names that it gives to ranges.</summary>
internal sealed class Workbook
{
    private const int MaxCells = 100_000;
    private static readonly XNamespace S = OoxmlNames.S;
    private readonly Dictionary<string, Dictionary<(int Row, int Column), SheetCell>> sheets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);

    private Workbook()
    {
    }

    /// <summary>Reads a whole workbook; null where the package holds none. Losses go to the session's diagnostics.</summary>
    /// <exception cref="Diagnostics.UnreadableDocumentException">The file is no package, or crosses a limit.</exception>
    public static Workbook? Read(SourceFile file, PartSession session)
    {
        OfficePackage package = OfficePackage.Open(file, session);
        if (package.Main("xl/workbook.xml") is not { } part || session.TryLoad(part, new Locator()) is not { } root || root.Name != S + "workbook") return null;
        PartElement? Load(string type) => part.ByType(type).FirstOrDefault() is { } found ? session.TryLoad(found, new Locator()) : null;
        var cells = new SheetCells(Load("sharedStrings"), Load("styles"));
        var workbook = new Workbook();
        foreach (PartElement sheet in root.Elements(S + "sheets").Elements(S + "sheet"))
        {
            if (sheet.Attribute(OoxmlNames.R + "id") is not { } id || part.ById(id) is not { } data) continue;
            if (session.TryLoad(data, new Locator()) is { } tree) workbook.sheets.TryAdd(sheet.Attribute("name") ?? "", cells.Of(tree));
        }
        foreach (PartElement name in root.Elements(S + "definedNames").Elements(S + "definedName"))
            workbook.names.TryAdd(name.Attribute("name") ?? "", name.Value);
        return workbook;
    }

    /// <summary>The cells that a chart's formula names, null for empty ones. A range of several columns and rows comes as its columns where it is
    /// taller than wide, else as its rows, the last one first: that is the order of a chart's category levels.</summary>
    public IReadOnlyList<ImmutableArray<SheetCell?>> Lines(string formula)
    {
        if (names.TryGetValue(formula[(formula.LastIndexOf('!') + 1)..], out string? named)) formula = named;
        SheetRange[] ranges = [.. SheetRange.Parse(formula)];
        return ranges.Length == 1 ? Lines(ranges[0]) : [[.. ranges.SelectMany(Lines).SelectMany(line => line)]];
    }

    private IReadOnlyList<ImmutableArray<SheetCell?>> Lines(SheetRange range)
    {
        if (!sheets.TryGetValue(range.Sheet, out var cells) || (long)range.Rows * range.Columns > MaxCells) return [];
        bool byColumn = range.Rows >= range.Columns;
        (int lines, int length) = byColumn ? (range.Columns, range.Rows) : (range.Rows, range.Columns);
        return [.. Enumerable.Range(0, lines).Reverse().Select(line => Enumerable.Range(0, length)
            .Select(i => cells.GetValueOrDefault(byColumn ? (range.Row + i, range.Column + line) : (range.Row + line, range.Column + i))).ToImmutableArray())];
    }
}
