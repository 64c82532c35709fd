using System.Buffers;

namespace Extraction.Segmentation;

/// <summary>
/// Finds the most probable way through a text, from right to left: at each position the word whose weight plus the best score
/// behind it is highest. Same sums in the same order as jieba's <c>calc</c>, so that scores are equal to the last bit;
/// of two equal ways the one with the longer word wins. Signs part a text into blocks, and each block is scored alone.
/// The graph of words is never stored: the trie is walked as it is scored.
/// Holds pooled scratch space: one for each run, not for several threads.
/// </summary>
/// <param name="words">The words.</param>
internal sealed class WordRoute(WeightedWords words) : IDisposable
{
    private const int Window = 512;

    private readonly ulong[] pairs = ArrayPool<ulong>.Shared.Rent(Window);
    private readonly ulong[] triples = ArrayPool<ulong>.Shared.Rent(Window);
    private ushort[] codes = ArrayPool<ushort>.Shared.Rent(Window * 2);
    private double[] scores = ArrayPool<double>.Shared.Rent(Window * 2);
    private int[] ends = ArrayPool<int>.Shared.Rent(Window * 2);

    /// <summary>For each position the end of the word that begins there, the position itself for a sign; valid until the next call.</summary>
    public ReadOnlySpan<int> Find(ReadOnlySpan<char> text)
    {
        Reserve(text.Length + 2);
        WordTrie trie = words.Known;
        Span<ushort> path = codes.AsSpan(0, text.Length + 2);
        for (int i = 0; i < text.Length; i++) path[i] = trie.BlockCodeOf(text[i]);
        // Nothing follows a sign: it ends every walk at the text's end.
        path[^2..].Fill(trie.SignCode);
        scores[text.Length] = scores[text.Length + 1] = 0;
        for (int end = text.Length; end > 0; end -= Window)
        {
            int start = Math.Max(0, end - Window);
            if (words.Added is null) ScoreKnown(path, start, end);
            else ScoreAll(text, path, start, end);
        }

        return ends.AsSpan(0, text.Length);
    }

    /// <summary>Logarithm of the probability of the best way through a text without signs.</summary>
    public double Score(ReadOnlySpan<char> text)
    {
        Find(text);
        return scores[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(pairs);
        ArrayPool<ulong>.Shared.Return(triples);
        Release();
    }

    // The nodes behind two and three characters, for all positions of a window: without a branch, so that the look-ups, most of which
    // the cache does not hold, wait for memory together and not one behind the other.
    private void LookAhead(ReadOnlySpan<ushort> path, int count)
    {
        WordTrie trie = words.Known;
        Span<ulong> second = pairs.AsSpan(0, count), third = triples.AsSpan(0, count);
        path = path[..(count + 2)];
        ulong nothing = trie.Step(WordTrie.Root, trie.SignCode);
        for (int i = 0; i < second.Length; i++)
        {
            ulong pair = trie.Step(trie.Step(WordTrie.Root, path[i]), path[i + 1]);
            // All ones where the step led to a node.
            ulong isNode = (ulong)((long)((ushort)pair ^ path[i + 1]) - 1 >> 63);
            second[i] = pair & isNode;
            third[i] = trie.Step((pair & isNode) | (nothing & ~isNode), path[i + 2]);
        }
    }

    // The two scores behind a position are carried along: what was just stored need not be loaded again.
    private void ScoreKnown(ReadOnlySpan<ushort> path, int start, int end)
    {
        LookAhead(path[start..], end - start);
        WordTrie trie = words.Known;
        ReadOnlySpan<double> weights = words.Weights;
        Span<double> score = scores.AsSpan(0, path.Length);
        Span<int> wordEnds = ends.AsSpan(0, path.Length);
        ReadOnlySpan<ulong> second = pairs.AsSpan(0, end - start), third = triples.AsSpan(0, end - start);
        (double one, double two) = (score[end], score[end + 1]);
        for (int at = end - 1; at >= start; at--)
        {
            // Words of one or two characters are weighed without a branch, which no processor could foresee. Where no word ends the
            // weight is minus infinity.
            double most = weights[WordTrie.RankOf(trie.Step(WordTrie.Root, path[at]))] + one;
            double longer = weights[WordTrie.RankOf(second[at - start])] + two;
            int best = at + (longer >= most ? 2 : 1);
            most = double.MaxNative(longer, most);
            ulong node = third[at - start];
            for (int i = at + 2; WordTrie.IsNode(node, path[i]); node = trie.Step(node, path[i]))
            {
                longer = weights[WordTrie.RankOf(node)] + score[++i];
                if (longer >= most) (most, best) = (longer, i);
            }

            if (most == double.NegativeInfinity) (most, best) = OfNoWord(path[at], one, at);
            (one, two) = (most, one);
            score[at] = most;
            wordEnds[at] = best;
        }
    }

    // A sign parts blocks: what is in front of it does not know what is behind.
    private (double Score, int End) OfNoWord(ushort code, double behind, int position) =>
        code == words.Known.SignCode ? (0, position) : (words.UnknownWeight + behind, position + 1);

    // As above, with the further words beside jieba's wherever one can begin.
    private void ScoreAll(ReadOnlySpan<char> text, ReadOnlySpan<ushort> path, int start, int end)
    {
        for (int run = end; run > start;)
        {
            int at = run - 1;
            while (at >= start && words.Added!.Step(PrefixTrie.Root, text[at]) == PrefixTrie.None) at--;
            ScoreKnown(path, at + 1, run);
            if (at >= start) FindBestWord(text, path, at);
            run = at;
        }
    }

    private void FindBestWord(ReadOnlySpan<char> text, ReadOnlySpan<ushort> path, int start)
    {
        double best = double.NegativeInfinity;
        int bestEnd = start;
        var walk = new WordWalk(words);
        for (int i = start; i < text.Length && path[i] != words.Known.SignCode && walk.Step(text[i]); i++)
        {
            double score = words.Weights[walk.Rank] + scores[i + 1];
            if (score >= best) (best, bestEnd) = (score, i + 1);
        }

        if (best == double.NegativeInfinity) (best, bestEnd) = OfNoWord(path[start], scores[start + 1], start);
        (scores[start], ends[start]) = (best, bestEnd);
    }

    private void Reserve(int length)
    {
        if (scores.Length >= length && ends.Length >= length && codes.Length >= length) return;
        Release();
        codes = ArrayPool<ushort>.Shared.Rent(length);
        scores = ArrayPool<double>.Shared.Rent(length);
        ends = ArrayPool<int>.Shared.Rent(length);
    }

    private void Release()
    {
        ArrayPool<ushort>.Shared.Return(codes);
        ArrayPool<double>.Shared.Return(scores);
        ArrayPool<int>.Shared.Return(ends);
    }
}
