using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of sales: who sells, what, to whom: 甲将乙转让给丙, 甲向丙出售乙.</summary>
internal sealed class SaleArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private readonly AssetFinder assets = new(words);

    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects)
    {
        Agents seller = subjectFinder.Find(scope, subjects);
        OrganizationMention? buyer = Buyer(scope);
        FoundObject? sold = assets.Handled(scope) ?? assets.Behind(scope, buyer);
        if (sold is null || (seller.IsEmpty && buyer is null)) yield break;
        ImmutableArray<OrganizationMention> sellers = [.. seller.Organizations.Where(item => item.Name != sold.Object.Name && item.Name != buyer?.Name)];
        yield return new EventDraft
        {
            Participants = Participants(buyer, sold, sellers),
            Object = sold.Object,
            Amount = Arguments.ToAmount(words.Price(scope.Statement, scope.Clause) ?? words.Price(scope.Statement, new TextSpan(scope.Clause.Start, scope.Statement.Span.End))),
            Spans = [.. Arguments.SpansOf(scope, sellers), .. Arguments.SpansOf(scope, buyer), sold.Span],
        };
    }

    // 转让给丙, 出售予丙; 向丙出售.
    private OrganizationMention? Buyer(TriggerScope scope)
    {
        OrganizationMention? behind = scope.Statement.In<OrganizationMention>(scope.Right)
            .FirstOrDefault(item => scope.Statement.PrecededByAny(item.Span.Start, words.Recipients) || item.Span.Start == scope.Trigger.End && words.Recipients.Any(word => scope.Statement.TextOf(scope.Trigger).EndsWith(word, StringComparison.Ordinal)));
        return behind ?? scope.Statement.In<OrganizationMention>(scope.Left).LastOrDefault(item => scope.Statement.PrecededByAny(item.Span.Start, ["向"]));
    }

    private static ImmutableArray<Participant> Participants(OrganizationMention? buyer, FoundObject sold, ImmutableArray<OrganizationMention> sellers)
    {
        var all = ImmutableArray.CreateBuilder<Participant>();
        if (buyer is not null) all.Add(new Participant("agent", buyer.Name));
        if (sold.Object.Kind == "organization") all.Add(new Participant("target", sold.Object.Name));
        all.AddRange(Arguments.As("partner", sellers));
        return all.ToImmutable();
    }
}
