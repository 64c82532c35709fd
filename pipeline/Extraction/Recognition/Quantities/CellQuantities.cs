using System.Text.RegularExpressions;
using Extraction.Documents;
using Extraction.Recognition.Dates;

namespace Extraction.Recognition.Quantities;

/// <summary>Reads cells that are nothing but a number, with the unit that the column, the row or the caption names: 营收（亿元）.</summary>
internal sealed partial class CellQuantities(QuantityScanner scanner, QuantityLexicon lexicon)
{
    private const string Rule = "lexicon/units.tsv";

    // 笔数, 订单量: the column counts, whatever it counts.
    private static readonly UnitEntry Plain = new("", "", QuantityKind.Count, Rule);

    /// <summary>The amount that a cell is, null where the cell is something else.</summary>
    public QuantityMention? Read(DateStructure structure, Block block)
    {
        if (block.Cell is null || block.Cell.IsHeader || block.Span.Length is 0 or > 24) return null;
        string content = structure.Text.TextOf(block);
        Match match = PlainNumber().Match(content);
        if (!match.Success) return null;
        Block[] headers = [.. structure.ColumnHeaders(block)];
        if (headers.Length == 0 || headers.Any(header => Counter().IsMatch(structure.Text.TextOf(header)))) return null;
        IEnumerable<Block> labels = headers.Reverse().Concat(structure.CellsBefore(block).Take(1));
        if (structure.Caption(block) is { } caption) labels = labels.Append(caption);
        if (labels.Select(label => UnitIn(structure.Text.TextOf(label))).FirstOrDefault(unit => unit is not null) is not { } named)
        {
            if (!labels.Any(label => Counted().IsMatch(structure.Text.TextOf(label)))) return null;
            named = (Plain, 1);
        }

        int start = block.Span.Start + match.Groups[1].Index;
        string written = match.Groups[1].Value;
        decimal value = decimal.Parse(written, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
        var span = new TextSpan(start, start + written.Length);
        var quantity = new Quantity(NumberReader.Scaled(value, named.Scale * named.Unit.Factor), null, named.Unit.Canonical, named.Unit.Kind, QuantityQualifier.Exact, written);
        return new QuantityMention(span, named.Unit.Rule.Length > 0 ? named.Unit.Rule : Rule, quantity);
    }

    // 营收（亿元）, 单位：万吨: read as one of the unit.
    private (UnitEntry Unit, decimal Scale)? UnitIn(string label)
    {
        Match match = NamedUnit().Match(label);
        if (!match.Success) return null;
        string one = "1" + match.Groups[1].Value;
        if (new NumberReader(lexicon).Read(one, 0, one.Length) is not { } number) return null;
        (UnitEntry? unit, int end) = scanner.UnitAt(one, number, one.Length);
        return unit is null || end != one.Length ? null : (unit, number.Scale);
    }

    [GeneratedRegex(@"^\s*(-?[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?|-?[0-9]{1,12}(?:\.[0-9]{1,6})?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^\s*(?:序号|编号|排名|名次|代码|年份|时间|日期|批次|No\.?|#)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counter();

    [GeneratedRegex(@"(?:数|数量|销量|产量|总量|交付量|出货量|装机量|订单量|订单|人次|指数|系数|得分|评分|总分|分数|次|家|台|辆|艘|架|笔|项|件|款|起)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:[（(](?:单位[:：])?|单位[:：]\s*|[/／])\s*([^\s（）()/／:：]{1,8})\s*[）)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedUnit();
}
