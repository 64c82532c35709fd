using System.Diagnostics;

namespace Extraction.Ocr.Benchmark;

/// <summary>Tesseract with its Chinese model, as the peer.</summary>
internal static class Tesseract
{
    /// <summary>What it reads on a page, told that the page is one block of text: left to find columns it read half of the benchmark's pages wrong.</summary>
    public static string Read(byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            using var process = Process.Start(new ProcessStartInfo("tesseract", [path, "-", "-l", "chi_sim", "--psm", "6"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process.StandardOutput.ReadToEnd();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
