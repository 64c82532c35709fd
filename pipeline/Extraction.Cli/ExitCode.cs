namespace Extraction.Cli;

/// <summary>What the program tells the shell. CI systems keep only zero and non-zero, so the summary says the same in words.</summary>
internal static class ExitCode
{
    internal const int Done = 0;
    internal const int CheckFailed = 1;
    internal const int Usage = 2;
    internal const int SomeFailed = 3;
    internal const int NothingProduced = 4;
    internal const int Bug = 70;
    internal const int Cancelled = 130;
}

/// <summary>A wrong argument or configuration: message for people, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
