using System.Collections.Immutable;
using System.Text;

namespace Extraction.Review.Reports;

/// <summary>What a piece of text is in a comparison of two texts.</summary>
internal enum PieceKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of one or both texts.</summary>
internal sealed record Piece(PieceKind Kind, string Text);

/// <summary>Two texts against each other, character by character, by their longest common subsequence.</summary>
internal static class CharacterDiff
{
    // the table of the longest common subsequence grows with the product of both lengths
    private const int Longest = 600;

    /// <summary>The pieces in reading order: of what differs, the removed text first. Characters outside the basic plane stay whole.</summary>
    internal static ImmutableArray<Piece> Of(string before, string after)
    {
        Rune[] left = [.. before.EnumerateRunes()], right = [.. after.EnumerateRunes()];
        int head = 0, tail = 0, shorter = Math.Min(left.Length, right.Length);
        while (head < shorter && left[head] == right[head]) head++;
        while (tail < shorter - head && left[^(tail + 1)] == right[^(tail + 1)]) tail++;
        var pieces = new PieceList();
        pieces.Add(PieceKind.Same, left.AsSpan(0, head));
        Middle(left[head..^tail], right[head..^tail], pieces);
        pieces.Add(PieceKind.Same, left.AsSpan(left.Length - tail));
        return pieces.ToImmutable();
    }

    private static void Middle(Rune[] left, Rune[] right, PieceList pieces)
    {
        if (left.Length > Longest || right.Length > Longest)
        {
            pieces.Add(PieceKind.Removed, left);
            pieces.Add(PieceKind.Added, right);
            return;
        }

        int[,] common = Common(left, right);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                pieces.Add(PieceKind.Same, left.AsSpan(i++, 1));
                j++;
            }
            else if (i < left.Length && (j == right.Length || common[i + 1, j] >= common[i, j + 1])) pieces.Add(PieceKind.Removed, left.AsSpan(i++, 1));
            else pieces.Add(PieceKind.Added, right.AsSpan(j++, 1));
        }
    }

    private static int[,] Common(Rune[] left, Rune[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
            for (int j = right.Length - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private sealed class PieceList
    {
        private readonly ImmutableArray<Piece>.Builder pieces = ImmutableArray.CreateBuilder<Piece>();

        internal void Add(PieceKind kind, ReadOnlySpan<Rune> runes)
        {
            if (runes.IsEmpty) return;
            var text = new StringBuilder();
            foreach (Rune rune in runes) text.Append(rune.ToString());
            if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = new Piece(kind, pieces[^1].Text + text);
            else pieces.Add(new Piece(kind, text.ToString()));
        }

        internal ImmutableArray<Piece> ToImmutable() => pieces.ToImmutable();
    }
}
