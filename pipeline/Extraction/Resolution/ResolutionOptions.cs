using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Resolution;

/// <summary>What resolution knows beside the records.</summary>
public sealed record ResolutionOptions
{
    private const string HeadWordFile = "resolution/head-words.tsv";

    /// <summary>Generic words that end a product's name without telling it apart: 大模型, 助手.</summary>
    public ImmutableArray<string> HeadWords { get; init; } = [];

    /// <summary>The lexicon's name for an organization's name; the name itself where it is unknown.</summary>
    public Func<string, string> Canonical { get; init; } = name => name;

    /// <summary>
    /// Whether documents that date one event with different precision give one record with the finest date. By default what each
    /// document says stays its own record, and the coarser one names the finer.
    /// </summary>
    public bool FoldsRefinements { get; init; }

    /// <summary>Reads the knowledge.</summary>
    /// <exception cref="KnowledgeException">The table of head words is missing or wrong.</exception>
    public static ResolutionOptions Load(KnowledgeFolder knowledge, Func<string, string> canonical)
    {
        TsvTable table = knowledge.ReadTsv(HeadWordFile);
        return new ResolutionOptions { HeadWords = [.. table.Rows.Select(row => table.Field(row, "word"))], Canonical = canonical };
    }
}
