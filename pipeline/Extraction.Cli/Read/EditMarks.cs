using System.Text;
using Extraction.Cli.Run;
using Extraction.Documents;

namespace Extraction.Cli.Read;

/// <summary>A block's text with its repairs: what was taken away and what was put there.</summary>
internal sealed class EditMarks(NormalizedText text, Ink ink)
{
    /// <summary>The raw block with each repair marked; signs without an image are shown by their code.</summary>
    internal string Of(Block block)
    {
        (TextSpan raw, TextSpan repaired) = (text.Raw.Blocks[block.Index].Span, text.Blocks[block.Index].Span);
        var marked = new StringBuilder();
        int position = raw.Start;
        for (int index = FirstEdit(raw.Start); index < text.Map.Edits.Length && text.Map.Edits[index].Raw.Start < raw.End; index++)
        {
            TextEdit edit = text.Map.Edits[index];
            // what is inserted at the block's edge separates it from the block before
            if (edit.Raw.Start < position || edit.Text.Start < repaired.Start && edit.Text.Length > 0) continue;
            marked.Append(Plain(position, edit.Raw.Start));
            string removed = edit.Raw.Of(text.Raw.Text), added = edit.Text.Of(text.Text);
            if (removed.Length > 0) marked.Append(ink.Removed(Visible(removed)));
            if (added.Length > 0) marked.Append(ink.Added(Visible(added)));
            position = edit.Raw.End;
        }

        return marked.Append(Plain(position, Math.Max(position, raw.End))).ToString();
    }

    private int FirstEdit(int start)
    {
        int low = 0, high = text.Map.Edits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (text.Map.Edits[middle].Raw.Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private string Plain(int start, int end) => string.Join('\n', text.Raw.Text[start..end].Replace('\t', ' ').Split('\n').Select(Printable.Of));

    private static string Visible(string changed) => Printable.Of(changed.Replace('\n', '⏎').Replace(' ', '␣').Replace('\t', '⇥'));
}
