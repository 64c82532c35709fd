using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads filings (备案) from tables of models and their owners. A row without a published name keeps its owner.</summary>
internal sealed partial class FilingAssembler(TableRules rules)
{
    private const string Digits = "零一二三四五六七八九十";

    internal IEnumerable<FilingRecord> Assemble(DocumentContext context) =>
        context.Tables.Where(table => IsFilings(table, context)).SelectMany(table => table.BodyRows.Select(row => ToRecord(table, row, context)).OfType<FilingRecord>());

    private bool IsFilings(TableView table, DocumentContext context) =>
        table.Has(ColumnRole.Model) && table.Has(ColumnRole.Owner) && !table.Has(ColumnRole.Round)
        && rules.FilingWords.Any(word => Surroundings(table, context).Any(text => text.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Surroundings(TableView table, DocumentContext context) =>
        context.Above(table.Grid).Prepend(table.AllHeaders).Concat(context.PageTextBefore(table.Grid));

    private FilingRecord? ToRecord(TableView table, int row, DocumentContext context)
    {
        string model = table.Text(row, ColumnRole.Model), owner = table.Text(row, ColumnRole.Owner);
        if (owner.Length == 0 || (model.Length == 0 && table.Cell(row, ColumnRole.Model) is null)) return null;
        bool disclosed = model.Length > 0 && !rules.Undisclosed.Any(word => model.Contains(word, StringComparison.Ordinal));
        string registration = table.Text(row, ColumnRole.Registration);
        return new FilingRecord
        {
            Authority = NullIfEmpty(table.Text(row, ColumnRole.Issuer)),
            Batch = BatchNumber(table.Text(row, ColumnRole.Batch)),
            Model = disclosed ? model : null,
            Owner = Owner(table.Cell(row, ColumnRole.Owner), owner, context),
            RegistrationNumber = NullIfEmpty(registration),
            Date = context.DateIn(table.Cell(row, ColumnRole.Date)),
            Disclosed = disclosed,
            Evidence = [.. table.RowSpans(row).Select(context.Evidence.At)],
        };
    }

    private static PolicyIssuer Owner(Block? cell, string text, DocumentContext context)
    {
        OrganizationMention? mention = cell is null ? null : context.Mentions.In<OrganizationMention>(cell.Span).FirstOrDefault();
        string name = mention?.Name ?? text;
        return new PolicyIssuer(name, Mention: Surfaces.Unless(name, text));
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>第二批 → 2; null where there is no number.</summary>
    internal static int? BatchNumber(string text)
    {
        Match match = BatchPattern().Match(text);
        if (!match.Success) return null;
        string number = match.Groups["n"].Value;
        return char.IsAsciiDigit(number[0]) ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : ChineseNumber(number);
    }

    // Up to 99: 十 十二 二十 二十三.
    private static int? ChineseNumber(string number)
    {
        int ten = number.IndexOf('十');
        if (ten < 0) return number.Length == 1 ? Digits.IndexOf(number[0]) : null;
        int tens = ten == 0 ? 1 : Digits.IndexOf(number[0]);
        int ones = ten == number.Length - 1 ? 0 : Digits.IndexOf(number[^1]);
        return (tens * 10) + ones;
    }

    [GeneratedRegex("^(?:第)?(?<n>[0-9]{1,3}|[零一二三四五六七八九十]{1,3})批?(?:次)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BatchPattern();
}
