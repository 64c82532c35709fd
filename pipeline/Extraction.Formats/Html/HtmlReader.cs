using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Text;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>
/// Reads static HTML, and the page inside a web archive (MHTML): what a browser shows without running scripts or fetching anything.
/// The text of runs is what a reader sees (white space collapsed, entities resolved). Navigation, page headers and footers, hidden text, descriptions
/// of pictures, controls and code are furniture.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    /// <inheritdoc/>
    /// <exception cref="UnreadableDocumentException"><c>html-empty</c>, <c>html-too-deep</c>, <c>html-too-complex</c>, <c>html-archive-without-page</c>.</exception>
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        HtmlBytes page = MimeArchive.PageOf(file.Content);
        string html = TextDecoder.Decode(page.Content, HtmlEncoding.Declared(page), diagnostics);
        using IHtmlDocument document = new HtmlGuard(limits, cancellation).Parse(html);
        ImmutableArray<SourceElement> elements = Elements(document, new Locator { Page = 1 }, limits);
        if (elements.IsEmpty) throw new UnreadableDocumentException("html-empty", "The page shows no text without its scripts; open it in a browser and print it to PDF.");
        string? title = HtmlText.Collapse(document.Title ?? "") is { Length: > 0 } named ? named : null;
        return new SourceDocument(file, SourceFormat.Html, title, [new SourcePage(1, null, null, elements)]);
    }

    /// <summary>The elements of a page or of a fragment that is embedded in another document, in order.</summary>
    /// <param name="html">The bytes as they are stored; HTML or a web archive.</param>
    /// <param name="place">Where the fragment stands; its paragraphs are counted from 1.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="diagnostics">Takes what was lost.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="UnreadableDocumentException"><c>html-too-deep</c>, <c>html-too-complex</c>, <c>html-archive-without-page</c>.</exception>
    public static ImmutableArray<SourceElement> Elements(
        ReadOnlyMemory<byte> html, Locator place, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        HtmlBytes page = MimeArchive.PageOf(html);
        return Elements(TextDecoder.Decode(page.Content, HtmlEncoding.Declared(page), diagnostics), place, limits, cancellation);
    }

    /// <summary>The elements of a page or fragment that is text already.</summary>
    /// <exception cref="UnreadableDocumentException"><c>html-too-deep</c>, <c>html-too-complex</c>.</exception>
    public static ImmutableArray<SourceElement> Elements(string html, Locator place, ReadLimits limits, CancellationToken cancellation)
    {
        using IHtmlDocument document = new HtmlGuard(limits, cancellation).Parse(html);
        return Elements(document, place, limits);
    }

    private static ImmutableArray<SourceElement> Elements(IHtmlDocument document, Locator place, ReadLimits limits)
    {
        var flow = new HtmlFlow(new HtmlPlaces(place), SourceLayer.Content, isCell: false, limits);
        if (document.Body is { } body) flow.VisitChildren(body, HtmlContext.Top);
        return flow.Finish();
    }
}

/// <summary>A page's bytes and the encoding that its envelope names.</summary>
/// <param name="Content">The page.</param>
/// <param name="Charset">From a web archive's header, null where there is none.</param>
internal sealed record HtmlBytes(ReadOnlyMemory<byte> Content, string? Charset);
