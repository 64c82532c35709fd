using Extraction.Documents;

namespace Extraction.Assembly;

/// <summary>What gets another licence where no recognizer knows it: it opens the clause, before the word for its terms or for the change.</summary>
internal sealed class LicenceFinder(ArgumentWords words)
{
    private const int ShortestName = 2;

    private readonly ObjectFinder objects = new(words);

    /// <summary>数据集 of 数据集的授权由…改为…; null where the clause opens with something else.</summary>
    internal FoundObject? Licensed(TriggerScope scope)
    {
        int start = scope.Left.Start;
        foreach (Mention mention in scope.Statement.In<Mention>(scope.Left))
            if (mention is DateMention or OrganizationMention) start = Math.Max(start, mention.Span.End);
        if (QuotedNames.Last(scope.Statement, new TextSpan(start, scope.Trigger.Start)) is { } quoted) return quoted;
        while (words.LicensedLeads.FirstOrDefault(word => scope.Statement.FollowedByAny(start, [word])) is { } lead) start += lead.Length;
        var region = new TextSpan(start, Math.Max(start, scope.Trigger.Start));
        int end = objects.FirstWord(scope.Statement, region, words.LicensedEnds);
        string name = scope.Statement.Slice(start, end).ToString().Trim();
        return end == region.End || name.Length is < ShortestName or > ObjectFinder.LongestPhrase || words.GenericObjects.Contains(name)
            ? null
            : new FoundObject(new EventObject(name, "other", null), new TextSpan(start, start + name.Length));
    }
}
