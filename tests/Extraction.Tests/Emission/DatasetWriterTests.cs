using System.Security.Cryptography;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Emission;

namespace Extraction.Tests.Emission;

public sealed class DatasetWriterTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string Folder => Path.Combine(scratch.Path, "dataset");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void An_event_is_written_as_the_contract_says()
    {
        Write(Samples.Full());
        const string place = """{"document":"sha256:0000000000000000000000000000000000000000000000000000000000000001","source":"reports/甲.pptx","locator":{"page":3,"part":"ppt/slides/slide3.xml","shape":"7","table":1,"row":2,"column":3,"paragraph":2,"box":[1,0,20,30.3]},"span":[5,9],"quote":"甲\"公\n"}""";
        string expected = """{"id":"event:0000000000000001","type":"open_source","date":{"value":"2023-03-16","precision":"day","basis":"inherited","text":"3.16","alternatives":["2022-03-16"],"anchor":"""
            + place.Replace(",\"quote\":\"甲\\\"公\\n\"", "", StringComparison.Ordinal) + """},"participants":[{"role":"agent","name":"明川","organization":"org:0000000000000001"},{"role":"place","name":"北京"}],"object":{"name":"清泉大模型 3.0","kind":"model","version":"3.0"},"amount":{"value":"2000000000","unit":"USD","text":"20亿美元"},"round":"B","polarity":"affirmed","modality":"asserted","summary":"明川开源清泉大模型 3.0","confidence":0.88,"method":"rules/events.yaml#open","evidence":["""
            + place + "]}\n";
        Assert.Equal(expected, File.ReadAllText(Path.Combine(Folder, "events.jsonl")));
    }

    [Theory]
    [InlineData("documents.jsonl", "id source format title publisher published pages characters outcome diagnostics")]
    [InlineData("organizations.jsonl", "id name type aliases founded people products parent location evidence")]
    [InlineData("policies.jsonl", "id title documentNumber issuers level region date effective status summary evidence")]
    [InlineData("filings.jsonl", "id authority batch owner registrationNumber date disclosed evidence")]
    [InlineData("statistics.jsonl", "id subject measure value upper unit text qualifier period dims checks evidence")]
    [InlineData("conflicts.jsonl", "id record field values kept reason evidence")]
    public void Properties_come_in_the_contracts_order(string file, string properties)
    {
        Write(Samples.Full());
        using JsonDocument line = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        Assert.Equal(properties, string.Join(' ', line.RootElement.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void What_is_null_or_empty_is_left_out()
    {
        Write(Samples.Full() with { Records = [Samples.Event() with { Date = null, Participants = [], Object = null, Amount = null, Round = null }] });
        using JsonDocument line = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "events.jsonl")));
        Assert.Equal("id type polarity modality summary confidence method evidence", string.Join(' ', line.RootElement.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void The_manifest_names_every_file_with_its_hash_and_count()
    {
        Write(Samples.Full());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")));
        Assert.Equal(DatasetFiles.RecordFiles, manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()));
        Assert.All(manifest.RootElement.GetProperty("files").EnumerateArray(), file =>
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, file.GetProperty("name").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.GetProperty("sha256").GetString());
            Assert.Equal(1, file.GetProperty("records").GetInt32());
        });
    }

    [Fact]
    public void Records_are_sorted_by_id_and_files_are_utf8_without_mark_and_with_lf()
    {
        Write(Samples.Full() with { Records = [Samples.Event() with { Id = "event:b" }, Samples.Event() with { Id = "event:B" }, Samples.Event() with { Id = "event:a" }] });
        Assert.Equal(["event:B", "event:a", "event:b"], DatasetReader.Open(Folder).Records("events.jsonl").Select(item => item.GetProperty("id").GetString()));
        Assert.All(DatasetFiles.All, name =>
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, name));
            Assert.DoesNotContain((byte)'\r', bytes);
            Assert.False(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]));
        });
    }

    [Fact]
    public void A_dataset_is_replaced_and_what_else_lies_there_stays()
    {
        Write(Samples.Full());
        File.WriteAllText(Path.Combine(Folder, "README.md"), "ours");
        Directory.CreateDirectory(Path.Combine(Folder, "notes"));
        Write(Samples.Full() with { Records = [] });
        Assert.Equal("", File.ReadAllText(Path.Combine(Folder, "events.jsonl")));
        Assert.Equal("ours", File.ReadAllText(Path.Combine(Folder, "README.md")));
        Assert.True(Directory.Exists(Path.Combine(Folder, "notes")));
        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void No_document_never_replaces_a_dataset()
    {
        Write(Samples.Full());
        Assert.Throws<EmptyDatasetException>(() => Write(Samples.Empty()));
        Assert.Equal(6, DatasetFiles.RecordFiles.Skip(1).Sum(name => DatasetReader.Open(Folder).Records(name).Length));
    }

    [Theory]
    [InlineData("thesis.docx", "x")]
    [InlineData("manifest.json", """{"name":"something else"}""")]
    [InlineData("manifest.json", "{")]
    public void A_folder_with_somebody_elses_files_is_refused_and_untouched(string name, string content)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), content);
        Assert.Throws<DatasetFolderException>(() => Write(Samples.Full()));
        Assert.Equal([name], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
        Assert.Equal(content, File.ReadAllText(Path.Combine(Folder, name)));
    }

    [Fact]
    public void A_file_in_the_folders_place_is_refused()
    {
        File.WriteAllText(Folder, "x");
        Assert.Throws<DatasetFolderException>(() => Write(Samples.Full()));
    }

    [Fact]
    public void What_an_interrupted_run_left_is_repaired()
    {
        Write(Samples.Full());
        File.WriteAllText(Path.Combine(Folder, "README.md"), "ours");
        Directory.Move(Folder, Path.Combine(scratch.Path, ".dataset.previous")); // stopped between the two renames
        Directory.CreateDirectory(Path.Combine(scratch.Path, ".dataset.partial"));
        Assert.Throws<EmptyDatasetException>(() => Write(Samples.Empty()));
        Assert.Equal("ours", File.ReadAllText(Path.Combine(Folder, "README.md")));
        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void A_failure_while_writing_keeps_the_old_dataset()
    {
        Write(Samples.Full());
        string before = File.ReadAllText(Path.Combine(Folder, "manifest.json"));
        Assert.ThrowsAny<ArgumentException>(() => Write(Samples.Full() with { Records = [Samples.Event() with { Confidence = double.NaN }] }));
        Assert.Equal(before, File.ReadAllText(Path.Combine(Folder, "manifest.json")));
    }

    private void Write(Dataset dataset) => new DatasetWriter().Write(dataset, Samples.Info, Folder);
}
