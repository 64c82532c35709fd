using Extraction.Classification;
using Extraction.Knowledge;
using Extraction.Learning.Features;

namespace Extraction.Learning.Tests;

/// <summary>The stages, loaded once for all tests from the knowledge that travels with the program.</summary>
public sealed class TestKnowledge
{
    public KnowledgeFolder Folder { get; } = KnowledgeFolder.Default();

    public StatementParser Parser { get; }

    public FeatureExtractor Extractor { get; }

    public EventRules Rules { get; }

    public TestKnowledge()
    {
        Parser = StatementParser.Load(Folder);
        Rules = EventRules.Load(Folder);
        Extractor = new FeatureExtractor(Rules);
    }

    internal static string RepositoryRoot
    {
        get
        {
            DirectoryInfo folder = new(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Extraction.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }
}

[CollectionDefinition(Name)]
public sealed class KnowledgeCollection : ICollectionFixture<TestKnowledge>
{
    public const string Name = "knowledge";
}
