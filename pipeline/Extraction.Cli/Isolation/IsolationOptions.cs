using System.CommandLine;
using Extraction.Isolation;

namespace Extraction.Cli.Isolation;

/// <summary>The options of commands that read documents of unknown origin.</summary>
internal sealed class IsolationOptions
{
    private readonly Option<double> timeout = new("--timeout") { Description = "Seconds that reading one document may take.", DefaultValueFactory = _ => new IsolationLimits().Time.TotalSeconds };
    private readonly Option<int> memory = new("--memory") { Description = "MiB of memory that reading one document may take.", DefaultValueFactory = _ => (int)(new IsolationLimits().MemoryBytes >> 20) };
    private readonly Option<bool> none = new("--no-isolation") { Description = "Read in this process: a hostile file can then end the run." };

    internal void AddTo(Command command)
    {
        command.Add(timeout);
        command.Add(memory);
        command.Add(none);
    }

    /// <summary>What was asked for; null for no isolation.</summary>
    /// <exception cref="UsageException">A bound is not above zero.</exception>
    internal IsolationLimits? Of(ParseResult parsed, int workers)
    {
        if (parsed.GetValue(none)) return null;
        (double seconds, int mebibytes) = (parsed.GetValue(timeout), parsed.GetValue(memory));
        if (seconds is not (> 0 and < 1_000_000) || mebibytes < 64) throw new UsageException("--timeout takes seconds above 0, --memory takes MiB from 64 on.");
        return new IsolationLimits { Workers = workers, Time = TimeSpan.FromSeconds(seconds), MemoryBytes = (long)mebibytes << 20 };
    }
}
