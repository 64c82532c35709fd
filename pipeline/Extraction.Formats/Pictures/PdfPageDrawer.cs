using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Extraction.Formats.Pictures;

/// <summary>Draws pages of a PDF file with poppler's <c>pdftoppm</c> as a child process, which is ended when it takes too long or too much.</summary>
internal sealed class PdfPageDrawer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private const long MaxMemory = 1L << 30;
    private const double PointsPerInch = 72;

    // at 200 dpi the smallest print of a report is 16 pixels high
    private const double Dpi = 200;
    private const int MinSide = 1600;
    private const int MaxSide = 3508;
    private readonly string folder = Directory.CreateTempSubdirectory("extraction-pages-").FullName;
    private readonly ReadOnlyMemory<byte> file;
    private bool isWritten;
    private bool isTooSlow;

    /// <summary>Takes the PDF file; nothing is written or started yet.</summary>
    public PdfPageDrawer(ReadOnlyMemory<byte> file) => this.file = file;

    /// <summary>Whether the program could not be started: it is not installed.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>A page as PNG, null where it could not be drawn. A file of which a page took too long is not drawn any more: its other pages would cost as much.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="side">The page's longer side in points, null where unknown.</param>
    /// <param name="cancellation">Ends the child process.</param>
    public byte[]? Draw(int number, double? side, CancellationToken cancellation)
    {
        if (IsMissing || isTooSlow) return null;
        string input = Path.Combine(folder, "in.pdf"), output = Path.Combine(folder, "page");
        if (!isWritten) File.WriteAllBytes(input, file.Span);
        isWritten = true;
        int pixels = side is { } points ? (int)Math.Clamp(points / PointsPerInch * Dpi, MinSide, MaxSide) : MaxSide * 2 / 3;
        string page = number.ToString(CultureInfo.InvariantCulture);
        try
        {
            using Process process = Start(["-f", page, "-l", page, "-scale-to", pixels.ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", input, output]);
            bool isDone = Await(process, cancellation);
            return isDone && File.Exists(output + ".png") ? File.ReadAllBytes(output + ".png") : null;
        }
        catch (Win32Exception)
        {
            IsMissing = true;
            return null;
        }
        finally
        {
            File.Delete(output + ".png");
        }
    }

    /// <summary>Removes what was written.</summary>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Process Start(string[] arguments)
    {
        Process process = Process.Start(new ProcessStartInfo("pdftoppm", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        // what it says about damaged files is of no use, but a full pipe would stop it
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private bool Await(Process process, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            while (!process.WaitForExit(Glance))
            {
                cancellation.ThrowIfCancellationRequested();
                process.Refresh();
                isTooSlow = watch.Elapsed > Patience || process.WorkingSet64 > MaxMemory;
                if (isTooSlow) return false;
            }
            return process.ExitCode == 0;
        }
        catch (InvalidOperationException)
        {
            // it ended between two glances
            return process.HasExited && process.ExitCode == 0;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
