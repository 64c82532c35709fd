using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>
/// The title of a flowing document: what its style declares; else the line near its start that the file's properties name as the title;
/// else the largest short line there, where it is clearly larger than the body.
/// </summary>
internal sealed class FlowTitle
{
    private const int LongestTitle = 80;

    // what a cover holds beside the title: publisher, series, number, authors, date
    private const int CoverLines = 12;
    private readonly HashSet<SourceParagraph> lines;

    public FlowTitle(string? property, SourceTextBox[] boxes, double? bodySize)
    {
        SourceParagraph[] declared = [.. boxes.FirstOrDefault(box => box.IsTitle)?.Paragraphs ?? []];
        SourceParagraph[] cover = [.. boxes.SelectMany(box => box.Paragraphs).Take(CoverLines).TakeWhile(paragraph => paragraph.HeadingLevel == 0)];
        lines = new HashSet<SourceParagraph>(declared.Length > 0 ? declared : Named(property, cover) ?? Largest(cover, bodySize), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Whether a paragraph is a line of the title.</summary>
    public bool Has(SourceParagraph paragraph) => lines.Contains(paragraph);

    private static SourceParagraph[]? Named(string? property, SourceParagraph[] cover)
    {
        string wanted = Packed(property ?? "");
        SourceParagraph? found = wanted.Length < 2 ? null : cover.FirstOrDefault(paragraph => Packed(paragraph.Text) == wanted);
        return found is null ? null : [found];
    }

    // lines of one size that follow each other are one title
    private static SourceParagraph[] Largest(SourceParagraph[] cover, double? bodySize)
    {
        double? largest = cover.Max(paragraph => paragraph.FontSize);
        if (largest is null || !(largest >= bodySize * 1.3)) return [];
        SourceParagraph[] lines = [.. cover.SkipWhile(paragraph => paragraph.FontSize < largest || paragraph.FontSize is null).TakeWhile(paragraph => paragraph.FontSize == largest)];
        return lines.Length <= 3 && lines.All(line => !line.IsListItem && line.Text.Trim().Length <= LongestTitle) ? lines : [];
    }

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
