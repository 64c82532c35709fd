using System.Collections.Immutable;
using System.Text;

namespace Extraction.Documents;

/// <summary>One change that normalization made. A pure deletion has an empty <paramref name="Text"/> span, a pure insertion an empty <paramref name="Raw"/> span.</summary>
/// <param name="Operation">What was repaired: <c>radical</c>, <c>width</c>, <c>spacing</c>, <c>wrap</c>, …</param>
/// <param name="Raw">Characters of the raw text.</param>
/// <param name="Text">What they became, in the normalized text.</param>
public readonly record struct TextEdit(string Operation, TextSpan Raw, TextSpan Text);

/// <summary>Takes spans of the normalized text back to the raw text. Between two edits characters were copied one to one.</summary>
public sealed class OffsetMap
{
    /// <summary>Creates a map from edits in ascending order of both spans.</summary>
    internal OffsetMap(int rawLength, int textLength, ImmutableArray<TextEdit> edits)
    {
        (RawLength, TextLength, Edits) = (rawLength, textLength, edits);
    }

    /// <summary>Length of the raw text.</summary>
    public int RawLength { get; }

    /// <summary>Length of the normalized text.</summary>
    public int TextLength { get; }

    /// <summary>All edits, ascending in both texts, not overlapping.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>The raw characters behind a normalized span. A span that touches an edit takes the whole edit in.</summary>
    /// <remarks>Deleted characters at the span's rims stay outside; an empty span gives an empty raw span.</remarks>
    public TextSpan ToRaw(TextSpan text)
    {
        int start = RawStart(text.Start);
        return text.Length == 0 ? new TextSpan(start, start) : new TextSpan(start, Math.Max(start, RawEnd(text.End)));
    }

    /// <summary>The map of two changes in a row: this one, then <paramref name="next"/>, whose raw text is this one's text.</summary>
    /// <remarks>Edits of the two that overlap become one, named after both: <c>width+spacing</c>. Linear in the number of edits.</remarks>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public OffsetMap Compose(OffsetMap next)
    {
        if (next.RawLength != TextLength) throw new ArgumentException("The maps do not follow each other.", nameof(next));
        if (Edits.IsEmpty) return next;
        return next.Edits.IsEmpty ? this : new OffsetMap(RawLength, next.TextLength, new OffsetMapComposition(Edits, next.Edits).Merge());
    }

    // Raw position of the normalized character at `position`: behind all deletions before it.
    private int RawStart(int position)
    {
        int index = LastEdit(edit => edit.Text.Start <= position);
        if (index < 0) return position;
        TextEdit edit = Edits[index];
        return edit.Text.Contains(position) ? edit.Raw.Start : edit.Raw.End + (position - edit.Text.End);
    }

    // Raw position behind the normalized character that ends at `position`: before all deletions at it.
    private int RawEnd(int position)
    {
        int index = LastEdit(edit => edit.Text.Start < position);
        if (index < 0) return position;
        TextEdit edit = Edits[index];
        return position <= edit.Text.End ? edit.Raw.End : edit.Raw.End + (position - edit.Text.End);
    }

    private int LastEdit(Func<TextEdit, bool> isBefore)
    {
        int low = 0, high = Edits.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (isBefore(Edits[middle])) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }
}

/// <summary>The only way to change a text: copies, replaces, deletes and inserts from left to right, and keeps the map.</summary>
public sealed class OffsetMapBuilder
{
    private readonly string raw;
    private readonly StringBuilder text;
    private readonly ImmutableArray<TextEdit>.Builder edits = ImmutableArray.CreateBuilder<TextEdit>();
    private int position;

    /// <summary>Starts at the beginning of <paramref name="raw"/>.</summary>
    public OffsetMapBuilder(string raw) => (this.raw, text) = (raw, new StringBuilder(raw.Length));

    /// <summary>The next raw character to be taken, UTF-16 units.</summary>
    public int Position => position;

    /// <summary>Copies <paramref name="length"/> units unchanged.</summary>
    public OffsetMapBuilder Copy(int length)
    {
        text.Append(raw, position, length);
        position += length;
        return this;
    }

    /// <summary>Copies up to the raw position <paramref name="end"/>.</summary>
    public OffsetMapBuilder CopyTo(int end) => Copy(end - position);

    /// <summary>Takes <paramref name="rawLength"/> units and writes <paramref name="replacement"/> instead (empty: a deletion; rawLength 0: an insertion).</summary>
    public OffsetMapBuilder Replace(string operation, int rawLength, string replacement)
    {
        if (rawLength == 0 && replacement.Length == 0) return this;
        edits.Add(new TextEdit(
            operation, new TextSpan(position, position + rawLength), new TextSpan(text.Length, text.Length + replacement.Length)));
        text.Append(replacement);
        position += rawLength;
        return this;
    }

    /// <summary>Copies what is left and returns text and map.</summary>
    public (string Text, OffsetMap Map) Build()
    {
        Copy(raw.Length - position);
        return (text.ToString(), new OffsetMap(raw.Length, text.Length, edits.ToImmutable()));
    }
}
