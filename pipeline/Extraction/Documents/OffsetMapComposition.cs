using System.Collections.Immutable;

namespace Extraction.Documents;

/// <summary>
/// Merges the edits of two changes in a row. Both are walked in the coordinates of the text between them: the first change's
/// edits by what they wrote, the second's by what they took. Edits that share a character there become one.
/// </summary>
internal sealed class OffsetMapComposition(ImmutableArray<TextEdit> first, ImmutableArray<TextEdit> second)
{
    private readonly ImmutableArray<TextEdit>.Builder merged = ImmutableArray.CreateBuilder<TextEdit>(first.Length + second.Length);
    private int a, b;

    // raw minus middle, and text minus middle, behind the edits taken so far
    private int toRaw, toText;

    /// <summary>The edits from the raw text to the last one.</summary>
    public ImmutableArray<TextEdit> Merge()
    {
        while (a < first.Length || b < second.Length) MergeGroup();
        return merged.ToImmutable();
    }

    private void MergeGroup()
    {
        bool takesFirst = b == second.Length || (a < first.Length && ComesFirst(first[a].Text, second[b].Raw));
        TextSpan middle = takesFirst ? first[a].Text : second[b].Raw;
        (int rawStart, int textStart) = (middle.Start + toRaw, middle.Start + toText);
        string operation = "";
        Take(takesFirst, ref middle, ref operation);
        while (true)
        {
            if (a < first.Length && Shares(first[a].Text, middle)) Take(true, ref middle, ref operation);
            else if (b < second.Length && Shares(second[b].Raw, middle)) Take(false, ref middle, ref operation);
            else break;
        }

        var raw = new TextSpan(rawStart, middle.End + toRaw);
        var text = new TextSpan(textStart, middle.End + toText);
        if (raw.Length + text.Length > 0) merged.Add(new TextEdit(operation, raw, text));
    }

    private void Take(bool fromFirst, ref TextSpan middle, ref string operation)
    {
        TextEdit edit = fromFirst ? first[a++] : second[b++];
        TextSpan span = fromFirst ? edit.Text : edit.Raw;
        if (fromFirst) toRaw = edit.Raw.End - span.End;
        else toText = edit.Text.End - span.End;
        middle = middle.Union(span);
        operation = Name(operation, edit.Operation);
    }

    // At one place deletions of the first change stand before whatever the second one does there,
    // and insertions of the second before what the first wrote there.
    private static bool ComesFirst(TextSpan written, TextSpan taken)
    {
        if (written.Start != taken.Start) return written.Start < taken.Start;
        return written.Length == 0 || taken.Length > 0;
    }

    // Sharing a rim is not enough: an empty span counts only inside.
    private static bool Shares(TextSpan next, TextSpan middle) =>
        next.Start < middle.End && (next.End > middle.Start || next.Start > middle.Start);

    private static string Name(string operation, string next) =>
        operation.Length == 0 || operation == next ? next : operation.Split('+').Contains(next) ? operation : operation + "+" + next;
}
