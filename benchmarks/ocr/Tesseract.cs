using System.Diagnostics;
using System.Globalization;

namespace Extraction.Ocr.Benchmark;

/// <summary>Tesseract with its Chinese model, as the peer.</summary>
internal static class Tesseract
{
    /// <summary>Its character error rate on a page, in percent.</summary>
    public static string Cer(byte[] file, string truth)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            using var process = Process.Start(new ProcessStartInfo("tesseract", [path, "-", "-l", "chi_sim+eng"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string text = process.StandardOutput.ReadToEnd();
            (int errors, int characters) = EditDistance.Of(truth, text);
            return string.Create(CultureInfo.InvariantCulture, $"{100.0 * errors / characters:F2} %");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
