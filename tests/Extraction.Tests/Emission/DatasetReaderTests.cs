using Extraction.Emission;
using Extraction.Tests.Resolution;

namespace Extraction.Tests.Emission;

public sealed class DatasetReaderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Records_and_documents_are_found_by_id()
    {
        DatasetReader dataset = Written();
        Assert.Equal("明川", dataset.Find("org:0000000000000001")!.Value.GetProperty("name").GetString());
        Assert.Equal("年报", dataset.Find(Facts.DocumentId(1))!.Value.GetProperty("title").GetString());
        Assert.Null(dataset.Find("org:ffffffffffffffff"));
        Assert.Equal("extraction", dataset.Manifest.GetProperty("tool").GetString());
    }

    [Theory]
    [InlineData("{\"id\":1}\n")]
    [InlineData("[]\n")]
    [InlineData("{\"id\":\n")]
    public void A_broken_line_is_reported_with_file_and_line(string content)
    {
        Written();
        File.WriteAllText(Path.Combine(scratch.Path, "filings.jsonl"), content);
        Assert.Contains("filings.jsonl:1", Assert.Throws<DatasetFolderException>(() => DatasetReader.Open(scratch.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_dataset_is_refused() =>
        Assert.Throws<DatasetFolderException>(() => DatasetReader.Open(scratch.Path));

    [Fact]
    public void A_missing_file_is_reported()
    {
        Written();
        File.Delete(Path.Combine(scratch.Path, "events.jsonl"));
        Assert.Contains("events.jsonl", Assert.Throws<DatasetFolderException>(() => DatasetReader.Open(scratch.Path)).Message, StringComparison.Ordinal);
    }

    private DatasetReader Written()
    {
        new DatasetWriter().Write(Samples.Full(), Samples.Info, scratch.Path);
        return DatasetReader.Open(scratch.Path);
    }
}
