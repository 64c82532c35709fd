using System.Diagnostics;
using Extraction.Documents;
using Extraction.Emission;
using Extraction.Review.Comparing;
using Extraction.Review.Datasets;
using static Extraction.Review.Tests.Facts;

namespace Extraction.Review.Tests.Datasets;

public sealed class DatasetPlaceTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_committed_dataset_is_compared_with_the_one_that_lies_there()
    {
        Commit(Dataset(Event("1"), Event("2", start: 90, thing: "碧海")));
        Write("output", Dataset(Event("1")));
        using DatasetPlace before = DatasetPlace.Find("git:HEAD:output", scratch.Path), after = DatasetPlace.Find("output", scratch.Path);
        DatasetDiff diff = new DatasetComparison(Folding).Compare(before.Open(), after.Open());
        Assert.Equal("event:0000000000000002", Assert.Single(diff.Changes).Id);
        Assert.Equal("git:HEAD:output", diff.Base);
    }

    [Theory]
    [InlineData("git:no-such:output", "no revision 'no-such'")]
    [InlineData("git:--help:output", "no revision '--help'")]
    [InlineData("git:HEAD:elsewhere", "no dataset in 'elsewhere'")]
    [InlineData("git:HEAD", "git:REV:PATH")]
    [InlineData("git::output", "git:REV:PATH")]
    [InlineData("git:HEAD:/output", "relative")]
    [InlineData("nowhere", "no such folder")]
    [InlineData("output/manifest.json", "is a file")]
    public void What_is_not_there_is_said_so(string name, string message)
    {
        Commit(Dataset(Event("1")));
        var problem = Assert.Throws<DatasetFolderException>(() => DatasetPlace.Find(name, scratch.Path));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.StartsWith(name, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_outside_of_any_repository_is_said_so() =>
        Assert.Contains("no git repository", Assert.Throws<DatasetFolderException>(() => DatasetPlace.Find("git:HEAD:output", scratch.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_committed_dataset_that_is_not_whole_is_called_by_its_revision()
    {
        Write("output", Dataset(Event("1")));
        File.Delete(scratch.At("output/events.jsonl"));
        Git("init", "-q");
        CommitAll();
        using DatasetPlace place = DatasetPlace.Find("git:HEAD:output", scratch.Path);
        Assert.StartsWith("git:HEAD:output: events.jsonl is missing", Assert.Throws<DatasetFolderException>(place.Open).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "a/")]
    [InlineData("a", "./a")]
    public void The_same_folder_twice_is_refused(string one, string other)
    {
        Write("a", Dataset());
        using DatasetPlace before = DatasetPlace.Find(one, scratch.Path), after = DatasetPlace.Find(other, scratch.Path);
        Assert.Contains("BASE and HEAD at once", Assert.Throws<DatasetFolderException>(() => before.RefuseSame(after)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_a_cut_line_other_bytes_and_another_schema_are_each_said_so()
    {
        Check(folder => File.Delete(Path.Combine(folder, "policies.jsonl")), "policies.jsonl is missing");
        Check(folder => File.WriteAllText(Path.Combine(folder, "events.jsonl"), File.ReadAllText(Path.Combine(folder, "events.jsonl"))[..40]), "events.jsonl:1: is not JSON");
        Check(folder => Replace(folder, "events.jsonl", "明川", "远海"), "events.jsonl was changed after it was written");
        Check(folder => Replace(folder, "manifest.json", "\"schema\": 1", "\"schema\": 2"), "follows schema 2, this program knows 1");
        Check(folder => File.WriteAllText(Path.Combine(folder, "manifest.json"), "{"), "holds no dataset");
        Check(folder => Replace(folder, "manifest.json", "\"files\"", "\"filed\""), "lists no files");
    }

    [Fact]
    public void Empty_datasets_are_compared_and_named()
    {
        DatasetDiff both = Compare(new Dataset([], []), new Dataset([], [])), lost = Compare(Dataset(Event("1")), new Dataset([], []));
        Assert.Equal(["base-empty", "head-empty"], both.Notes.Select(note => note.Code));
        Assert.Empty(both.Changes);
        Assert.Equal("head-empty", Assert.Single(lost.Notes).Code);
        Assert.All(lost.Changes, change => Assert.Equal(ChangeKind.Removed, change.Kind));
    }

    private void Check(Action<string> spoil, string message)
    {
        using var other = new ScratchFolder();
        string folder = other.At("dataset");
        new DatasetWriter().Write(Dataset(Event("1")), Run, folder);
        spoil(folder);
        using DatasetPlace place = DatasetPlace.Find(folder, other.Path);
        Assert.Contains(message, Assert.Throws<DatasetFolderException>(place.Open).Message, StringComparison.Ordinal);
    }

    private static void Replace(string folder, string file, string from, string to) =>
        File.WriteAllText(Path.Combine(folder, file), File.ReadAllText(Path.Combine(folder, file)).Replace(from, to, StringComparison.Ordinal));

    private void Commit(Dataset dataset)
    {
        Write("output", dataset);
        Git("init", "-q");
        CommitAll();
    }

    private void CommitAll()
    {
        Git("add", ".");
        Git("-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "dataset");
    }

    private void Write(string folder, Dataset dataset) => new DatasetWriter().Write(dataset, Run, scratch.At(folder));

    private void Git(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = scratch.Path, UseShellExecute = false })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
