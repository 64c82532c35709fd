
namespace Extraction.Formats.OpenXml;

/// <summary>
/// Counts the automatic numbers of one text body. A list goes on behind deeper levels and ends at an upper one, and at a paragraph of its
/// own level that is not numbered like it.
/// </summary>
internal sealed class AutoNumbers
{
    private const int Levels = 9;
    private const int LargestStart = 32767;
    private readonly (string Scheme, int Start, int Count)?[] open = new (string, int, int)?[Levels];

    /// <summary>The number before the next paragraph with text; null where <paramref name="autoNumber"/> is.</summary>
    /// <param name="level">0 to 8.</param>
    /// <param name="autoNumber">The <c>a:buAutoNum</c> that governs the paragraph.</param>
    public string? Next(int level, PartElement? autoNumber)
    {
        Array.Clear(open, level + 1, Levels - level - 1);
        if (autoNumber is null)
        {
            open[level] = null;
            return null;
        }
        string scheme = autoNumber.Attribute("type") ?? "arabicPeriod";
        int start = (int)Math.Clamp(DrawingText.Integer(autoNumber.Attribute("startAt")) ?? 1, 1, LargestStart);
        int count = open[level] is { } list && list.Scheme == scheme && list.Start == start ? list.Count + 1 : 0;
        open[level] = (scheme, start, count);
        return NumberScheme.Show(scheme, start + count);
    }
}
