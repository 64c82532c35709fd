using System.Xml.Linq;
using Extraction.Formats.OpenXml;

namespace Extraction.Formats.Docx.Lists;

/// <summary>One list of the document (<c>w:num</c>): its levels, and where its numbers start anew.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Sequence">Lists of one sequence go on counting where another one stopped.</param>
/// <param name="Levels">Nine at most; null where undefined.</param>
/// <param name="Starts">Numbers with which its first items begin, null where they go on.</param>
internal sealed record ListDefinition(string Id, string Sequence, ListLevel?[] Levels, int?[] Starts)
{
    public const int Depth = 9;

    /// <summary>The level that stands for a style, null where none does.</summary>
    public int? LevelOf(string? style)
    {
        int level = style is null ? -1 : Array.FindIndex(Levels, level => level?.Style == style);
        return level < 0 ? null : level;
    }
}

/// <summary>The lists that <c>numbering.xml</c> defines, with links from list to list through numbering styles followed.</summary>
internal sealed class ListDefinitions
{
    private static readonly XNamespace W = OoxmlNames.W;
    private readonly Dictionary<string, PartElement> sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartElement> byStyle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PartElement> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListDefinition?> read = new(StringComparer.Ordinal);

    public ListDefinitions(PartElement? numbering)
    {
        foreach (PartElement sequence in numbering?.Elements(W + "abstractNum") ?? [])
        {
            if (sequence.Attribute(W + "abstractNumId") is { } id) sequences.TryAdd(id, sequence);
            if (Value(sequence.Element(W + "styleLink")) is { } style) byStyle.TryAdd(style, sequence);
        }
        foreach (PartElement list in numbering?.Elements(W + "num") ?? [])
            if (list.Attribute(W + "numId") is { } id) lists.TryAdd(id, list);
    }

    /// <summary>The list with an id; null where the document does not define it.</summary>
    public ListDefinition? Find(string id)
    {
        if (!read.TryGetValue(id, out ListDefinition? definition)) read[id] = definition = Read(id);
        return definition;
    }

    private ListDefinition? Read(string id)
    {
        if (!lists.TryGetValue(id, out PartElement? list) || Value(list.Element(W + "abstractNumId")) is not { } target) return null;
        if (!sequences.TryGetValue(target, out PartElement? sequence)) return null;
        if (Value(sequence.Element(W + "numStyleLink")) is { } link && byStyle.TryGetValue(link, out PartElement? linked)) sequence = linked;
        var levels = new ListLevel?[ListDefinition.Depth];
        var starts = new int?[ListDefinition.Depth];
        foreach (PartElement level in sequence.Elements(W + "lvl"))
            if (Index(level) is { } i) levels[i] ??= ListLevel.Of(level);
        foreach (PartElement change in list.Elements(W + "lvlOverride"))
        {
            if (Index(change) is not { } i) continue;
            if (change.Element(W + "lvl") is { } own) levels[i] = ListLevel.Of(own);
            starts[i] = DocxMarks.Number(change.Element(W + "startOverride"));
        }
        return new ListDefinition(id, sequence.Attribute(W + "abstractNumId") ?? target, levels, starts);
    }

    private static int? Index(PartElement element) =>
        DrawingText.Integer(element.Attribute(W + "ilvl")) is >= 0 and < ListDefinition.Depth and long level ? (int)level : null;

    private static string? Value(PartElement? element) => element?.Attribute(W + "val");
}
