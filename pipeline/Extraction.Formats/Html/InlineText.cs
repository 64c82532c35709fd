using System.Collections.Immutable;
using System.Text;
using Extraction.Documents;

namespace Extraction.Formats.Html;

/// <summary>
/// Collects one paragraph's characters. White space collapses to one blank as browsers do it (CSS Text 3, 4.1); between two Chinese characters a
/// line end of the file is no blank.
/// </summary>
internal sealed class InlineText
{
    private readonly List<(StringBuilder Text, string? Link)> runs = [];
    private bool blankWaits;
    private bool blankIsLineEnd;

    private char? Last => runs.Count > 0 ? runs[^1].Text[^1] : null;

    /// <summary>Adds text of the file.</summary>
    public void Add(string text, string? link)
    {
        foreach (char sign in text)
        {
            if (sign is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                blankIsLineEnd = blankWaits ? blankIsLineEnd || sign is '\n' or '\r' : sign is '\n' or '\r';
                blankWaits = true;
                continue;
            }
            if (blankWaits && Last is { } last and not '\n' && !(blankIsLineEnd && IsChinese(last) && IsChinese(sign))) Append(' ', link);
            blankWaits = false;
            Append(sign, link);
        }
    }

    /// <summary>Adds text whose white space counts.</summary>
    public void AddPreformatted(string text, string? link)
    {
        foreach (char sign in text) if (sign != '\r') Append(sign, link);
    }

    /// <summary>Adds a line end that the page shows.</summary>
    public void Break()
    {
        blankWaits = false;
        if (runs.Count > 0) Append('\n', null);
    }

    /// <summary>What was collected, blank margins aside; empty where there is nothing to see. Starts again.</summary>
    public ImmutableArray<SourceRun> Take(Locator place)
    {
        ImmutableArray<SourceRun> taken = runs.Exists(run => !string.IsNullOrWhiteSpace(run.Text.ToString()))
            ? [.. runs.Select(run => new SourceRun(run.Text.ToString(), place) { Link = run.Link })]
            : [];
        runs.Clear();
        blankWaits = false;
        return taken;
    }

    private void Append(char sign, string? link)
    {
        if (runs.Count == 0 || runs[^1].Link != link) runs.Add((new StringBuilder(), link));
        runs[^1].Text.Append(sign);
    }

    private static bool IsChinese(char sign) => sign is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uD840' and <= '\uDFFF');
}
