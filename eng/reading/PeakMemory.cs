using System.Globalization;

namespace Extraction.ReadingMeasure;

/// <summary>The most memory that this process has held since it was last asked to forget. Linux tells it; elsewhere it is 0.</summary>
internal static class PeakMemory
{
    private const string Status = "/proc/self/status";
    private const string Peak = "VmHWM:";

    /// <summary>Resident, in bytes.</summary>
    internal static long Bytes => File.Exists(Status) && Array.Find(File.ReadAllLines(Status), line => line.StartsWith(Peak, StringComparison.Ordinal)) is { } line
        ? long.Parse(line.AsSpan(Peak.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) << 10
        : 0;

    /// <summary>Counts anew from what is held now. What earlier documents left is returned first, so that it does not count.</summary>
    internal static void Reset()
    {
        if (!OperatingSystem.IsLinux()) return;
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
