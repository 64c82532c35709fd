using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of price changes: what is priced, by whom, and the new price.</summary>
internal sealed class PriceArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private readonly ObjectFinder objects = new(words);
    private readonly RateFinder rates = new(words);
    private readonly PricedThing things = new(words);

    /// <summary>What gets another price stands before the trigger or behind it; the price behind.</summary>
    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects)
    {
        FoundObject? rate = rates.In(scope.Statement, PhraseStart(scope), scope.Clause.End), product = rate ?? Priced(scope);
        bool isMoved = IsMoved(scope);
        if (scope.TakesNamesOnly && !isMoved && !IsHandled(scope) && product is not { Object.Kind: not "other" }) yield break;
        Agents subject = Seller(scope, subjects, product);
        QuantityMention? price = scope.Statement.In<QuantityMention>(scope.Right).FirstOrDefault();
        // Nobody needs to act where a thing goes from one price to another on a day: 某芯片由80元涨到95元.
        bool movesByItself = rate is not null || (isMoved && product is not null && Arguments.IsDated(scope));
        if ((subject.IsEmpty && !movesByItself) || (product is null && price is null && !Arguments.IsDated(scope))) yield break;
        yield return new EventDraft
        {
            Participants = Arguments.AsAgents(subject.Organizations),
            Object = product?.Object,
            Amount = Arguments.ToAmount(price),
            Spans = [.. Arguments.SpansOf(scope, subject.Organizations), .. Arguments.SpansOf(scope, price), .. product is not null && scope.Statement.Span.Contains(product.Span) ? new[] { product.Span } : []],
        };
    }

    private Agents Seller(TriggerScope scope, SubjectMemory subjects, FoundObject? product)
    {
        Agents subject = subjectFinder.Find(scope, subjects);
        if (product is null || !subject.IsEmpty) return subject;
        subject = SubjectFinder.KnownMaker(scope, subjects, product);
        if (subject.IsEmpty && subjects.Makers?.OfBrand(product.Object.Name) is { } owner) return new Agents([owner], false);
        return subject.IsEmpty ? subjectFinder.OfTopic(scope, subjects, product.Span) : subject;
    }

    // 由5800元降为4600元: a sum on either side.
    private static bool IsMoved(TriggerScope scope) =>
        scope.Statement.In<QuantityMention>(new TextSpan(scope.Clause.Start, scope.Trigger.Start)).Any(IsMoney) && scope.Statement.In<QuantityMention>(scope.Right).Any(IsMoney);

    // 把远山05的入门版上调2000元
    private static bool IsHandled(TriggerScope scope) =>
        scope.Statement.Slice(scope.Clause.Start, scope.Trigger.Start).ContainsAny('把', '将', '对') && scope.Statement.In<QuantityMention>(scope.Right).Any(IsMoney);

    private static bool IsMoney(QuantityMention quantity) => quantity.Quantity.Kind == QuantityKind.Money;

    // 将对象存储单价由…降至…, 下调百余款产品售价: a name, else the phrase before the price noun, else what else stands in its place.
    private FoundObject? Priced(TriggerScope scope) =>
        objects.Before(scope.Statement, new TextSpan(scope.Clause.Start, scope.Trigger.Start))
        ?? objects.After(scope.Statement, scope.Right, needsName: true).FirstOrDefault()
        ?? objects.BeforePriceNoun(scope.Statement, PhraseStart(scope), scope.Clause.End)
        ?? things.Find(scope, PhraseStart(scope));

    private static int PhraseStart(TriggerScope scope)
    {
        int start = scope.Clause.Start;
        foreach (Mention mention in scope.Statement.In<Mention>(new TextSpan(start, scope.Trigger.Start)))
            if (mention is DateMention or OrganizationMention) start = Math.Max(start, mention.Span.End);
        return start;
    }
}
