using Extraction.Knowledge;

namespace Extraction.Recognition.Names;

/// <summary>The nouns that end products' names and tell their kind, from <c>lexicon/product-heads.tsv</c>.</summary>
internal sealed class ProductHeads
{
    private const string File = "lexicon/product-heads.tsv";
    private readonly Dictionary<string, Head> heads = new(StringComparer.Ordinal);
    private readonly WordSet words;
    private readonly WordSet extending;

    private ProductHeads(IEnumerable<Head> items)
    {
        foreach (Head item in items) heads.Add(item.Word, item);
        words = new WordSet(heads.Keys);
        extending = new WordSet(heads.Values.Where(head => head.Extends).Select(head => head.Word));
    }

    public static ProductHeads Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv(File);
        return new ProductHeads(table.Rows.Select(row => new Head(
            table.Field(row, "word"), table.Field(row, "kind"), table.Field(row, "extends") == "yes", $"{File}#{row.Line}")));
    }

    public Head? At(string text, int position, int limit) => Of(text, position, words.LengthAt(text.AsSpan(0, limit), position));

    public Head? Before(string text, int end, int floor) =>
        words.LengthBefore(text, end, floor) is > 0 and var length ? Of(text, end - length, length) : null;

    /// <summary>End of a Chinese tail that belongs to the Latin name before it (感知架构); <paramref name="start"/> where there is none.</summary>
    public int EndOfTail(string text, int start, int limit)
    {
        for (int i = start; i < limit && i - start <= 4 && NameFolding.IsHan(text[i]); i++)
            if (extending.LengthAt(text.AsSpan(0, limit), i) is > 0 and var length && i > start) return i + length;
        return start;
    }

    private Head? Of(string text, int start, int length) => length == 0 ? null : heads[text.Substring(start, length)];

    /// <summary>A noun.</summary>
    internal sealed record Head(string Word, string Kind, bool Extends, string Rule);
}
