using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>Removes white space at both ends of a block and the list marks in front of its text. A block that is only a mark keeps it: in a table it is a value.</summary>
internal sealed class EdgeRepair : IRepair
{
    private readonly Dictionary<char, bool> needsSpace = [];

    private EdgeRepair()
    {
    }

    /// <summary>Loads <c>normalization/bullets.tsv</c>.</summary>
    public static EdgeRepair Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv("normalization/bullets.tsv");
        var repair = new EdgeRepair();
        foreach (TsvRow row in table.Rows)
        {
            string mark = table.Field(row, "mark");
            if (mark.Length != 1) throw table.Error(row, "'mark' must be one character");
            if (table.Field(row, "space") is not ("yes" or "no")) throw table.Error(row, "'space' must be yes or no");
            repair.needsSpace[mark[0]] = table.Field(row, "space") == "yes";
        }

        return repair;
    }

    /// <inheritdoc/>
    public bool ReactsTo(char unit) => Characters.IsSpace(unit) || needsSpace.ContainsKey(unit);

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        int end = text.Length, blank = 0;
        while (end > 0 && Characters.IsSpace(text[end - 1])) end--;
        while (blank < end && Characters.IsSpace(text[blank])) blank++;
        int start = SkipMarks(text, blank, end);
        var revision = new RevisionBuilder(text);
        if (start > 0) revision.Replace(start > blank ? "bullet" : "edge", 0, start, "");
        if (end < text.Length) revision.Replace("edge", Math.Max(start, end), text.Length, "");
        return revision.Build();
    }

    private int SkipMarks(string text, int start, int end)
    {
        while (start < end && needsSpace.TryGetValue(text[start], out bool space))
        {
            int next = start + 1;
            // ○○公司, ★★★
            if (next < end && text[next] == text[start]) break;
            if (space && next < end && !Characters.IsSpace(text[next])) break;
            while (next < end && Characters.IsSpace(text[next])) next++;
            if (next == end) break;
            start = next;
        }

        return start;
    }
}
