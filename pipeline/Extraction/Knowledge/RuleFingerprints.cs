using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Extraction.Knowledge;

/// <summary>
/// A hash of each rule's own text, so that two runs can tell which rule, of a file that changed, is another one: 16 hex digits that begin
/// its SHA-256. Comments, layout and where a rule stands in its file do not count.
/// </summary>
/// <remarks>
/// A rule of a YAML file is an item with an id (<c>rules/events.yaml#release</c>), or else a key, down to the second level
/// (<c>rules/stance.yaml#negated.before</c>). A line of a table goes by its first field (<c>lexicon/places.tsv#北京</c>), since its
/// number changes with the lines above it; lines that share it share the fingerprint.
/// </remarks>
public static class RuleFingerprints
{
    private const int HexDigits = 16;

    /// <summary>The fingerprints of all rules of the YAML files among <paramref name="files"/>, and of the table lines that are named.</summary>
    /// <param name="knowledge">Where they lie.</param>
    /// <param name="files">Files that were used.</param>
    /// <param name="references">What found something: <c>lexicon/places.tsv#12</c>. What names no line of a table is passed over.</param>
    public static ImmutableSortedDictionary<string, string> Of(KnowledgeFolder knowledge, IEnumerable<string> files, IEnumerable<string> references)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            foreach ((string rule, string text) in YamlRules(knowledge, file)) texts[rule] = texts.GetValueOrDefault(rule) + text;
        foreach (IGrouping<string, string> table in references.Select(Split).Where(part => part.File.EndsWith(".tsv", StringComparison.Ordinal)).GroupBy(part => part.File, part => part.Id, StringComparer.Ordinal))
            foreach ((string rule, string text) in TableLines(knowledge, table.Key, [.. table])) texts[rule] = text;
        return texts.ToImmutableSortedDictionary(entry => entry.Key, entry => Hash(entry.Value), StringComparer.Ordinal);
    }

    private static (string File, string Id) Split(string reference)
    {
        int mark = reference.IndexOf('#', StringComparison.Ordinal);
        return mark < 0 ? (reference, "") : (reference[..mark], reference[(mark + 1)..]);
    }

    private static IEnumerable<(string Rule, string Text)> TableLines(KnowledgeFolder knowledge, string file, HashSet<string> ids)
    {
        TsvTable table = knowledge.ReadTsv(file);
        HashSet<string> named = [.. table.Rows.Where(row => ids.Contains(row.Line.ToString(CultureInfo.InvariantCulture)) || ids.Contains(row.Fields[0])).Select(row => row.Fields[0])];
        return table.Rows.Where(row => named.Contains(row.Fields[0]))
            .GroupBy(row => row.Fields[0], StringComparer.Ordinal)
            .Select(group => ($"{file}#{group.Key}", string.Join('\n', group.Select(row => string.Join('\t', row.Fields).TrimEnd('\t')))));
    }

    private static IEnumerable<(string Rule, string Text)> YamlRules(KnowledgeFolder knowledge, string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(knowledge.ReadText(file)));
        return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..]
            ? root.Children.SelectMany(entry => Entries($"{file}#", Name(entry.Key), entry.Value, isTop: true))
            : [];
    }

    private static IEnumerable<(string Rule, string Text)> Entries(string prefix, string name, YamlNode value, bool isTop)
    {
        if (isTop && value is YamlMappingNode map) return map.Children.SelectMany(entry => Entries($"{prefix}{name}.", Name(entry.Key), entry.Value, isTop: false));
        if (value is YamlSequenceNode { Children: [YamlMappingNode first, ..] } items && IdOf(first) is not null)
            return items.Children.Select(item => (prefix + (IdOf(item) ?? name), Text(item)));
        return [(prefix + name, Text(value))];
    }

    private static string? IdOf(YamlNode item) =>
        item is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode("id"), out YamlNode? id) ? Name(id) : null;

    private static string Name(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    // Lengths keep apart what would read alike: [ab, c] and [a, bc].
    private static string Text(YamlNode node) => node switch
    {
        YamlScalarNode scalar => string.Create(CultureInfo.InvariantCulture, $"{scalar.Value?.Length ?? 0}:{scalar.Value}"),
        YamlSequenceNode list => $"[{string.Concat(list.Children.Select(Text))}]",
        YamlMappingNode map => $"{{{string.Concat(map.Children.Select(entry => Text(entry.Key) + Text(entry.Value)))}}}",
        _ => "",
    };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HexDigits];
}
