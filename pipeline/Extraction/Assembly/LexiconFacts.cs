using System.Collections.Immutable;
using Extraction.Knowledge;

namespace Extraction.Assembly;

/// <summary>Facts about organizations from the lexicon.</summary>
public sealed class LexiconFacts : IOrganizationFacts
{
    private const string PlaceFile = "lexicon/places.tsv";
    private const string Home = "中国";

    private readonly OrganizationLexicon organizations;
    private readonly ImmutableHashSet<string> countries;

    /// <summary>Reads the countries beside a loaded lexicon.</summary>
    /// <exception cref="KnowledgeException">The table of places is missing or wrong.</exception>
    public LexiconFacts(OrganizationLexicon organizations, KnowledgeFolder knowledge)
    {
        this.organizations = organizations;
        TsvTable places = knowledge.ReadTsv(PlaceFile);
        countries = places.Rows.Where(row => places.Field(row, "level") == "country").Select(row => places.Field(row, "name")).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public OrganizationFacts? Find(string name) => organizations.Find(name) is { } entry && entry.Name == name
        ? new OrganizationFacts(entry.Type, entry.Aliases, entry.Parent, entry.Location)
        : null;

    /// <inheritdoc/>
    public bool IsForeign(string place) => place != Home && countries.Contains(place);
}
