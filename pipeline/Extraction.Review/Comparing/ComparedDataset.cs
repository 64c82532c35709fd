using System.Collections.Immutable;
using Extraction.Emission;

namespace Extraction.Review.Comparing;

/// <summary>A dataset that takes part in a comparison: whole, and as its manifest lists it. Immutable.</summary>
public sealed class ComparedDataset
{
    private readonly DatasetReader reader;

    private ComparedDataset(string name, DatasetReader reader) => (Name, this.reader) = (name, reader);

    /// <summary>What it is called in reports.</summary>
    public string Name { get; }

    /// <summary>Whether no document was read for it.</summary>
    public bool IsEmpty => reader.Records(DatasetFiles.Documents).IsEmpty;

    internal ManifestFacts Manifest => ManifestFacts.Of(reader.Manifest);

    /// <summary>Opens a dataset and checks it.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="name">What it is called in reports.</param>
    /// <exception cref="DatasetFolderException">It is none, of another schema, not whole, or not what its manifest lists.</exception>
    public static ComparedDataset Open(string folder, string name)
    {
        DatasetReader reader = DatasetReader.Open(folder);
        DatasetIntegrity.Check(folder);
        return new ComparedDataset(name, reader);
    }

    internal ImmutableArray<RecordView> Records(RecordKind kind, string file) => [.. reader.Records(file).Select(json => new RecordView(kind, json))];

    internal RecordView? Find(string id) => reader.Find(id) is { } json ? new RecordView(RecordKind.Event, json) : null;
}
