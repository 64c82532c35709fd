using System.Globalization;
using System.Text;
using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>
/// Removes characters that carry no text, makes one kind of line end of all, and one mark of the list marks of symbol fonts.
/// First of all repairs: an invisible character between two others hides them from every later one.
/// </summary>
internal sealed class ControlRepair : IRepair
{
    private readonly Action[] actions;
    private readonly List<(int First, int Last)> astral;

    private ControlRepair(Action[] actions, List<(int, int)> astral) => (this.actions, this.astral) = (actions, astral);

    private enum Action : byte
    {
        Keep,
        Delete,
        Line,
        Bullet,
        Joiner,
        Surrogate,
    }

    /// <summary>Loads <c>normalization/controls.tsv</c>.</summary>
    public static ControlRepair Load(KnowledgeFolder knowledge)
    {
        TsvTable table = knowledge.ReadTsv("normalization/controls.tsv");
        var actions = new Action[char.MaxValue + 1];
        var astral = new List<(int, int)>();
        foreach (TsvRow row in table.Rows)
        {
            int first = Code(table, row, "first"), last = Code(table, row, "last");
            Action action = ActionOf(table, row);
            if (last < first || (first <= char.MaxValue) != (last <= char.MaxValue)) throw table.Error(row, "'last' must not lie before 'first', nor in another plane");
            if (last > char.MaxValue) astral.Add((first, last));
            else Array.Fill(actions, action, first, last - first + 1);
        }

        foreach ((int first, _) in astral) actions[char.ConvertFromUtf32(first)[0]] = Action.Surrogate;
        return new ControlRepair(actions, astral);
    }

    /// <inheritdoc/>
    public bool ReactsTo(char unit) => actions[unit] != Action.Keep;

    /// <inheritdoc/>
    public Revision? Apply(string text)
    {
        var revision = new RevisionBuilder(text);
        // place of the last unit that stayed; of a pair its first half, which tells emoji from ideographs
        int kept = -1;
        for (int i = 0; i < text.Length; i++)
        {
            Action action = actions[text[i]];
            if (action != Action.Keep) i = Change(ref revision, text, i, action, ref kept) - 1;
            else if (!char.IsLowSurrogate(text[i])) kept = i;
        }

        return revision.Build();
    }

    private int Change(ref RevisionBuilder revision, string text, int start, Action action, ref int kept)
    {
        int end = start + 1;
        if (action == Action.Surrogate)
        {
            if (!IsInvisiblePair(text, start)) return Keep(text, start, ref kept);
            end++;
        }
        else if (action == Action.Joiner && kept >= 0 && text[kept] is >= '\uD83C' and <= '\uD83E')
        {
            return Keep(text, start, ref kept);
        }
        else if (action == Action.Line)
        {
            if (text[start] == '\r' && Characters.At(text, end) == '\n' && end < text.Length) end++;
            revision.Replace("line-end", start, end, "\n");
            kept = start;
            return end;
        }
        else if (action == Action.Bullet)
        {
            revision.Replace("bullet", start, end, "•");
            kept = start;
            return end;
        }

        // lone halves of two characters must not meet and become a third one
        if (IsLoneHigh(text, kept) && char.IsLowSurrogate(Characters.At(text, end))) return Keep(text, start, ref kept);
        revision.Replace("control", start, end, "");
        return end;
    }

    private static int Keep(string text, int start, ref int kept)
    {
        kept = start;
        return start + 1;
    }

    private static bool IsLoneHigh(string text, int position) =>
        position >= 0 && char.IsHighSurrogate(text[position]) && !char.IsLowSurrogate(Characters.At(text, position + 1));

    private bool IsInvisiblePair(string text, int start)
    {
        if (start + 1 >= text.Length || !char.IsSurrogatePair(text[start], text[start + 1])) return false;
        int code = char.ConvertToUtf32(text[start], text[start + 1]);
        return astral.Exists(range => range.First <= code && code <= range.Last);
    }

    private static Action ActionOf(TsvTable table, TsvRow row) => table.Field(row, "action") switch
    {
        "delete" => Action.Delete,
        "line" => Action.Line,
        "bullet" => Action.Bullet,
        "joiner" => Action.Joiner,
        _ => throw table.Error(row, "'action' must be delete, line, bullet or joiner"),
    };

    private static int Code(TsvTable table, TsvRow row, string column) =>
        int.TryParse(table.Field(row, column), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code) && Rune.IsValid(code)
            ? code
            : throw table.Error(row, $"'{column}' is not a code point in hexadecimal");
}
