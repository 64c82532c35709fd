using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Arguments of sales: who sells, what, to whom: 甲将乙转让给丙, 甲向丙出售乙.</summary>
internal sealed class SaleArguments(ArgumentWords words, SubjectFinder subjectFinder)
{
    private const int LongestName = 12;

    private readonly AssetFinder assets = new(words);

    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects)
    {
        Agents seller = subjectFinder.Find(BeforeMarker(scope), subjects);
        OrganizationMention? known = Buyer(scope);
        string? buyer = known?.Name ?? WrittenBuyer(scope);
        FoundObject? sold = assets.Handled(scope) ?? assets.Behind(scope, known);
        if (sold is null || (seller.IsEmpty && buyer is null) || sold.Object.Name == buyer) yield break;
        ImmutableArray<OrganizationMention> sellers = [.. seller.Organizations.Where(item => item.Name != sold.Object.Name && item.Name != buyer)];
        yield return new EventDraft
        {
            Participants = Participants(buyer, sold, sellers),
            Object = sold.Object,
            Amount = Arguments.ToAmount(words.Price(scope.Statement, scope.Clause) ?? words.Price(scope.Statement, new TextSpan(scope.Clause.Start, scope.Statement.Span.End))),
            Spans = [.. Arguments.SpansOf(scope, sellers), .. Arguments.SpansOf(scope, known), sold.Span],
        };
    }

    // 甲将子公司乙转让: who sells stands before 将.
    private static TriggerScope BeforeMarker(TriggerScope scope)
    {
        int at = scope.Statement.Slice(scope.Clause.Start, scope.Trigger.Start).LastIndexOfAny(['把', '将']);
        if (at < 0) return scope;
        int marker = scope.Clause.Start + at;
        return scope with { Trigger = new TextSpan(marker, marker + 1), Left = new TextSpan(Math.Min(scope.Left.Start, marker), marker) };
    }

    // 转让给某某化工: who stands there buys, known or not.
    private string? WrittenBuyer(TriggerScope scope)
    {
        if (!words.Recipients.Any(word => scope.Statement.TextOf(scope.Trigger).EndsWith(word, StringComparison.Ordinal))) return null;
        string name = scope.Statement.TextOf(scope.Right).Trim(' ', '了', '“', '”');
        return name.Length is >= 2 and <= LongestName && name.All(char.IsLetterOrDigit) && !words.GenericSubjects.Any(word => name.StartsWith(word, StringComparison.Ordinal)) ? name : null;
    }

    // 转让给丙, 出售予丙; 向丙出售.
    private OrganizationMention? Buyer(TriggerScope scope)
    {
        OrganizationMention? behind = scope.Statement.In<OrganizationMention>(scope.Right)
            .FirstOrDefault(item => scope.Statement.PrecededByAny(item.Span.Start, words.Recipients) || item.Span.Start == scope.Trigger.End && words.Recipients.Any(word => scope.Statement.TextOf(scope.Trigger).EndsWith(word, StringComparison.Ordinal)));
        return behind ?? scope.Statement.In<OrganizationMention>(scope.Left).LastOrDefault(item => scope.Statement.PrecededByAny(item.Span.Start, ["向"]));
    }

    private static ImmutableArray<Participant> Participants(string? buyer, FoundObject sold, ImmutableArray<OrganizationMention> sellers)
    {
        var all = ImmutableArray.CreateBuilder<Participant>();
        if (buyer is not null) all.Add(new Participant("agent", buyer));
        if (sold.Object.Kind == "organization") all.Add(new Participant("target", sold.Object.Name));
        all.AddRange(Arguments.As("partner", sellers));
        return all.ToImmutable();
    }
}
