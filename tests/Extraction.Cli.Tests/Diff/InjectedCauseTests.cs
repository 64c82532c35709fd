using Extraction.Knowledge;
using Extraction.Review.Comparing;
using Xunit.Abstractions;

namespace Extraction.Cli.Tests.Diff;

/// <summary>Whole runs before and after one change of every kind: each difference must be put down to that change.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class InjectedCauseTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly InjectedRun before = new();

    public Task InitializeAsync() => before.RunAsync();

    public Task DisposeAsync()
    {
        before.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task At_least_95_of_100_differences_are_put_down_to_what_made_them()
    {
        int right = 0, all = 0;
        foreach (Injection injection in Injection.All)
        {
            DatasetDiff diff = await DiffAfter(injection);
            int named = diff.Changes.Count(change => injection.IsNamedBy(change.Cause));
            output.WriteLine($"{injection.Name}: {named} of {diff.Changes.Length}");
            foreach (RecordChange change in diff.Changes.Where(change => !injection.IsNamedBy(change.Cause))) output.WriteLine($"  {change.Id} {change.Kind} by {ReportWords.Of(change.Cause)}");
            // an injection that changes nothing tests nothing
            Assert.True(diff.Changes.Length > 0, injection.Name);
            right += named;
            all += diff.Changes.Length;
        }

        output.WriteLine($"{right} of {all} right");
        Assert.True(right >= 0.95 * all, $"{right} of {all}");
    }

    [Theory]
    [InlineData("a trigger taken out of a rule", "an organization with another seat")]
    [InlineData("a word of planning taken out", "a figure edited")]
    [InlineData("an organization taken out", "a unit under another name")]
    [InlineData("a report put in", "a trigger taken out of a rule")]
    [InlineData("a rule taken out", "a word of planning taken out")]
    [InlineData("no model", "an organization under another name")]
    public async Task Of_two_changes_the_wrong_one_is_never_named_alone(string first, string second)
    {
        Injection[] both = [Find(first), Find(second)];
        Dictionary<string, Injection> truth = [];
        foreach (Injection one in both)
            foreach (RecordChange change in (await DiffAfter(one)).Changes)
                if (!truth.TryAdd(Key(change), one)) truth.Remove(Key(change));
        DatasetDiff diff = await DiffAfter(both);
        int judged = 0;
        foreach (RecordChange change in diff.Changes)
        {
            if (!truth.TryGetValue(Key(change), out Injection? made)) continue;
            judged++;
            Assert.True(made.MayBe(change.Cause), $"{change.Id} {change.Kind} was made by {made.Name}, not by {ReportWords.Of(change.Cause)}");
        }

        Assert.True(judged > 1);
    }

    private static string Key(RecordChange change) => $"{change.Id} {change.Kind} {string.Join(' ', change.Fields.Select(field => field.Field))}";

    private static Injection Find(string name) => Injection.All.Single(injection => injection.Name == name);

    private async Task<DatasetDiff> DiffAfter(params Injection[] injections)
    {
        using var after = new InjectedRun();
        foreach (Injection injection in injections) injection.Apply(after);
        await after.RunAsync([.. injections.SelectMany(injection => injection.Arguments)]);
        return new DatasetComparison(TextFolding.Load(KnowledgeFolder.Default())).Compare(ComparedDataset.Open(before.Dataset, "before"), ComparedDataset.Open(after.Dataset, "after"));
    }
}
