using System.Collections.Immutable;

namespace Extraction.Knowledge;

/// <summary>A product, model, chip, vehicle, drug or service that is generally known.</summary>
/// <param name="Name">Its usual name, without a version.</param>
/// <param name="Kind">The contract's object kind: model product chip service vehicle drug device dataset platform other.</param>
/// <param name="Maker">Canonical name of the organization behind it, null where it is not given; only breaks ties.</param>
/// <param name="Aliases">Other ways to write it.</param>
/// <param name="AmbiguousNames">Keys of those names that are also ordinary words.</param>
/// <param name="Rule">Rule id: file and line.</param>
public sealed record ProductEntry(
    string Name, string Kind, string? Maker, ImmutableArray<string> Aliases, ImmutableHashSet<string> AmbiguousNames, string Rule);

/// <summary>The products that are generally known.</summary>
public sealed class ProductLexicon
{
    private const string Index = "lexicon/product-files.tsv";
    private static readonly ImmutableArray<string> Kinds =
        ["model", "product", "chip", "service", "vehicle", "drug", "device", "dataset", "platform", "other"];

    private readonly Dictionary<string, ProductEntry> byKey;

    private ProductLexicon(ImmutableArray<ProductEntry> entries, Dictionary<string, ProductEntry> byKey)
    {
        (Entries, this.byKey) = (entries, byKey);
        Words = [.. entries.SelectMany(SurfacesOf).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All products, in file order.</summary>
    public ImmutableArray<ProductEntry> Entries { get; }

    /// <summary>All names as they are written.</summary>
    public IReadOnlyCollection<string> Words { get; }

    /// <summary>Reads the files that <c>lexicon/product-files.tsv</c> lists.</summary>
    /// <exception cref="KnowledgeException">A kind is unknown, or two products share a name.</exception>
    public static ProductLexicon Load(KnowledgeFolder knowledge)
    {
        TsvTable index = knowledge.ReadTsv(Index);
        var entries = ImmutableArray.CreateBuilder<ProductEntry>();
        var byKey = new Dictionary<string, ProductEntry>(StringComparer.Ordinal);
        foreach (TsvRow row in index.Rows) ReadFile(knowledge, index.Field(row, "file"), entries, byKey);
        return new ProductLexicon(entries.ToImmutable(), byKey);
    }

    /// <summary>The product that bears this name, compared by <see cref="NameFolding.Key"/>; null where none does.</summary>
    public ProductEntry? Find(string surface) => byKey.GetValueOrDefault(NameFolding.Key(surface));

    /// <summary>The names of one product, the usual one first.</summary>
    public static IEnumerable<string> SurfacesOf(ProductEntry entry) => entry.Aliases.Prepend(entry.Name);

    private static void ReadFile(
        KnowledgeFolder knowledge, string file, ImmutableArray<ProductEntry>.Builder entries, Dictionary<string, ProductEntry> byKey)
    {
        TsvTable table = knowledge.ReadTsv(file);
        foreach (TsvRow row in table.Rows)
        {
            string maker = table.Field(row, "maker");
            var entry = new ProductEntry(
                table.Field(row, "name"), table.Field(row, "kind"), maker.Length == 0 ? null : maker,
                [.. AliasField.Split(table.Field(row, "aliases"))], AliasField.ReadContext(table, row), $"{file}#{row.Line}");
            if (!Kinds.Contains(entry.Kind)) throw table.Error(row, $"unknown kind '{entry.Kind}'");
            entries.Add(entry);
            foreach (string surface in SurfacesOf(entry))
                if (!byKey.TryAdd(NameFolding.Key(surface), entry) && byKey[NameFolding.Key(surface)].Rule != entry.Rule)
                    throw table.Error(row, $"'{surface}' already names the product at {byKey[NameFolding.Key(surface)].Rule}");
        }
    }
}
