using System.CommandLine;
using Extraction.Isolation;
using Extraction.Reading;

namespace Extraction.Cli;

/// <summary>The options of every command that reads documents.</summary>
internal sealed class IsolationOptions
{
    private const int LeastMegabytes = 128;
    private const int MostMegabytes = 1 << 20;

    private readonly Option<double> timeout = new("--timeout")
    {
        Description = "Seconds for reading one document; a document that takes longer fails.", DefaultValueFactory = _ => new IsolationLimits().Timeout.TotalSeconds,
    };

    private readonly Option<int> memory = new("--memory")
    {
        Description = "Megabytes for reading one document; a document that takes more fails.", DefaultValueFactory = _ => (int)(new IsolationLimits().MaxResidentBytes >> 20),
    };

    private readonly Option<bool> none = new("--no-isolation")
    {
        Description = "Read in this process, without these bounds: for debugging, not for files of others.",
    };

    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[timeout, memory, none]) command.Add(option);
    }

    /// <summary>The reader that was asked for. Worker processes end when it is disposed.</summary>
    /// <exception cref="UsageException">An option is out of bounds.</exception>
    internal IDocumentReader Reader(ParseResult parsed, int workers, Action<string>? report = null)
    {
        double seconds = parsed.GetValue(timeout);
        int megabytes = parsed.GetValue(memory);
        if (seconds is not (>= 0.1 and <= 1e6)) throw new UsageException("--timeout takes seconds from 0.1 on.");
        if (megabytes is < LeastMegabytes or > MostMegabytes) throw new UsageException($"--memory takes megabytes from {LeastMegabytes} on.");
        if (parsed.GetValue(none)) return ReaderFactory.InProcess();
        return ReaderFactory.Isolated(
            workers, new IsolationLimits { Timeout = TimeSpan.FromSeconds(seconds), MaxResidentBytes = (long)megabytes << 20 }, report);
    }
}
