using Extraction.Documents;

namespace Extraction.Recognition.Quantities;

/// <summary>Reads the amounts of a piece of text from left to right.</summary>
internal sealed class QuantityScanner(QuantityLexicon lexicon)
{
    private const string PercentOf = "百分之";
    private const string BareRule = "lexicon/number-words.tsv";
    private readonly NumberReader numbers = new(lexicon);
    private readonly AmountSurroundings surroundings = new(lexicon);

    public IEnumerable<QuantityMention> Scan(string text, TextSpan span)
    {
        int position = span.Start;
        while (position < span.End)
        {
            QuantityMention? mention = At(text, position, span);
            if (mention is not null) yield return mention;
            position = mention?.Span.End ?? position + 1;
        }
    }

    private QuantityMention? At(string text, int position, TextSpan block)
    {
        if (AtPercentOf(text, position, block) is { } percent) return percent;
        if (!MayStart(text, position) || !surroundings.MayPrecede(text, position, block.Start)) return null;
        if (numbers.Read(text, position, block.End) is not { } number) return null;
        UnitEntry? prefix = surroundings.PrefixBefore(text, position, block.Start, out int start);
        if (prefix is not null) number = WithEnglishScale(text, number, block.End);
        return Build(text, block, start, number, prefix);
    }

    private bool MayStart(string text, int position) =>
        char.IsAsciiDigit(text[position]) || text[position] is '数' or '几' || lexicon.Numbers.At(text, position) is not null;

    private QuantityMention? Build(string text, TextSpan block, int start, WrittenNumber first, UnitEntry? prefix)
    {
        (WrittenNumber from, WrittenNumber? to) = ReadRange(text, block.End, first);
        WrittenNumber last = to ?? from;
        Amount amount = ReadUnit(text, last, block.End);
        UnitEntry? unit = prefix ?? amount.Unit;
        if (unit is null && (!last.HasGroup || !IsFreeBare(text, last, block.End)) && !(to is null && surroundings.IsRatio(text, new TextSpan(start, last.End), block))) return null;
        if (IsNoise(last, unit, to)) return null;
        int end = prefix is not null && amount.Unit?.Kind != QuantityKind.Money ? last.End : amount.End;
        var span = new TextSpan(start, end);
        QuantityQualifier qualifier = to is not null ? QuantityQualifier.Range : surroundings.Qualifier(text, span, block, last);
        string name = (unit?.Canonical ?? "") + surroundings.Per(text, span, block, unit, out end);
        span = new TextSpan(start, end);
        decimal factor = unit?.Factor ?? 1;
        decimal sign = unit?.Kind is QuantityKind.Percent or QuantityKind.Money && surroundings.IsNegative(text, ref span, block.Start) ? -1 : 1;
        var quantity = new Quantity(
            sign * NumberReader.Scaled(from.Value, factor), (last.VagueUpper ?? to?.Value) * factor, name, unit?.Kind ?? QuantityKind.Count, qualifier, span.Of(text));
        return new QuantityMention(span, unit?.Rule ?? BareRule, quantity);
    }

    // 一个 and 一种 count nothing, 二元 is no price; 百 and 千 alone are words.
    private static bool IsNoise(WrittenNumber number, UnitEntry? unit, WrittenNumber? to)
    {
        if (!number.IsChinese || to is not null) return false;
        if (unit is null) return number.Scale < 10000;
        return number.Scale == 1 && (unit.Kind == QuantityKind.Money || (unit.Kind == QuantityKind.Count && number.Value <= 1));
    }

    // 1万 is an amount, 零一万物 is a name: a bare number ends where no Chinese numeral name goes on.
    private bool IsFreeBare(string text, WrittenNumber number, int limit) =>
        !number.IsChinese || number.VagueUpper is not null || number.End >= limit || lexicon.Numbers.At(text, number.End) is null;

    private (WrittenNumber From, WrittenNumber? To) ReadRange(string text, int limit, WrittenNumber first)
    {
        (UnitEntry? unit, int unitEnd) = UnitAt(text, first, limit);
        int position = NumberReader.SkipBlanks(text, unit is null ? first.End : unitEnd, limit);
        if (position >= limit || text[position] is not ('-' or '—' or '–' or '－' or '~' or '～' or '至' or '到')) return (first, null);
        while (position < limit && text[position] is '-' or '—' or '–' or '－' or '~' or '～' or '至' or '到') position++;
        position = NumberReader.SkipBlanks(text, position, limit);
        if (lexicon.Prefixes.Starting(text, position, limit) is { } prefix) position = prefix.End;
        if (numbers.Read(text, position, limit) is not { } second || second.IsChinese != first.IsChinese) return (first, null);
        UnitEntry? secondUnit = UnitAt(text, second, limit).Unit;
        if (unit is not null && secondUnit?.Canonical != unit.Canonical) return (first, null);
        if (unit is null && secondUnit is null && !second.HasGroup) return (first, null);
        if (first.Scale == 1 && unit is null && first.Value * second.Scale < second.Value) first = first with { Value = NumberReader.Scaled(first.Value, second.Scale) };
        return first.Value < second.Value ? (first, second) : (first, null);
    }

    private Amount ReadUnit(string text, WrittenNumber number, int limit)
    {
        (UnitEntry? unit, int end) = UnitAt(text, number, limit);
        return unit is null ? new Amount(null, number.End) : new Amount(unit, end);
    }

    /// <summary>The unit behind a number, and the position behind the unit.</summary>
    public (UnitEntry? Unit, int End) UnitAt(string text, WrittenNumber number, int limit)
    {
        int position = NumberReader.SkipBlanks(text, number.End, limit);
        bool Fits(UnitEntry unit, int end) => AmountSurroundings.EndsWord(text, unit, end, limit) && (!unit.ChineseDigitsOnly || number.IsChinese);
        return lexicon.Units.Starting(text, position, limit, Fits) is { } found ? (found.Value, found.End) : (null, number.End);
    }

    private QuantityMention? AtPercentOf(string text, int position, TextSpan block)
    {
        if (text[position] != PercentOf[0] || string.CompareOrdinal(text, position, PercentOf, 0, PercentOf.Length) != 0) return null;
        if (numbers.Read(text, position + PercentOf.Length, block.End) is not { } number) return null;
        var span = new TextSpan(position, number.End);
        QuantityQualifier qualifier = surroundings.Qualifier(text, span, block, number);
        return new QuantityMention(span, BareRule, new Quantity(number.Value, null, "%", QuantityKind.Percent, qualifier, span.Of(text)));
    }

    private WrittenNumber WithEnglishScale(string text, WrittenNumber number, int limit)
    {
        int position = NumberReader.SkipBlanks(text, number.End, limit);
        bool Ends(ScaleEntry scale, int end) => end >= limit || !char.IsAsciiLetterOrDigit(text[end]);
        return number.Scale == 1 && lexicon.Scales.Starting(text, position, limit, Ends) is { } found
            ? number with { Value = NumberReader.Scaled(number.Value, found.Value.Value), Scale = found.Value.Value, End = found.End }
            : number;
    }

    private readonly record struct Amount(UnitEntry? Unit, int End);
}
