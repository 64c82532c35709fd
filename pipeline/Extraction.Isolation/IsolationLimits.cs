namespace Extraction.Isolation;

/// <summary>What reading one document may cost its worker process. Crossing a bound is a typed failure of that document; the batch goes on.</summary>
public sealed record IsolationLimits
{
    /// <summary>Longest time for one document, twenty times what a long report takes: only a parser that hangs gets there.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most resident memory of a worker, in bytes.</summary>
    public long MemoryBytes { get; init; } = 512L << 20;
}
