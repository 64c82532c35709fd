using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Finds countries, provinces and cities, from <c>lexicon/places.tsv</c>.</summary>
internal sealed class KnownPlaces
{
    private const string File = "lexicon/places.tsv";
    private readonly TermTrie<Place> trie = new(NameFolding.Fold);

    private readonly List<string> names = [];

    private KnownPlaces()
    {
    }

    public IReadOnlyCollection<string> Names => names;

    public static KnownPlaces Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        var places = new KnownPlaces();
        foreach (TsvRow row in table.Rows)
        {
            var place = new Place(table.Field(row, "name"), table.Field(row, "level"), $"{File}#{row.Line}");
            if (place.Level is not ("country" or "province" or "city")) throw table.Error(row, $"unknown level '{place.Level}'");
            foreach (string name in AliasField.Split(table.Field(row, "aliases")).Prepend(place.Name)) places.Add(name, place);
        }

        return places;
    }

    /// <summary>Length of the place's name that starts at a position; 0 where none does.</summary>
    public int LengthAt(string text, int position, int limit)
    {
        foreach (TermMatch<Place> match in trie.At(text, position))
            if (match.Span.End <= limit) return match.Span.Length;
        return 0;
    }

    public IEnumerable<PlaceMention> Find(NameText text)
    {
        foreach (Block block in text.ContentBlocks)
            for (int position = block.Span.Start; position < block.Span.End; position++)
                foreach (TermMatch<Place> match in trie.At(text.Text, position))
                {
                    if (match.Span.End > block.Span.End || text.CutsWords(match.Span)) continue;
                    yield return new PlaceMention(match.Span, match.Value.Rule, match.Value.Name, match.Value.Level);
                    position = match.Span.End - 1;
                    break;
                }
    }

    private void Add(string name, Place place)
    {
        names.Add(name);
        trie.Add(name, place);
    }

    internal sealed record Place(string Name, string Level, string Rule);
}
