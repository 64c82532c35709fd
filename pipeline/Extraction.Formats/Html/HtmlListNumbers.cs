using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Extraction.Formats.Html;

/// <summary>Computes the numbers that a browser shows before the items of an ordered list.</summary>
internal sealed class HtmlListNumbers
{
    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    private readonly string type;
    private readonly int step;
    private int number;

    internal HtmlListNumbers(IElement list)
    {
        type = list.GetAttribute("type") ?? "1";
        step = list.HasAttribute("reversed") ? -1 : 1;
        int first = step > 0 ? 1 : list.Children.Count(child => child.LocalName == "li");
        number = (Number(list.GetAttribute("start")) ?? first) - step;
    }

    /// <summary>The number of the next item with its dot.</summary>
    internal string LabelOf(IElement item)
    {
        number = Number(item.GetAttribute("value")) ?? number + step;
        return Text(number) + ".";
    }

    private string Text(int value) => type switch
    {
        "a" or "A" when value > 0 => type == "a" ? Letters(value) : Letters(value).ToUpperInvariant(),
        "i" or "I" when value is > 0 and < 4000 => type == "i" ? InRoman(value) : InRoman(value).ToUpperInvariant(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int value)
    {
        var text = new StringBuilder();
        for (; value > 0; value = (value - 1) / 26) text.Insert(0, (char)('a' + ((value - 1) % 26)));
        return text.ToString();
    }

    private static string InRoman(int value)
    {
        var text = new StringBuilder();
        foreach ((int worth, string sign) in Roman)
            for (; value >= worth; value -= worth) text.Append(sign);
        return text.ToString();
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int value)
            && value is > -1_000_000_000 and < 1_000_000_000 ? value : null;
}
