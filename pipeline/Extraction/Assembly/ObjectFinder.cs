using System.Collections.Immutable;
using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>What an event is about, with its place.</summary>
internal sealed record FoundObject(EventObject Object, TextSpan Span);

/// <summary>Finds what is released, opened, shown: a recognized product or title, else the noun phrase that stands there.</summary>
internal sealed class ObjectFinder(ArgumentWords words)
{
    private const int LongestPhrase = 24;
    private const int FarthestProduct = 40;

    /// <summary>Objects behind a trigger, coordinated ones each; empty where there is none.</summary>
    internal ImmutableArray<FoundObject> After(Statement statement, TextSpan region, bool needsName)
    {
        List<FoundObject> named = Named(statement, region);
        if (named.Count > 0) return WithQuoted(statement, [.. Coordinated(statement, named)]);
        return !needsName && Phrase(statement, region) is { } phrase ? WithQuoted(statement, [phrase]) : [];
    }

    private ImmutableArray<FoundObject> WithQuoted(Statement statement, ImmutableArray<FoundObject> found) =>
        [.. found, .. QuotedNames.JoinedTo(statement, found[^1].Span.End, words.Connectors)];

    /// <summary>The last named object before a trigger: GPT-4 发布, 将 X 开源.</summary>
    internal FoundObject? Before(Statement statement, TextSpan region) => Named(statement, region).LastOrDefault();

    /// <summary>The named objects before a trigger that are joined to the last: 文心一言、阿里的通义千问和华为的盘古 上线.</summary>
    internal ImmutableArray<FoundObject> ChainBefore(Statement statement, TextSpan region)
    {
        List<FoundObject> named = Named(statement, region);
        int first = named.Count - 1;
        while (first > 0 && IsJoined(statement, new TextSpan(named[first - 1].Span.End, named[first].Span.Start))) first--;
        return [.. named.Skip(first)];
    }

    /// <summary>The same where a name in quotation marks will do: 将“灵动”框架开源.</summary>
    internal ImmutableArray<FoundObject> ChainBeforeOrQuoted(Statement statement, TextSpan region) =>
        ChainBefore(statement, region) is { IsEmpty: false } chain ? chain
        : QuotedNames.Ending(statement, region) is { } quoted ? [quoted]
        : [];

    // A connector, and the maker of the second object at most.
    private bool IsJoined(Statement statement, TextSpan between)
    {
        int end = statement.In<OrganizationMention>(between).LastOrDefault()?.Span.Start ?? between.End;
        return words.Connectors.Contains(statement.Slice(between.Start, end).ToString().Trim('”', '"', '“', ' ', '」', '「'));
    }

    /// <summary>The first named object of a region; null where there is none.</summary>
    internal FoundObject? First(Statement statement, TextSpan region) => Named(statement, region).FirstOrDefault();

    /// <summary>The end of a region without the adverbs that stand there: …储能电站首次.</summary>
    internal int WithoutAdverbs(Statement statement, int start, int end)
    {
        while (words.ObjectAdverbs.FirstOrDefault(word => statement.Slice(start, end).EndsWith(word, StringComparison.Ordinal)) is { } adverb) end -= adverb.Length;
        return end;
    }

    /// <summary>The noun phrase that ends a region; null where it is no likely name.</summary>
    internal FoundObject? PhraseBefore(Statement statement, TextSpan region)
    {
        if (QuotedNames.Ending(statement, region) is { } quoted) return quoted;
        int start = region.Start, end = WithoutAdverbs(statement, region.Start, region.End);
        int of = statement.Slice(start, end).LastIndexOf('的');
        start = SkipPrefixes(statement, of >= 0 ? start + of + 1 : start, end);
        while (start < end && !char.IsLetterOrDigit(statement.Slice(start, start + 1)[0])) start++;
        // 自某孵化器毕业: where from is no name.
        if (words.PhraseEnds.Any(word => statement.Slice(start, end).StartsWith(word, StringComparison.Ordinal) && statement.IsWordBoundary(start + word.Length))) return null;
        // “磐基”内核以某许可证开源: what says how, where or when is no part of the name.
        ReadOnlySpan<char> phrase = statement.Slice(start, end);
        foreach (string adverbial in words.PhraseEnds) end = Math.Min(end, start + StopAt(statement, start, phrase, adverbial));
        if (words.GenericSubjects.Any(word => statement.Slice(start, end).StartsWith(word, StringComparison.Ordinal))) return null;
        string name = statement.Slice(start, end).ToString().TrimEnd('”', '"', ' ', '」');
        // 已有两批超过20个大模型获得备案 counts things, 第10000家门店开业 names one.
        bool counts = name.Length > 0 && !name.StartsWith('第') && statement.In<QuantityMention>(new TextSpan(start, end)).Any(item => item.Quantity.Kind == QuantityKind.Count);
        return name.Length is < 3 or > LongestPhrase || counts || words.GenericObjects.Contains(name)
            ? null
            : new FoundObject(new EventObject(name, "other", null), new TextSpan(start, start + name.Length));
    }

