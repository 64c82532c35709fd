using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>
/// Removes the single space between a number and its unit and inside dates: <c>23 年3 月</c>, <c>200 亿元</c>, <c>第 3 季度</c>, <c>85 %</c>.
/// A number that opens its line may be a heading's (3 月球探测, 2 年度总结) and needs stronger proof.
/// </summary>
internal sealed class UnitSpacingRepair : IRepair
{
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);
    private readonly HashSet<char> openers = [];
    private int longest;

    private UnitSpacingRepair()
    {
    }

    /// <summary>Loads <c>normalization/units.tsv</c>.</summary>
    public static UnitSpacingRepair Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv("normalization/units.tsv");
        var repair = new UnitSpacingRepair();
        foreach (TsvRow row in table.Rows)
        {
            string unit = table.Field(row, "unit");
            if (unit.Length == 0 || !repair.units.TryAdd(unit, table.Field(row, "not_before"))) throw table.Error(row, "the unit is empty or stands twice");
            repair.openers.Add(unit[0]);
            repair.longest = Math.Max(repair.longest, unit.Length);
        }

        return repair;
    }

    /// <inheritdoc/>
    public bool ReactsTo(char unit) => unit == ' ';

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        for (int i = text.IndexOf(' '); i >= 0; i = text.IndexOf(' ', i + 1))
            if (IsBeforeUnit(text, i) || IsInsideDate(text, i)) revision.Replace("spacing", i, i + 1, "");
        return revision.Build();
    }

    private bool IsBeforeUnit(string text, int space)
    {
        if (!char.IsAsciiDigit(Characters.Before(text, space))) return false;
        char next = Characters.At(text, space + 1);
        if (next is '%' or '‰') return true;
        if (!openers.Contains(next)) return false;
        int length = UnitAt(text, space + 1);
        return length > 0 && (!OpensLine(text, space, out int number) || IsUnmistakable(text, space, number, length));
    }

    private int UnitAt(string text, int start)
    {
        for (int length = Math.Min(longest, text.Length - start); length > 0; length--)
        {
            if (!units.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, length), out string? notBefore)) continue;
            return notBefore.Contains(Characters.At(text, start + length)) ? 0 : length;
        }

        return 0;
    }

    // Looks back over a bounded number, so that a long row of figures stays linear.
    private static bool OpensLine(string text, int space, out int digits)
    {
        int start = space;
        while (start > 0 && space - start < 16 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ',')) start--;
        digits = space - start;
        return Characters.Before(text, start) == '\n';
    }

    private static bool IsUnmistakable(string text, int space, int digits, int unit)
    {
        char after = Characters.At(text, space + 1 + unit);
        return text[space + 1] switch
        {
            '年' => digits == 4 || (digits == 2 && IsMonth(text, space + 2)),
            '月' => digits <= 2 && (char.IsAsciiDigit(after) || after is ' ' or '份' or '底' or '初' or '末' or '，' or '\n' || unit > 1),
            _ => digits >= 3 || unit >= 2,
        };
    }

    // the 3月 of 23 年3月
    private static bool IsMonth(string text, int start)
    {
        if (Characters.At(text, start) == ' ') start++;
        int end = start;
        while (end < start + 2 && char.IsAsciiDigit(Characters.At(text, end))) end++;
        if (end == start) return false;
        return Characters.At(text, end) == '月' || (Characters.At(text, end) == ' ' && Characters.At(text, end + 1) == '月');
    }

    // 年 10 月, 月 24 日, 第 3, and 年1 0月
    private static bool IsInsideDate(string text, int space)
    {
        char before = Characters.Before(text, space), next = Characters.At(text, space + 1);
        if (!char.IsAsciiDigit(next)) return false;
        if (before == '第') return true;
        int end = space + 1;
        while (end < space + 3 && char.IsAsciiDigit(Characters.At(text, end))) end++;
        char unit = Characters.At(text, end) == ' ' ? Characters.At(text, end + 1) : Characters.At(text, end);
        if (before == '年') return unit is '月';
        if (before == '月') return unit is '日' or '号';
        return before is '1' or '2' or '3' && end == space + 2 && Characters.At(text, end) is '月' or '日'
            && IsDateFigure(before, next, Characters.At(text, end)) && Characters.Before(text, space - 1) is '年' or '月' or '至' or '到' or '—' or '-' or '~';
    }

    private static bool IsDateFigure(char tens, char ones, char unit) =>
        unit == '月' ? tens == '1' && ones <= '2' : tens < '3' || ones <= '1';
}
