using System.Globalization;
using System.Text.RegularExpressions;

namespace Extraction.Formats.OpenXml;

/// <summary>A rectangle of cells, e.g. <c>Sheet1!$B$2:$B$5</c>. Rows and columns count from 1.</summary>
internal sealed partial record SheetRange(string Sheet, int Row, int Column, int Rows, int Columns)
{
    // what the spreadsheet program allows
    private const int LongestFormula = 8192;

    /// <summary>The ranges that a formula lists; what is no reference to cells is left out.</summary>
    public static IEnumerable<SheetRange> Parse(string formula)
    {
        if (formula.Length > LongestFormula) yield break;
        foreach (Match match in Reference().Matches(formula))
        {
            string sheet = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups["plain"].Value;
            (int row, int column) = (Number(match.Groups["row"].Value), ColumnNumber(match.Groups["column"].Value));
            bool isCell = !match.Groups["lastRow"].Success;
            (int lastRow, int lastColumn) = isCell ? (row, column) : (Number(match.Groups["lastRow"].Value), ColumnNumber(match.Groups["lastColumn"].Value));
            yield return new SheetRange(
                sheet[(sheet.LastIndexOf(']') + 1)..], Math.Min(row, lastRow), Math.Min(column, lastColumn), Math.Abs(lastRow - row) + 1, Math.Abs(lastColumn - column) + 1);
        }
    }

    /// <summary>A cell's place from its name (<c>B12</c>), null for anything else.</summary>
    public static (int Row, int Column)? Cell(string? name) =>
        name is not null && Address().Match(name) is { Success: true } match ? (Number(match.Groups[2].Value), ColumnNumber(match.Groups[1].Value)) : null;

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int ColumnNumber(string letters) => letters.Aggregate(0, (number, letter) => number * 26 + (letter - 'A' + 1));

    [GeneratedRegex(@"(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[^!',():]+))!\$?(?<column>[A-Z]{1,3})\$?(?<row>[0-9]{1,7})(?::\$?(?<lastColumn>[A-Z]{1,3})\$?(?<lastRow>[0-9]{1,7}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("^([A-Z]{1,3})([0-9]{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
