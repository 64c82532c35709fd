using Extraction.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>
/// What drawing a page costs, counted before the library draws it. A form can draw other forms any number of times, so that a few
/// lines stand for more operations than there is time for; here the same calls are made, but each content is read once and
/// nothing is drawn.
/// </summary>
internal sealed class PdfPageCost(PdfDocument pdf, ReadLimits limits)
{
    private readonly Dictionary<IndirectReference, PdfContentScan> scans = [];
    private readonly List<(IndirectReference Form, string Name)> open = [];
    private readonly Stack<DictionaryToken> resources = [];
    private long calls;
    private long bytes;
    private long text;

    /// <summary>Passes for a page that can be drawn.</summary>
    /// <exception cref="PdfTooComplexException">Too many forms, too much content or too much text.</exception>
    public static void Check(PdfDocument pdf, PdfPageSource page, ReadLimits limits)
    {
        var cost = new PdfPageCost(pdf, limits);
        foreach (DictionaryToken inherited in page.Resources) cost.Push(inherited);
        foreach (StreamToken content in cost.Contents(page.Dictionary)) cost.Draw(content, Scan(pdf, content), 0);
    }

    private void Push(DictionaryToken owned)
    {
        if (owned.TryGet(NameToken.Xobject, pdf.Structure.TokenScanner, out DictionaryToken? objects)) resources.Push(objects);
    }

    private IEnumerable<StreamToken> Contents(DictionaryToken page)
    {
        if (page.TryGet(NameToken.Contents, pdf.Structure.TokenScanner, out StreamToken? single)) yield return single;
        if (!page.TryGet(NameToken.Contents, pdf.Structure.TokenScanner, out ArrayToken? several)) yield break;
        foreach (IToken part in several.Data)
            if (Resolve(part) is StreamToken stream) yield return stream;
    }

    private void Draw(StreamToken content, PdfContentScan scan, int depth)
    {
        Refuse(depth > limits.MaxFormDepth, $"forms inside of forms deeper than {limits.MaxFormDepth}");
        bytes += scan.Length;
        text += scan.TextBytes;
        Refuse(++calls > limits.MaxFormsPerPage, $"more than {limits.MaxFormsPerPage} drawn forms");
        Refuse(bytes > limits.MaxContentBytesPerPage, $"more than {limits.MaxContentBytesPerPage} bytes of drawing instructions");
        Refuse(text > limits.MaxTextBytesPerPage, $"more than {limits.MaxTextBytesPerPage} bytes of text");
        if (scan.Names.IsEmpty) return;
        int outer = resources.Count;
        if (content.StreamDictionary.TryGet(NameToken.Resources, pdf.Structure.TokenScanner, out DictionaryToken? owned)) Push(owned);
        foreach (string name in scan.Names)
            if (FormOf(name) is { } form && !IsLeftOut(form, name, content)) DrawForm(form, name, depth + 1);
        while (resources.Count > outer) resources.Pop();
    }

    private void DrawForm(IndirectReference form, string name, int depth)
    {
        if (pdf.Structure.TokenScanner.Get(form)?.Data is not StreamToken content || !IsForm(content)) return;
        if (!scans.TryGetValue(form, out PdfContentScan? scan)) scans[form] = scan = Scan(pdf, content);
        Refuse(open.Exists(outer => outer.Form.Equals(form)), "forms that draw each other without end");
        open.Add((form, name));
        Draw(content, scan, depth);
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>Whether the library sees that a form draws itself: only under the name it was drawn by, found in its own resources.</summary>
    private bool IsLeftOut(IndirectReference form, string name, StreamToken content) =>
        open.Count > 0 && open[^1] == (form, name)
        && content.StreamDictionary.TryGet(NameToken.Resources, pdf.Structure.TokenScanner, out DictionaryToken? owned)
        && owned.TryGet(NameToken.Xobject, out DictionaryToken objects) && objects.Data.ContainsKey(name);

    /// <summary>The innermost resources that know the name decide, as in the library.</summary>
    private IndirectReference? FormOf(string name)
    {
        foreach (DictionaryToken known in resources)
            if (known.Data.TryGetValue(name, out IToken? token)) return token is IndirectReferenceToken reference ? reference.Data : null;
        return null;
    }

    private static bool IsForm(StreamToken stream) =>
        stream.StreamDictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype.Data == NameToken.Form.Data;

    private static PdfContentScan Scan(PdfDocument pdf, StreamToken content) =>
        PdfContentScan.Of(content.Decode(pdf.Structure.FilterProvider, pdf.Structure.TokenScanner).Span);

    private IToken? Resolve(IToken token) =>
        token is IndirectReferenceToken reference ? pdf.Structure.TokenScanner.Get(reference.Data)?.Data : token;

    private static void Refuse(bool crossed, string what)
    {
        if (crossed) throw new PdfTooComplexException($"The page has {what}.");
    }
}
