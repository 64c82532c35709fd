using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Formats.OpenXml;

/// <summary>Opens the workbooks embedded in a document, each once, under limits that a chart's data never reach.</summary>
internal sealed class WorkbookCache(PartSession session)
{
    private const int MaxWorkbooks = 100;
    private readonly Dictionary<string, Workbook?> opened = new(StringComparer.Ordinal);

    /// <summary>The workbook behind a chart's relationship; null where it cannot be read, which is reported once: <c>{format}-part-missing</c>,
    /// <c>{format}-chart-workbook-unreadable</c>.</summary>
    public Workbook? Of(PackageNode chart, string relationship, Locator place)
    {
        string key = chart.Name + '#' + relationship;
        if (opened.TryGetValue(key, out Workbook? known)) return known;
        return opened[key] = session.TryGetPart(chart, relationship, place) is { } part ? Of(part, place) : null;
    }

    private Workbook? Of(PackageNode part, Locator place)
    {
        if (opened.TryGetValue(part.Name, out Workbook? known)) return known;
        Workbook? workbook = null;
        string problem = $"more than {MaxWorkbooks} workbooks would have to be opened";
        if (opened.Count < MaxWorkbooks) (workbook, problem) = Open(part);
        if (problem.Length > 0)
        {
            session.Diagnostics.Error(
                session.Format + "-chart-workbook-unreadable", "reading",
                $"The chart caches no values, and its workbook {part.Name} cannot be read: {problem}", place with { Part = part.Name });
        }
        return opened[part.Name] = workbook;
    }

    private (Workbook? Workbook, string Problem) Open(PackageNode part)
    {
        var diagnostics = new DiagnosticBag();
        ReadLimits limits = session.Limits with
        {
            MaxPartBytes = Math.Min(session.Limits.MaxPartBytes, 8L << 20),
            MaxPartElements = Math.Min(session.Limits.MaxPartElements, 200_000),
            MaxUnpackedBytes = Math.Min(session.Limits.MaxUnpackedBytes, 16L << 20),
        };
        try
        {
            Workbook? workbook = Workbook.Read(SourceFile.FromBytes(part.Name, part.Open().ToArray()), new PartSession("xlsx", limits, diagnostics, session.Cancellation));
            string problem = diagnostics.Items.FirstOrDefault(item => item.IsError)?.Message ?? (workbook is null ? "it holds no sheets." : "");
            return (workbook, problem);
        }
        catch (UnreadableDocumentException failure)
        {
            return (null, failure.Message);
        }
    }
}
