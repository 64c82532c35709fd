using Extraction.Diagnostics;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Extraction.Formats.Legacy;

/// <summary>
/// Converts files with LibreOffice, in a child process with a profile of its own that runs no macro and opens nothing but the file. A conversion
/// that does not end, or whose process breaks down, is tried once more. When the program cannot convert even a file that is known to be good,
/// the program is at fault and not the document, and after two such failures it is left alone for a while. Thread-safe.
/// </summary>
public sealed class LibreOffice
{
    private static readonly byte[] GoodFile = "{\\rtf1\\ansi probe\\par}"u8.ToArray();

    private readonly string? program;
    private readonly LibreOfficeOptions options;
    private readonly Lazy<string> version;
    private readonly ResiliencePipeline attempts;
    private readonly ResiliencePipeline breaker;

    /// <summary>Uses a program.</summary>
    /// <param name="program">Full path of <c>soffice</c>, null where it is not installed.</param>
    /// <param name="options">What it may cost.</param>
    public LibreOffice(string? program, LibreOfficeOptions options)
    {
        (this.program, this.options) = (program, options);
        version = new Lazy<string>(ReadVersion);
        attempts = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>().Handle<BrokenProcessException>(),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.Zero,
            })
            .AddTimeout(options.Timeout)
            .Build();
        breaker = new ResiliencePipelineBuilder()
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<BrokenProcessException>(),
                FailureRatio = 1,
                MinimumThroughput = 2,
                SamplingDuration = options.BreakDuration,
                BreakDuration = options.BreakDuration,
            })
            .Build();
    }

    /// <summary>Whether there is a program to use.</summary>
    public bool IsInstalled => program is not null;

    /// <summary>Name and version of the program: the same version makes the same copies.</summary>
    public string Version => version.Value;

    /// <summary>The installed program, where there is one.</summary>
    public static LibreOffice Find()
    {
        const string mac = "/Applications/LibreOffice.app/Contents/MacOS/soffice";
        string windows = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program", "soffice.exe");
        string? found = ExternalTool.Find("soffice", "libreoffice") ?? (File.Exists(mac) ? mac : File.Exists(windows) ? windows : null);
        return new LibreOffice(found, new LibreOfficeOptions());
    }

    /// <summary>The copy's bytes.</summary>
    /// <exception cref="UnreadableDocumentException"><c>legacy-conversion-failed</c>, <c>legacy-converter-broken</c>.</exception>
    internal byte[] Convert(ReadOnlyMemory<byte> content, LegacyRoute route, CancellationToken cancellation)
    {
        try
        {
            byte[]? copy = breaker.Execute(token => ConvertOrBlame(content, route, token), cancellation);
            return copy ?? throw new UnreadableDocumentException(
                "legacy-conversion-failed", $"LibreOffice cannot open the file: fetch it again, and see that LibreOffice {route.Module} is installed.");
        }
        catch (Exception broken) when (broken is BrokenCircuitException or BrokenProcessException)
        {
            throw new UnreadableDocumentException(
                "legacy-converter-broken", "LibreOffice cannot convert even a file that is known to be good: repair its installation, or save the file as Open XML.", broken);
        }
    }

    private byte[]? ConvertOrBlame(ReadOnlyMemory<byte> content, LegacyRoute route, CancellationToken cancellation)
    {
        try
        {
            return attempts.Execute(token => Run(content, route, token), cancellation);
        }
        catch (Exception failure) when (failure is TimeoutRejectedException or BrokenProcessException)
        {
            Probe(cancellation);
            string how = failure is TimeoutRejectedException ? "does not get done with" : "breaks down over";
            throw new UnreadableDocumentException(
                "legacy-conversion-failed", $"LibreOffice {how} the file; open it in its own program and save it as .{route.CopyEnding}.", failure);
        }
    }

    /// <exception cref="BrokenProcessException">The program is at fault.</exception>
    private void Probe(CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(options.Timeout / 2);
        try
        {
            if (Run(GoodFile, LegacyRoute.RichText, timeout.Token) is null) throw new BrokenProcessException("It makes no copy of a good file.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BrokenProcessException("It does not get done with a good file.");
        }
    }

    /// <returns>Null where the program says that it cannot open the file.</returns>
    private byte[]? Run(ReadOnlyMemory<byte> content, LegacyRoute route, CancellationToken cancellation)
    {
        using var folder = new ConversionFolder(content, route);
        int code = ChildProgram.Run(program!, folder.Arguments, options, Stream.Null, cancellation);
        byte[]? copy = folder.TryReadCopy(options.MaxCopyBytes);
        return copy is null && code != 0 ? throw new BrokenProcessException($"It ended with exit code {code}.") : copy;
    }

    private string ReadVersion()
    {
        using var said = new MemoryStream();
        using var timeout = new CancellationTokenSource(options.Timeout);
        ChildProgram.Run(program!, ["--version"], options, said, timeout.Token);
        string[] words = System.Text.Encoding.UTF8.GetString(said.ToArray()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(2)); // name and number; what follows names the build
    }
}

/// <summary>The program itself does not work.</summary>
internal sealed class BrokenProcessException(string message, Exception? inner = null) : Exception(message, inner);
