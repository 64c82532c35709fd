namespace Extraction.Formats.Legacy;

/// <summary>What LibreOffice may cost.</summary>
public sealed record LibreOfficeOptions
{
    /// <summary>Time for one conversion, which takes a second or two. Two of them and a probe fit into the time that a worker gets for a document.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Most address space of the program, in bytes; where the system can bound it.</summary>
    public long MaxAddressBytes { get; init; } = 4L << 30;

    /// <summary>Largest copy that it may write, in bytes.</summary>
    public long MaxCopyBytes { get; init; } = 512L << 20;

    /// <summary>How long a broken installation is left alone.</summary>
    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromMinutes(10);
}
