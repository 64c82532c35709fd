using System.Collections.Immutable;
using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>One run of jieba's <c>posseg.cut</c> over one text: its output and its scratch space. Not thread-safe.</summary>
/// <param name="text">The text.</param>
/// <param name="tokens">Takes the tokens.</param>
/// <param name="words">The words.</param>
/// <param name="tags">Their tags.</param>
/// <param name="model">Null to switch the hidden Markov model off.</param>
internal sealed class TaggedRun(string text, ImmutableArray<TaggedToken>.Builder tokens, WeightedWords words, WordTags tags, TagModel? model) : IDisposable
{
    private const string Number = "m", Latin = "eng";

    private readonly WordRoute route = new(words);
    private readonly TagDecoder? decoder = model is null ? null : new TagDecoder(model);

    /// <summary>Cuts a part of the text as if it stood alone, white space included.</summary>
    public void Cut(TextSpan part)
    {
        for (int i = part.Start; i < part.End;)
        {
            int start = i;
            while (i < part.End && JiebaCharacters.IsInTaggedBlock(text[i])) i++;
            if (i > start)
            {
                CutBlock(start, i);
                continue;
            }

            i += JiebaCharacters.SignLength(text, start, part.End);
            Emit(start, i, WordTags.Unknown);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => route.Dispose();

    // Words come out as they are; single characters are gathered and looked at together.
    private void CutBlock(int blockStart, int blockEnd)
    {
        ReadOnlySpan<int> ends = route.Find(text.AsSpan(blockStart, blockEnd - blockStart));
        int pending = blockStart;
        for (int i = blockStart; i < blockEnd;)
        {
            int end = blockStart + ends[i - blockStart];
            if (end - i > 1 || (decoder is null && !char.IsAsciiLetterOrDigit(text[i])))
            {
                CutSingles(pending, i);
                EmitWord(i, end);
                pending = end;
            }

            i = end;
        }

        CutSingles(pending, blockEnd);
    }

    private void CutSingles(int start, int end)
    {
        if (start == end) return;
        if (decoder is null) Emit(start, end, Latin);
        else if (end - start == 1) EmitWord(start, end);
        else if (!words.Contains(text.AsSpan(start, end - start))) CutUnknown(start, end);
        else for (int i = start; i < end; i++) EmitWord(i, i + 1);
    }

    private void CutUnknown(int start, int end)
    {
        for (int i = start; i < end;)
        {
            int from = i;
            if (JiebaCharacters.IsHan(text[i]))
            {
                while (i < end && JiebaCharacters.IsHan(text[i])) i++;
                CutHan(from, i);
                continue;
            }

            string tag = char.IsAsciiDigit(text[i]) || text[i] == '.' ? Number : char.IsAsciiLetter(text[i]) ? Latin : WordTags.Unknown;
            while (i < end && BelongsTo(tag, text[i])) i++;
            Emit(from, i, tag);
        }
    }

    // Figures and dots; letters with the figures behind them; other signs in one piece.
    private static bool BelongsTo(string tag, char character) => tag switch
    {
        Number => char.IsAsciiDigit(character) || character == '.',
        Latin => char.IsAsciiLetterOrDigit(character),
        _ => !char.IsAsciiLetterOrDigit(character) && character != '.' && !JiebaCharacters.IsHan(character),
    };

    private void CutHan(int start, int end)
    {
        ReadOnlySpan<byte> states = decoder!.Decode(text.AsSpan(start, end - start));
        int word = start;
        for (int i = start; i < end; i++)
        {
            if (model!.Place(states[i - start]) is 'B' or 'M') continue;
            Emit(word, i + 1, model.Tag(states[i - start]));
            word = i + 1;
        }

        if (word < end) Emit(word, end, model!.Tag(states[word - start]));
    }

    private void EmitWord(int start, int end) => Emit(start, end, tags.Of(text.AsSpan(start, end - start)));

    private void Emit(int start, int end, string tag) => tokens.Add(new TaggedToken(new TextSpan(start, end), tag));
}