    /// <summary>What the first price noun of a region belongs to: 将对象存储单价由…, 下调百余款产品售价; null where there is no price noun.</summary>
    internal FoundObject? BeforePriceNoun(Statement statement, int start, int end)
    {
        ReadOnlySpan<char> text = statement.Slice(start, end);
        int at = -1;
        foreach (string noun in words.PriceNouns)
        {
            int found = text.IndexOf(noun, StringComparison.Ordinal);
            if (found > 0 && (at < 0 || found < at)) at = found;
        }

        if (at < 0) return null;
        ReadOnlySpan<char> phrase = text[..at];
        foreach (string marker in words.ObjectMarkers)
            if (phrase.LastIndexOf(marker, StringComparison.Ordinal) is >= 0 and var cut) phrase = phrase[(cut + marker.Length)..];
        string name = phrase.Trim().ToString().Trim('的', '“', '”', '其');
        int from = start + at - phrase.Length + Math.Max(0, phrase.IndexOf(name, StringComparison.Ordinal));
        return name.Length is < 2 or > LongestPhrase ? null : new FoundObject(new EventObject(name, "other", null), new TextSpan(from, from + name.Length));
    }

    private List<FoundObject> Named(Statement statement, TextSpan region)
    {
        List<(Mention Mention, EventObject Object)> found =
        [
            .. statement.In<ProductMention>(region).Select(product => ((Mention)product, new EventObject(product.Name, product.Kind, product.Version))),
            .. statement.In<TitleMention>(region).Select(title => ((Mention)title, new EventObject(title.Title, KindOf(title.Kind), null))),
        ];
        found.Sort((left, right) => left.Mention.Span.CompareTo(right.Mention.Span));
        return [.. found.Where((entry, index) => IsHead(statement, region, found, index)).Select(entry => new FoundObject(entry.Object, entry.Mention.Span))];
    }

    private static string KindOf(TitleKind kind) => kind switch
    {
        TitleKind.Policy => "policy",
        TitleKind.Standard => "standard",
        _ => "report",
    };

    // 发布基于GPT-4的NewBing: the preposition takes GPT-4 away; GPT-4的多模态版GPT-4V, 刀片电池版“汉EV”: the owner or part is not the object.
    private bool IsHead(Statement statement, TextSpan region, List<(Mention Mention, EventObject Object)> found, int index)
    {
        Mention mention = found[index].Mention;
        if (mention.Span.Start - region.Start > FarthestProduct) return false;
        if (statement.PrecededByAny(mention.Span.Start, words.ObjectPrepositions)) return false;
        return index == found.Count - 1 || statement.Slice(mention.Span.End, mention.Span.End + 1) is not (['的'] or ['版']);
    }

    private IEnumerable<FoundObject> Coordinated(Statement statement, List<FoundObject> named)
    {
        yield return named[0];
        for (int i = 1; i < named.Count; i++)
        {
            string between = statement.Slice(named[i - 1].Span.End, named[i].Span.Start).ToString().Trim('”', '"', '“', ' ', '」', '「');
            if (!words.Connectors.Contains(between)) yield break;
            yield return named[i];
        }
    }

    // No recognizer knows the name: what stands between the trigger and the end of the clause, without modifiers.
    private FoundObject? Phrase(Statement statement, TextSpan region)
    {
        int start = region.Start, end = PhraseEnd(statement, region);
        int of = statement.Slice(start, end).LastIndexOf('的');
        if (of >= 0) start += of + 1;
        start = SkipPrefixes(statement, start, end);
        string name = statement.Slice(start, end).ToString();
        string trimmed = name.Trim(' ', '“', '”', '"', '\'', '。', '！', '.', '、', '「', '」');
        if (trimmed.Length is < 2 or > LongestPhrase || words.GenericObjects.Contains(trimmed) || !char.IsLetterOrDigit(trimmed[0])) return null;
        // 起降场120个 and 120个起降场 count things.
        if (statement.In<QuantityMention>(new TextSpan(start, end)).Any(quantity => quantity.Span.Start <= start + 1 || (quantity.Quantity.Kind == QuantityKind.Count && quantity.Span.End == end))) return null;
        start += name.IndexOf(trimmed, StringComparison.Ordinal);
        TextSpan span = QuotedNames.Repair(statement, new TextSpan(start, start + trimmed.Length), words.Connectors);
        return new FoundObject(new EventObject(statement.TextOf(span), "other", null), span);
    }

    private int PhraseEnd(Statement statement, TextSpan region)
    {
        ReadOnlySpan<char> text = statement.Slice(region.Start, region.End);
        int end = text.Length;
        foreach (string stop in words.ObjectStops) end = Math.Min(end, StopAt(statement, region.Start, text, stop));

        int bracket = text.IndexOfAny('（', '(', '，');
        return region.Start + (bracket > 1 ? Math.Min(end, bracket) : end);
    }

    // 可持续 holds no 可: a stop is a word of its own.
    private static int StopAt(Statement statement, int start, ReadOnlySpan<char> text, string stop)
    {
        for (int at = 2; at + stop.Length <= text.Length; at++)
            if (text[at..].StartsWith(stop, StringComparison.Ordinal) && statement.IsWordBoundary(start + at) && statement.IsWordBoundary(start + at + stop.Length)) return at;
        return text.Length;
    }

    private int SkipPrefixes(Statement statement, int start, int end)
    {
        bool skipped = true;
        while (skipped)
        {
            skipped = false;
            while (start < end && statement.Slice(start, start + 1) is [' ']) start++;
            foreach (string prefix in words.ObjectPrefixes)
                if (start + prefix.Length < end && statement.Slice(start, end).StartsWith(prefix, StringComparison.Ordinal))
                {
                    start += prefix.Length;
                    skipped = true;
                    break;
                }
        }

        return start;
    }
}
