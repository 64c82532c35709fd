using Extraction.Classification;
using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>Reads the arguments of a trigger by its pattern.</summary>
internal sealed class ArgumentReader
{
    private readonly ArgumentWords words;
    private readonly ObjectArguments objects;
    private readonly PriceArguments prices;
    private readonly FoundingArguments foundings;
    private readonly DealArguments deals;
    private readonly SaleArguments sales;
    private readonly PartyArguments parties;
    private readonly FindingArguments findings;

    internal ArgumentReader(ArgumentWords words)
    {
        this.words = words;
        var subjects = new SubjectFinder(words);
        objects = new ObjectArguments(words, subjects);
        prices = new PriceArguments(words, subjects);
        foundings = new FoundingArguments(words, subjects);
        deals = new DealArguments(words, subjects);
        sales = new SaleArguments(words, subjects);
        parties = new PartyArguments(words, subjects);
        findings = new FindingArguments(words, subjects);
    }

    /// <summary>One draft for each event that the trigger states; none where an argument that the pattern needs is missing.</summary>
    /// <param name="scope">The trigger.</param>
    /// <param name="subjects">Who acted before; updated.</param>
    /// <param name="earlier">Drafts of the same sentence.</param>
    internal IEnumerable<EventDraft> Read(TriggerScope scope, SubjectMemory subjects, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier) =>
        IsRestated(scope, earlier) ? [] : scope.Pattern switch
        {
            // …发布了 LLaMA 并开源: the second trigger has no object of its own and adds nothing that the first has not stated.
            ArgumentPattern.AgentObject => objects.Read(scope, subjects, isFirst: earlier.Count == 0),
            ArgumentPattern.SubjectObject => objects.ReadSubject(scope, subjects, isFirst: earlier.Count == 0),
            ArgumentPattern.Approval => objects.ReadApproval(scope, subjects),
            ArgumentPattern.Price => prices.Read(scope, subjects),
            ArgumentPattern.Founding => IsRegistered(scope, earlier) ? [] : foundings.Read(scope, subjects),
            ArgumentPattern.Funding => IsTold(scope, earlier) ? [] : deals.ReadRound(scope, subjects),
            ArgumentPattern.Investment => IsTold(scope, earlier) ? [] : deals.ReadInvestment(scope, subjects),
            ArgumentPattern.Acquisition => deals.ReadAcquisition(scope, subjects),
            ArgumentPattern.Sale => sales.Read(scope, subjects),
            ArgumentPattern.Partnership => parties.ReadPartnership(scope, subjects),
            ArgumentPattern.Appointment => parties.ReadAppointment(scope, subjects),
            ArgumentPattern.Agent => parties.ReadAgent(scope, subjects),
            ArgumentPattern.Finding => earlier.Any(entry => entry.Scope.Pattern == ArgumentPattern.Finding) ? [] : findings.Read(scope, subjects),
            ArgumentPattern.Legal => parties.ReadLegal(scope, subjects),
            _ => throw new InvalidOperationException($"Pattern {scope.Pattern} has no reader."),
        };

    // 作出行政处罚，罚没…; 放弃BSD许可，改为…: one case, one change, told in two words.
    private static bool IsRestated(TriggerScope scope, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier) =>
        scope.Candidate.Label is StatementLabel.Legal or StatementLabel.LicenseChange
        && earlier.Any(entry => entry.Scope.Candidate.Label == scope.Candidate.Label);

    // 甲与乙成立合资公司“某某”，7月9日领取营业执照: one founding. 甲成立于2016年，创始人为某某 tells who founded it besides.
    private bool IsRegistered(TriggerScope scope, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier) =>
        earlier.Any(entry => entry.Scope.Pattern == ArgumentPattern.Founding)
        && words.Registrations.Any(word => scope.Statement.TextOf(scope.Trigger).Contains(word, StringComparison.Ordinal))
        && !scope.Statement.In<OrganizationMention>(scope.Clause).Any()
        && !scope.Statement.Slice(scope.Clause.Start, scope.Clause.End).Contains('“');

    // 完成B轮融资，由甲领投，乙跟投 and 甲领投乙的C轮融资 are one deal each: the first trigger has taken it up.
    private static bool IsTold(TriggerScope scope, IReadOnlyList<(TriggerScope Scope, EventDraft Draft)> earlier) =>
        earlier.Any(entry => entry.Scope.Pattern is ArgumentPattern.Funding or ArgumentPattern.Investment
            && (entry.Scope.Clause == scope.Clause || scope.Pattern == ArgumentPattern.Investment
                || (entry.Scope.Pattern == ArgumentPattern.Investment && !scope.Statement.In<OrganizationMention>(scope.Clause).Any() && !scope.Statement.In<QuantityMention>(scope.Clause).Any())));
}
