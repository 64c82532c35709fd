using System.Collections.Immutable;
using Extraction.Documents;
using Extraction.Knowledge;

namespace Extraction.Normalization;

/// <summary>
/// Repairs what file formats and extraction tools did to a text, block by block, and keeps the way back to every raw character.
/// Sound text is left alone, and repaired text is not changed again. Time is linear in the length. Safe for use by many threads.
/// </summary>
public sealed class TextNormalizer
{
    // Spacing and wraps feed each other (a joined line completes a number); damaged text settles in two or three rounds.
    private const int MostRounds = 8;

    private readonly ImmutableArray<IRepair> characters;
    private readonly ImmutableArray<IRepair> layout;

    // For each unit the repairs that react to it, a bit for each: one look at a text says which repairs have work.
    private readonly ushort[] reactions = new ushort[char.MaxValue + 1];

    private TextNormalizer(ImmutableArray<IRepair> characters, ImmutableArray<IRepair> layout)
    {
        (this.characters, this.layout) = (characters, layout);
        IRepair[] all = [.. characters, .. layout];
        for (int unit = 0; unit <= char.MaxValue; unit++)
            for (int i = 0; i < all.Length; i++)
                if (all[i].ReactsTo((char)unit)) reactions[unit] |= (ushort)(1 << i);
    }

    /// <summary>Loads the tables of <c>normalization/</c>.</summary>
    /// <param name="knowledge">The knowledge folder.</param>
    /// <param name="lexiconWords">Known names as they are written (<c>Kimi Chat</c>, <c>Llama 2</c>, <c>GPT-4 Turbo</c>): what spaces and line ends are judged by.</param>
    /// <exception cref="KnowledgeException">A table is missing or wrong.</exception>
    public static TextNormalizer Load(KnowledgeFolder knowledge, IEnumerable<string> lexiconWords)
    {
        RepairLexicon lexicon = RepairLexicon.Load(knowledge, lexiconWords);
        CharacterTable ideographs = CharacterTable.Load(knowledge, "normalization/ideographs.tsv");
        // Invisible characters hide neighbours; doubling shows only while radicals stand; all later repairs read ordinary characters.
        return new TextNormalizer(
            [
                ControlRepair.Load(knowledge),
                new DoubledFormRepair(ideographs, lexicon),
                new CharacterRepair("radical", ideographs),
                new CharacterRepair("width", CharacterTable.Load(knowledge, "normalization/width.tsv")),
            ],
            [
                EdgeRepair.Load(knowledge),
                new LetterSpacingRepair(lexicon),
                UnitSpacingRepair.Load(knowledge),
                new WrapRepair(lexicon),
                new SignRepair(lexicon),
            ]);
    }

    /// <summary>Repairs every block. What stands between blocks is copied; a line end is put in where two blocks had none between them.</summary>
    public NormalizedText Normalize(RawText raw)
    {
        var builder = new OffsetMapBuilder(raw.Text);
        var blocks = ImmutableArray.CreateBuilder<Block>(raw.Blocks.Length);
        var markup = new MarkupSpans(raw);
        int length = 0, rawEnd = 0;
        foreach (Block block in raw.Blocks)
        {
            length += block.Span.Start - rawEnd;
            builder.CopyTo(block.Span.Start);
            if (blocks.Count > 0 && !raw.Text.AsSpan(rawEnd, block.Span.Start - rawEnd).Contains('\n'))
            {
                builder.Replace("separator", 0, "\n");
                length++;
            }

            int blockLength = Splice(builder, block.Span, Repair(markup.Remove(raw.Text, block.Span)));
            var span = new TextSpan(length, length + blockLength);
            blocks.Add(span == block.Span ? block : block with { Span = span });
            (length, rawEnd) = (length + blockLength, block.Span.End);
        }

        (string text, OffsetMap map) = builder.Build();
        return new NormalizedText(raw, text, blocks.MoveToImmutable(), map);
    }

    /// <summary>Repairs a text as one block: a name, a label, a question. The result holds no line end.</summary>
    public (string Text, OffsetMap Map) NormalizeString(string text) => Repair(new Revision(text, new OffsetMap(text.Length, text.Length, [])));

    private (string Text, OffsetMap Map) Repair(Revision state)
    {
        state = Apply(characters, 0, state);
        for (int round = 0; round < MostRounds; round++)
        {
            Revision before = state;
            state = Apply(layout, characters.Length, state);
            if (ReferenceEquals(before, state)) break;
        }

        return (state.Text, state.Map);
    }

    private Revision Apply(ImmutableArray<IRepair> repairs, int firstBit, Revision state)
    {
        int work = WorkFor(state.Text);
        for (int i = 0; i < repairs.Length; i++)
        {
            if ((work >> (firstBit + i) & 1) == 0 || repairs[i].Apply(state.Text) is not { } next) continue;
            state = new Revision(next.Text, state.Map.Compose(next.Map));
            work = WorkFor(state.Text);
        }

        return state;
    }

    private int WorkFor(string text)
    {
        int work = 0;
        foreach (char unit in text) work |= reactions[unit];
        return work;
    }

    private static int Splice(OffsetMapBuilder builder, TextSpan block, (string Text, OffsetMap Map) repaired)
    {
        foreach (TextEdit edit in repaired.Map.Edits)
            builder.CopyTo(block.Start + edit.Raw.Start).Replace(edit.Operation, edit.Raw.Length, edit.Text.Of(repaired.Text));
        builder.CopyTo(block.End);
        return repaired.Text.Length;
    }
}
