using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pdf.Content;
using Extraction.Formats.Pdf.Fonts;
using UglyToad.PdfPig.Tokens;

namespace Extraction.Formats.Pdf;

/// <summary>Text that stands in annotations and form fields instead of the page's own content. What they show is read as the page is; what they
/// only say (a note's text, a field's value without an appearance) is read from their entries. The form's tree is never walked from its root,
/// because a damaged one has no end: each field is met as its widget on the page.</summary>
internal sealed class PdfAnnotations(PdfPageDrawing drawing, PdfSheet sheet, int page, DiagnosticBag diagnostics)
{
    private const string Stage = "reading";
    private const int MaxAnnotations = 10_000;
    private const int MaxGlyphs = 50_000;
    private const int HighestForm = 32;
    private const int Hidden = 2;
    private const int NoView = 32;
    private const int PushButton = 1 << 16;
    private const int Combination = 1 << 17;

    private readonly PdfObjects objects = drawing.Objects;

    /// <summary>A box for each, in the page's order.</summary>
    public List<SourceTextBox> Of(DictionaryToken owner, PdfResources resources)
    {
        List<SourceTextBox> boxes = [];
        PdfContentReader reader = drawing.Reader(sheet);
        IReadOnlyList<IToken> entries = Try(() => objects.Array(owner, "Annots")) ?? [];
        if (entries.Count > MaxAnnotations)
            diagnostics.Error("pdf-annotations-over-limit", Stage, $"Only the first {MaxAnnotations} annotations were read.", new Locator { Page = page });
        foreach (IToken entry in entries.Take(MaxAnnotations))
            boxes.AddRange(Try(() => objects.DictionaryOf(entry) is { } annotation ? Of(annotation, resources, reader) : []) ?? []);
        return boxes;
    }

