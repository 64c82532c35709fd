using System.Collections.Immutable;
using Extraction.Documents;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>Reads bookmarks: their titles, levels and the pages they lead to.</summary>
internal sealed class PdfOutline(PdfObjects objects, IReadOnlyDictionary<IndirectReference, int> numbers)
{
    private const int Most = 20_000;
    private const int Deepest = 32;

    private readonly ImmutableArray<OutlineEntry>.Builder entries = ImmutableArray.CreateBuilder<OutlineEntry>();
    private readonly HashSet<IndirectReference> seen = [];
    private readonly PdfNames names = new(objects);

    /// <summary>The number by which each page is known.</summary>
    public static Dictionary<IndirectReference, int> NumbersOf(ImmutableArray<PdfPageSource> pages)
    {
        Dictionary<IndirectReference, int> numbers = [];
        for (int i = 0; i < pages.Length; i++)
            if (pages[i].Reference is { } reference) numbers.TryAdd(reference, i + 1);
        return numbers;
    }

    /// <summary>The entries in order; a branch that is met again, or is damaged, ends there.</summary>
    public ImmutableArray<OutlineEntry> Read()
    {
        try
        {
            if (objects.Dictionary(objects.Catalog, "Outlines") is { } root) Visit(root, 1);
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            // no text of a page depends on its bookmarks
        }
        return entries.ToImmutable();
    }

    private void Visit(DictionaryToken parent, int level)
    {
        parent.Data.TryGetValue("First", out IToken? next);
        while (next is IndirectReferenceToken reference && seen.Add(reference.Data) && entries.Count < Most && objects.DictionaryOf(next) is { } item)
        {
            string title = PdfText.Clean(objects.Text(item, "Title") ?? "").Trim();
            if (title.Length > 0) entries.Add(new OutlineEntry(level, title, PageOf(item)));
            if (level < Deepest) Visit(item, level + 1);
            item.Data.TryGetValue("Next", out next);
        }
    }

    private int? PageOf(DictionaryToken item)
    {
        IToken? target = objects.Entry(item, "Dest");
        if (target is null && objects.Dictionary(item, "A") is { } action && objects.Name(action, "S") == "GoTo") target = objects.Entry(action, "D");
        if (target is StringToken or HexToken or NameToken && objects.TextOf(target) is { } name) target = names.Destination(name);
        if (target is DictionaryToken named) target = objects.Entry(named, "D");
        if (target is not ArrayToken { Length: > 0 } place) return null;
        if (place.Data[0] is IndirectReferenceToken page) return numbers.TryGetValue(page.Data, out int number) ? number : null;
        return place.Data[0] is NumericToken index ? index.Int + 1 : null;
    }
}
