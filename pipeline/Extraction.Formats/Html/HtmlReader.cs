using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Text;
using Extraction.Reading;

namespace Extraction.Formats.Html;

/// <summary>
/// Reads HTML pages as they stand in the file: headings, paragraphs, lists, tables, captions. Nothing is fetched and no script runs. What a page
/// repeats around its text (navigation, footers, asides) is furniture; what a browser does not show is dropped.
/// </summary>
public sealed partial class HtmlReader : IDocumentReader
{
    private const int CharsetWindow = 4096;

    /// <inheritdoc />
    public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(Decode(file, diagnostics));
        var writer = new HtmlWriter(limits, diagnostics, cancellation);
        if (page.Body is { } body) writer.Write(body);
        string? title = string.IsNullOrWhiteSpace(page.Title) ? null : page.Title.Trim();
        return new SourceDocument(file, SourceFormat.Html, title, [new SourcePage(1, null, null, writer.Finish())]);
    }

    /// <summary>A byte order mark says it, else valid UTF-8, else the declared character set, else what the bytes look like.</summary>
    private static string Decode(SourceFile file, DiagnosticBag diagnostics)
    {
        ReadOnlySpan<byte> bytes = file.Content.Span;
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, CharsetWindow)]);
        bool hasMark = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) || bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]);
        if (hasMark || System.Text.Unicode.Utf8.IsValid(bytes) || !Charset().Match(head).Success) return TextDecoder.Decode(file, diagnostics);
        // pages that declare GB2312 hold characters of its superset
        string name = Charset().Match(head).Groups[1].Value.ToLowerInvariant();
        Encoding? declared = CodePagesEncodingProvider.Instance.GetEncoding(name.StartsWith("gb", StringComparison.Ordinal) ? "gb18030" : name);
        return declared is null ? TextDecoder.Decode(file, diagnostics) : declared.GetString(bytes);
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
