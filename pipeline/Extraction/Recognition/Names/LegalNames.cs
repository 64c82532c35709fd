using Extraction.Documents;

namespace Extraction.Recognition.Names;

/// <summary>Joins the registered name of an organization with the short one that the same document uses: 杭州甲光生物股份有限公司 and 甲光生物.</summary>
internal sealed class LegalNames(KnownPlaces places, KnownOrganizations known, OrdinaryWords ordinary)
{
    private const int ShortestName = 3;
    private static readonly string[] Forms =
    [
        "集团股份有限公司", "控股有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团", "公司",
    ];

    /// <summary>The mentions, those of one organization under one name.</summary>
    /// <param name="text">The document.</param>
    /// <param name="all">All mentions.</param>
    /// <param name="declared">Rule of short names that the text declares; they bear the registered name.</param>
    public List<OrganizationMention> Unify(NameText text, List<OrganizationMention> all, string declared)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (OrganizationMention mention in all.Where(mention => mention.Rule == declared)) Declare(text.Text, mention.Span.Of(text.Text), mention.Name, names);
        List<TextSpan> registered = [.. all.Select(mention => mention.Span).Where(span => IsRegistered(text.Text.AsSpan(span.Start, span.Length)))];
        HashSet<string> surfaces = [.. all
            .Where(mention => !mention.IsKnown && !registered.Exists(span => span.Length > mention.Span.Length && span.Contains(mention.Span)))
            .Select(mention => mention.Span.Of(text.Text))];
        foreach (string full in surfaces.Order(StringComparer.Ordinal))
            if (Core(full) is { } core && ShortFor(core, surfaces) is { } name && !names.ContainsKey(name) && !names.ContainsValue(full)) names.TryAdd(full, name);
        return [.. all.Select(mention => Renamed(mention, mention.Span.Of(text.Text), names))];
    }

    // A registered name gives way to the short one that the document uses more often.
    private static void Declare(string text, string alias, string full, Dictionary<string, string> names)
    {
        int together = Uses(text, full);
        if (!IsRegistered(full) || Uses(text, alias) - (full.Contains(alias, StringComparison.Ordinal) ? together : 0) <= together)
        {
            names.TryAdd(alias, full);
            return;
        }

        names.TryAdd(alias, alias);
        names.TryAdd(full, alias);
    }

    private static bool IsRegistered(ReadOnlySpan<char> name)
    {
        foreach (string form in Forms)
            if (name.EndsWith(form, StringComparison.Ordinal)) return true;
        return false;
    }

    private static int Uses(string text, string name)
    {
        int count = 0;
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)) count++;
        return count;
    }

    private OrganizationMention Renamed(OrganizationMention mention, string surface, Dictionary<string, string> names)
    {
        if (mention.IsKnown) return mention;
        if (names.TryGetValue(surface, out string? name)) return mention with { Name = name };
        return Core(surface) is { } core && known.Find(core) is { } entry && !entry.AmbiguousNames.Contains(Knowledge.NameFolding.Key(core)) ? KnownOrganizations.Mention(entry, mention.Span, 0.9) : mention;
    }

    // 杭州甲光生物股份有限公司 is 甲光生物; null where nothing but a form is cut off or no name is left.
    private string? Core(string full)
    {
        string? form = Forms.FirstOrDefault(form => full.EndsWith(form, StringComparison.Ordinal));
        if (form is null) return null;
        string core = full[..^form.Length];
        int open = core.IndexOfAny(['（', '(']), close = core.IndexOfAny(['）', ')']);
        if (open > 0 && close > open) core = core.Remove(open, close - open + 1);
        int place = places.LengthAt(core, 0, core.Length);
        if (place > 0 && place < core.Length && core[place] is '市' or '省') place++;
        if (place > 0 && core.Length - place >= 2) core = core[place..];
        return core.Length >= 2 ? core : null;
    }

    // The document's own name: the core itself, or the made-up word that it begins with.
    private string? ShortFor(string core, HashSet<string> surfaces) => surfaces.Contains(core)
        ? core
        : surfaces.Where(name => core.StartsWith(name, StringComparison.Ordinal) && (name.Length >= ShortestName || ordinary.AreRare(name)))
            .OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
}
