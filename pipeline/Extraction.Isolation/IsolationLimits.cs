namespace Extraction.Isolation;

/// <summary>What a worker process may cost before it is ended. Each bound ends one document, never a batch.</summary>
public sealed record IsolationLimits
{
    /// <summary>Most worker processes at once, 1 or more. Callers beyond wait.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Time for one document. It is over when so much time has gone by and the worker has spent it computing, or when twice as much has gone by
    /// whatever it did: a busy machine that keeps a worker waiting does not change what is read.
    /// </summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most memory of a worker, resident, in bytes; from 128 MB on.</summary>
    public long MemoryBytes { get; init; } = 512L << 20;

    /// <summary>
    /// Most memory of a worker's managed heap, in bytes: three quarters, since runtime, code and native buffers take the rest. Crossing it is an
    /// exception in the worker, which costs less than ending it from outside.
    /// </summary>
    public long MaxHeapBytes => MemoryBytes / 4 * 3;

    /// <summary>How often a working worker's time and memory are looked at.</summary>
    public TimeSpan SamplingInterval { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Time for a worker to come up; it reads nothing before.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest answer of a worker, in bytes: several times what the longest document that is read takes.</summary>
    public int MaxAnswerBytes { get; init; } = 512 << 20;

    /// <summary>Most bytes that are kept of what one worker writes to its standard error; the rest is read and dropped.</summary>
    public int MaxErrorBytes { get; init; } = 16 << 10;
}
