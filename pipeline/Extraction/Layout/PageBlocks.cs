using Extraction.Documents;

namespace Extraction.Layout;

/// <summary>Appends lines to a raw text.</summary>
internal static class PageBlocks
{
    /// <summary>Appends lines, each with its line end, behind a line end.</summary>
    /// <returns>Their characters without the last line end.</returns>
    public static TextSpan AppendLines(this RawTextBuilder builder, IEnumerable<PageLine> lines)
    {
        int start = builder.EndLine().Length, end = start;
        foreach (SourceParagraph paragraph in lines.SelectMany(line => line.Paragraphs))
        {
            builder.EndLine();
            foreach (SourceRun run in paragraph.Runs)
            {
                int before = builder.Length;
                builder.Append(run.Text, run.Locator);
                end = Math.Max(end, before + run.Text.TrimEnd('\n').Length);
            }
        }
        builder.EndLine();
        return new TextSpan(start, end);
    }
}
