using System.Globalization;

namespace Extraction.Ocr.Benchmark;

/// <summary>Errors and time over pages.</summary>
internal sealed class Tally
{
    private int errors;
    private int characters;
    private double seconds;

    /// <summary>Pages that were added.</summary>
    public int Pages { get; private set; }

    /// <summary>Adds a page; returns its error rate and time.</summary>
    public string Add(string truth, string reading, TimeSpan spent)
    {
        (int wrong, int all) = EditDistance.Of(truth, reading);
        Pages++;
        errors += wrong;
        characters += all;
        seconds += spent.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * wrong / all:F2} % of {all} | {spent.TotalMilliseconds:F0} ms");
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * errors / Math.Max(1, characters):F2} % of {characters} characters, {Pages / seconds:F2} pages a second");
}
