using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>Recognizes organizations, products, persons and places: known ones from the lexicon, unknown ones by form and context.</summary>
public sealed class NameRecognizer
{
    private readonly KnownOrganizations knownOrganizations;
    private readonly SuffixOrganizations suffixOrganizations;
    private readonly ContextOrganizations contextOrganizations;
    private readonly LatinOrganizations latinOrganizations;
    private readonly DocumentOrganizations documentOrganizations;
    private readonly ChronicleNames chronicles;
    private readonly OrdinaryWords ordinary;
    private readonly NameWords words;
    private readonly TableNames tables;
    private readonly ProductNames products;
    private readonly PersonNames persons;
    private readonly KnownPlaces places;

    private NameRecognizer(KnowledgeFolder knowledge)
    {
        words = NameWords.Load(knowledge);
        OrganizationLexicon organizations = OrganizationLexicon.Load(knowledge);
        ProductLexicon productLexicon = ProductLexicon.Load(knowledge);
        ordinary = OrdinaryWords.Load(knowledge);
        places = KnownPlaces.Load(knowledge);
        knownOrganizations = new KnownOrganizations(organizations, words);
        suffixOrganizations = new SuffixOrganizations(SuffixTable.Load(knowledge), words, knownOrganizations, places, ordinary);
        contextOrganizations = new ContextOrganizations(words, knownOrganizations, suffixOrganizations, ordinary, places);
        latinOrganizations = new LatinOrganizations(words, knownOrganizations);
        documentOrganizations = new DocumentOrganizations(suffixOrganizations, knownOrganizations, ordinary, places, words);
        chronicles = new ChronicleNames(words, ordinary);
        tables = TableNames.Load(knowledge, words);
        products = new ProductNames(productLexicon, ProductHeads.Load(knowledge), words, ordinary);
        persons = PersonNames.Load(knowledge);
        LexiconWords = [.. organizations.Words, .. productLexicon.Words, .. places.Names, .. persons.Words];
    }

    /// <summary>All names of the lexicon as they are written: words that a segmenter should know.</summary>
    public IEnumerable<string> LexiconWords { get; }

    /// <summary>Reads the name tables of <c>lexicon/</c>.</summary>
    /// <exception cref="KnowledgeException">A table is missing or wrong.</exception>
    public static NameRecognizer Load(KnowledgeFolder knowledge) => new(knowledge);

    /// <summary>All names of a document's content blocks; those of one kind do not overlap, and none but places lies inside 《》.</summary>
    public IEnumerable<Mention> Recognize(SegmentedText text)
    {
        var scene = new NameText(text, ordinary);
        List<(TextSpan Span, TableNames.Column Column)> cells = [.. tables.Find(scene)];
        List<OrganizationMention> organizations = Organizations(scene, cells);
        var found = new DisjointMentions<OrganizationMention>(organizations);
        List<PersonMention> people = [.. MentionOverlaps.Resolve(Outside(scene, persons.Find(scene, organizations)), mention => mention.Rule.Contains('#') ? 1 : 0)
            .Where(person => !found.Any(person.Span, organization => organization.IsKnown && organization.Span.Contains(person.Span)))];
        var named = new DisjointMentions<PersonMention>(people);
        organizations = [.. organizations.Where(organization => organization.IsKnown || !named.Any(organization.Span, _ => true))];
        List<ProductMention> goods = Products(scene, cells, organizations);
        var offered = new DisjointMentions<ProductMention>(goods);
        organizations = [.. organizations.Where(organization => organization.IsKnown || !offered.Any(organization.Span, product => IsRather(product, organization)))];
        var kept = new DisjointMentions<OrganizationMention>(organizations);
        goods = [.. goods.Where(product => !kept.Any(product.Span, organization => organization.Span.Contains(product.Span)))];
        IEnumerable<PlaceMention> lands = places.Find(scene)
            .Where(place => !kept.Any(place.Span, organization => organization.Span.Contains(place.Span)) && !named.Any(place.Span, _ => true));
        return [.. organizations, .. goods, .. people, .. lands];
    }

    // A Latin name that 宣布 or 公司 follows is an organization although it looks like a product.
    private static bool IsRather(ProductMention product, OrganizationMention organization) =>
        product.Span.Contains(organization.Span) && !(product.Span == organization.Span && organization.Rule.EndsWith("#latin-follower", StringComparison.Ordinal));

    private static IEnumerable<T> Outside<T>(NameText text, IEnumerable<T> mentions)
        where T : Mention => mentions.Where(mention => !text.IsInsideTitle(mention.Span));

    private List<OrganizationMention> Organizations(NameText text, List<(TextSpan Span, TableNames.Column Column)> cells)
    {
        List<OrganizationMention> known = knownOrganizations.Find(text);
        var found = new List<OrganizationMention>(known);
        found.AddRange(suffixOrganizations.Find(text, known));
        found.AddRange(contextOrganizations.Find(text));
        found.AddRange(latinOrganizations.Find(text));
        found.AddRange(chronicles.Find(text));
        foreach ((TextSpan span, TableNames.Column column) in cells)
            if (column.Names == "organization" && FromCell(text, span, column) is { } mention) found.Add(mention);
        List<OrganizationMention> complete = documentOrganizations.Complete(text, [.. Outside(text, found)]);
        return MentionOverlaps.Resolve(Outside(text, complete), mention => mention.IsKnown ? 1 : 0);
    }

    private OrganizationMention? FromCell(NameText text, TextSpan span, TableNames.Column column)
    {
        string name = span.Of(text.Text);
        if (knownOrganizations.Find(name) is { } entry) return KnownOrganizations.Mention(entry, span, 0.95);
        if (name.Length < 2) return null;
        // 声纹识别公司某某: the class of the company stands before its name.
        if (suffixOrganizations.TypeOf(name) is null && ClassEnd(name) is > 0 and var start) return FromCell(text, new TextSpan(span.Start + start, span.End), column);
        (OrganizationType type, string rule) = suffixOrganizations.TypeOf(name) ?? (OrganizationType.Company, column.Rule);
        return new OrganizationMention(span, rule, name, type, IsKnown: false, 0.85);
    }

    // Where a class noun ends that at least two characters follow; 0 where none does.
    private int ClassEnd(string name)
    {
        for (int end = name.Length - 2; end > 2; end--)
            if (words.ClassNouns.LengthBefore(name, end) is > 0 and var length && length < end) return end;
        return 0;
    }

    private List<ProductMention> Products(
        NameText text, List<(TextSpan Span, TableNames.Column Column)> cells, List<OrganizationMention> organizations)
    {
        List<ProductMention> found = [.. products.Find(text, organizations)];
        foreach ((TextSpan span, TableNames.Column column) in cells)
            if (column.Names == "product") found.Add(products.FromCell(text, span, column.Kind, column.Rule));
        return MentionOverlaps.Resolve(
            Outside(text, found),
            mention => mention.Rule.StartsWith("lexicon/table", StringComparison.Ordinal) ? 2 : mention.Rule == CodedNames.Rule ? 0 : 1);
    }
}
