using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Extraction.Documents;

namespace Extraction.Segmentation;

/// <summary>Takes tokens into a pooled array, so that only the finished list is allocated. Not thread-safe.</summary>
/// <param name="capacity">How many tokens to expect; more are taken too.</param>
internal sealed class TokenBuffer(int capacity) : IDisposable
{
    private Token[] tokens = ArrayPool<Token>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a token.</summary>
    /// <param name="start">Its first unit.</param>
    /// <param name="end">The unit behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int start, int end)
    {
        if (Count == tokens.Length) Grow();
        tokens[Count++] = new Token(new TextSpan(start, end));
    }

    /// <summary>Takes the last tokens back.</summary>
    public void RemoveLast(int count) => Count -= count;

    /// <summary>The tokens so far; valid until the next one is added.</summary>
    public ReadOnlySpan<Token> AsSpan() => tokens.AsSpan(0, Count);

    /// <summary>A copy of the tokens.</summary>
    public ImmutableArray<Token> ToImmutable() => [.. AsSpan()];

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<Token>.Shared.Return(tokens);

    private void Grow()
    {
        Token[] larger = ArrayPool<Token>.Shared.Rent(tokens.Length * 2);
        AsSpan().CopyTo(larger);
        Dispose();
        tokens = larger;
    }
}
