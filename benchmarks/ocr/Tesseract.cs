using System.Diagnostics;

namespace Extraction.Ocr.Benchmark;

/// <summary>Tesseract with its Chinese model, as the peer.</summary>
internal static class Tesseract
{
    /// <summary>What it reads on a page.</summary>
    public static string Read(byte[] file)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            using var process = Process.Start(new ProcessStartInfo("tesseract", [path, "-", "-l", "chi_sim+eng"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
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