    private T? Try<T>(Func<T> work) where T : class
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is not (OperationCanceledException or PdfTooComplexException))
        {
            diagnostics.Error("pdf-annotations-failed", Stage, $"An annotation of the page cannot be read: {error.GetType().Name}.", new Locator { Page = page });
            return null;
        }
    }

    private List<SourceTextBox> Of(DictionaryToken annotation, PdfResources resources, PdfContentReader reader)
    {
        string kind = objects.Name(annotation, "Subtype") ?? "";
        bool isSeen = ((int)(objects.Number(annotation, "F") ?? 0) & (Hidden | NoView)) == 0;
        // a popup only shows what its owner says
        if (kind is "Popup") return [];
        List<SourceTextBox> boxes = isSeen ? Appearance(annotation, resources, reader) : [];
        string? text = kind switch
        {
            "Widget" => boxes.Count > 0 ? null : ShownBy(annotation),
            "FreeText" => boxes.Count > 0 ? null : objects.Text(annotation, "Contents"),
            _ => objects.Text(annotation, "Contents"),
        };
        SourceLayer layer = kind switch
        {
            _ when !isSeen => SourceLayer.Furniture,
            // what the link says of itself, as pictures do
            "Link" => SourceLayer.Furniture,
            "Widget" or "FreeText" or "Stamp" or "Watermark" => SourceLayer.Content,
            _ => SourceLayer.Comments,
        };
        if (!string.IsNullOrWhiteSpace(text)) boxes.Add(ToBox(text, PlaceOf(annotation) ?? new Box(0, 0, sheet.Width, sheet.Height), layer));
        return boxes;
    }

    private Box? PlaceOf(DictionaryToken annotation)
    {
        if (objects.Numbers(annotation, "Rect") is not [var a, var b, var c, var d]) return null;
        (double x1, double y1) = sheet.Matrix.Map(a, b);
        (double x2, double y2) = sheet.Matrix.Map(c, d);
        return PdfBoxes.Rounded(new Box(Math.Min(x1, x2), sheet.Height - Math.Max(y1, y2), Math.Max(x1, x2), sheet.Height - Math.Min(y1, y2)));
    }

    /// <summary>The text that the annotation's own drawing shows.</summary>
    private List<SourceTextBox> Appearance(DictionaryToken annotation, PdfResources resources, PdfContentReader reader)
    {
        if (NormalForm(annotation) is not { } form || objects.Numbers(annotation, "Rect") is not { Length: 4 } place) return [];
        int before = reader.Content.Glyphs.Count;
        reader.DrawForm(form, drawing.Resources(form, resources), Fitting(form.StreamDictionary, place).Then(sheet.Matrix));
        PdfGlyphs glyphs = PdfGlyphs.Of(reader.Content.Glyphs[before..], MaxGlyphs);
        if (glyphs.IsCut) diagnostics.Error("pdf-letters-over-limit", Stage, $"Only the first {MaxGlyphs} letters of an annotation were read.", new Locator { Page = page });
        PdfCheckedGlyphs letters = PdfFontCheck.Of(glyphs.Letters);
        if (letters.Unreadable.Count > 0)
            diagnostics.Error("pdf-font-unreadable", Stage, "Fonts of an annotation do not say which characters they draw.", new Locator { Page = page });
        List<PdfLine> lines = PdfLines.Of([.. letters.Readable.Select(letter => letter.Glyph)]);
        return [.. PdfBoxes.Of(lines, page, sheet.Width, sheet.Height, SourceLayer.Content)];
    }

    /// <summary>The drawing of the annotation as it stands: a check box has one for each of its states.</summary>
    private StreamToken? NormalForm(DictionaryToken annotation)
    {
        if (objects.Dictionary(annotation, "AP") is not { } appearances) return null;
        IToken? normal = objects.Entry(appearances, "N");
        if (normal is StreamToken only) return only;
        return normal is DictionaryToken states && objects.Name(annotation, "AS") is { } state ? objects.Stream(states, state) : null;
    }

    /// <summary>From the form's space to the page's: its box, as its own matrix turns it, fills the annotation's rectangle.</summary>
    private PdfMatrix Fitting(DictionaryToken form, double[] place)
    {
        if (objects.Numbers(form, "BBox") is not [var left, var bottom, var right, var top]) return PdfMatrix.Identity;
        PdfMatrix own = objects.Numbers(form, "Matrix") is [var a, var b, var c, var d, var e, var f] ? new PdfMatrix(a, b, c, d, e, f) : PdfMatrix.Identity;
        (double X, double Y)[] corners = [own.Map(left, bottom), own.Map(right, bottom), own.Map(left, top), own.Map(right, top)];
        (double x, double y) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        (double width, double height) = (corners.Max(corner => corner.X) - x, corners.Max(corner => corner.Y) - y);
        double scaleX = width > 0 ? Math.Abs(place[2] - place[0]) / width : 1, scaleY = height > 0 ? Math.Abs(place[3] - place[1]) / height : 1;
        return new PdfMatrix(scaleX, 0, 0, scaleY, Math.Min(place[0], place[2]) - (x * scaleX), Math.Min(place[1], place[3]) - (y * scaleY));
    }

    /// <summary>What a field shows without a drawing of its own: a button its caption, a list all that it offers, any other its value.</summary>
    private string? ShownBy(DictionaryToken widget)
    {
        int flags = (int)(NumberOf(widget, "Ff") ?? 0);
        if ((flags & PushButton) != 0 && NameOf(widget, "FT") == "Btn") return objects.Dictionary(widget, "MK") is { } looks ? objects.Text(looks, "CA") : null;
        if ((flags & Combination) == 0 && NameOf(widget, "FT") == "Ch" && objects.Array(widget, "Opt") is { Count: > 0 } offers)
            return string.Join('\n', offers.Select(offer => objects.TextOf(objects.Resolve(offer) is ArrayToken { Length: 2 } pair ? pair.Data[1] : offer)));
        return ValueOf(widget);
    }

    private string? NameOf(DictionaryToken widget, string key) => objects.Name(widget, key) ?? (objects.Dictionary(widget, "Parent") is { } parent ? objects.Name(parent, key) : null);

    private double? NumberOf(DictionaryToken widget, string key) => objects.Number(widget, key) ?? (objects.Dictionary(widget, "Parent") is { } parent ? objects.Number(parent, key) : null);

    /// <summary>The field's value, which a widget inherits from the fields above it.</summary>
    private string? ValueOf(DictionaryToken widget)
    {
        DictionaryToken? field = widget;
        string? kind = null;
        for (int i = 0; i < HighestForm && field is not null; i++, field = objects.Dictionary(field, "Parent"))
        {
            kind ??= objects.Name(field, "FT");
            IToken? value = objects.Entry(field, "V");
            if (value is ArrayToken several) return string.Join('\n', several.Data.Select(objects.TextOf).Where(text => text is not null));
            if (value is StreamToken stream) return PdfObjects.TextOf(objects.Decode(stream).Span);
            // the state of a check box is no text
            if (value is StringToken or HexToken) return kind is "Btn" ? null : objects.TextOf(value);
        }
        return null;
    }

    private SourceTextBox ToBox(string text, Box box, SourceLayer layer)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return new SourceTextBox(
            new Locator { Page = page, Box = box }, layer, false,
            [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => PdfBoxes.ToParagraph(PdfText.Clean(line), null, page, box))]);
    }
}
