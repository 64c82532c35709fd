using System.Text.RegularExpressions;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Finds what gets another price where no name and no price noun tells: it stands behind 把, 将 or 对, before 由 or 从, or right before the trigger.</summary>
internal sealed partial class PricedThing(ArgumentWords words)
{
    private const int Shortest = 2;
    private const int Longest = 20;

    private readonly ObjectFinder objects = new(words);

    /// <summary>The thing; null where nothing likely stands there.</summary>
    /// <param name="scope">The trigger.</param>
    /// <param name="start">Behind the agent and the date of the clause.</param>
    internal FoundObject? Find(TriggerScope scope, int start)
    {
        int end = Math.Min(FirstSum(scope, start), scope.Trigger.Start);
        return Told(scope) ?? Phrase(scope, Behind(scope, start, end), end) ?? Before(scope);
    }

    private static int FirstSum(TriggerScope scope, int start) =>
        scope.Statement.In<QuantityMention>(new TextSpan(start, scope.Clause.End)).FirstOrDefault(item => item.Quantity.Kind is QuantityKind.Money or QuantityKind.Percent)?.Span.Start ?? scope.Clause.End;

    // 把, 将, 对, 宣布: what they govern begins behind the last.
    private int Behind(TriggerScope scope, int start, int end)
    {
        ReadOnlySpan<char> text = scope.Statement.Slice(start, end);
        int from = start;
        foreach (string marker in words.ObjectMarkers)
            if (text.LastIndexOf(marker, StringComparison.Ordinal) is >= 0 and var at) from = Math.Max(from, start + at + marker.Length);
        return from;
    }

    // 六氟磷酸锂报价止跌回升，某公司两次发函提价: an earlier clause says whose price.
    private FoundObject? Told(TriggerScope scope)
    {
        if (words.PriceNouns.Any(noun => scope.Statement.TextOf(scope.Clause).Contains(noun, StringComparison.Ordinal))) return null;
        foreach (TextSpan clause in scope.Statement.Clauses.Where(clause => clause.End <= scope.Clause.Start).Reverse())
            if (!scope.Statement.In<OrganizationMention>(clause).Any() && objects.BeforePriceNoun(scope.Statement, clause.Start, clause.End) is { } thing) return thing;
        return null;
    }

    // 服务器版订阅从明年1月起，每年由1800元调到2160元: the clause before names it.
    private FoundObject? Before(TriggerScope scope)
    {
        TextSpan clause = scope.Statement.Clauses.LastOrDefault(clause => clause.End <= scope.Clause.Start);
        if (clause.Length == 0 || scope.Statement.In<OrganizationMention>(clause).Any()) return null;
        DateMention? date = scope.Statement.In<DateMention>(clause).FirstOrDefault();
        return date is null || date.Span.Start - clause.Start < Shortest ? null : Phrase(scope, clause.Start, date.Span.Start);
    }

    private FoundObject? Phrase(TriggerScope scope, int start, int end)
    {
        if (end <= start) return null;
        ReadOnlySpan<char> text = scope.Statement.Slice(start, end);
        foreach (string word in words.PriceAdverbs)
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at && scope.Statement.IsWordBoundary(start + at)) text = text[..at];
        string name = text.ToString().Trim(' ', '的', '“', '”', '「', '」', '（', '）', '其', '：', '，', '、');
        bool isThing = name.Length is >= Shortest and <= Longest && !words.GenericObjects.Contains(name) && !words.SelfWords.Contains(name) && !words.PriceNouns.Contains(name) && !Times().IsMatch(name)
            && !words.GenericSubjects.Any(word => name.StartsWith(word, StringComparison.Ordinal)) && !words.CarryOverStarts.Contains(name);
        if (!isThing) return null;
        int from = start + text.IndexOf(name, StringComparison.Ordinal);
        return new FoundObject(new EventObject(name, "other", null), new TextSpan(from, from + name.Length));
    }

    // 两次发函, 第三轮
    [GeneratedRegex(@"^第?[一二两三四五六七八九十0-9]+[次度轮]", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
