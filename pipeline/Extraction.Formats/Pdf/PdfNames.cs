using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>The file's tables of named things.</summary>
internal sealed class PdfNames(PdfObjects objects)
{
    private const int MostNodes = 10_000;

    private Dictionary<string, IToken?>? destinations;

    /// <summary>What a named destination leads to, null where nothing has the name.</summary>
    public IToken? Destination(string name)
    {
        if (objects.Dictionary(objects.Catalog, "Dests") is { } old && old.Data.TryGetValue(name, out IToken? direct)) return objects.Resolve(direct);
        destinations ??= Entries("Dests").DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
        return destinations.GetValueOrDefault(name);
    }

    /// <summary>Names of the files that are attached.</summary>
    public IEnumerable<string> Attachments() =>
        Entries("EmbeddedFiles").Select(entry => entry.Value is DictionaryToken file ? objects.Text(file, "UF") ?? objects.Text(file, "F") ?? entry.Name : entry.Name);

    private IEnumerable<(string Name, IToken? Value)> Entries(string table)
    {
        if (objects.Dictionary(objects.Catalog, "Names") is not { } names || !names.Data.TryGetValue(table, out IToken? root)) yield break;
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken>([root]);
        for (int i = 0; i < MostNodes && open.TryPop(out IToken? token); i++)
        {
            if ((token is IndirectReferenceToken reference && !seen.Add(reference.Data)) || objects.DictionaryOf(token) is not { } node) continue;
            IReadOnlyList<IToken> pairs = objects.Array(node, "Names");
            for (int k = 0; k + 1 < pairs.Count; k += 2)
                if (objects.TextOf(pairs[k]) is { } name) yield return (name, objects.Resolve(pairs[k + 1]));
            foreach (IToken kid in objects.Array(node, "Kids").Reverse()) open.Push(kid);
        }
    }
}
