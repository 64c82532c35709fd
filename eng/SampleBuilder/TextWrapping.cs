namespace Extraction.SampleBuilder;

/// <summary>Breaks text into lines as printed Chinese is: anywhere, in mid-word too, but never before closing punctuation.</summary>
internal static class TextWrapping
{
    private const string Closing = "，。、；：！？）》”";

    /// <summary>The lines of a text.</summary>
    /// <param name="text">Without line ends.</param>
    /// <param name="width">Of a line, in Chinese characters; one of ASCII is half as wide.</param>
    internal static IEnumerable<string> Lines(string text, double width)
    {
        int start = 0;
        double used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            used += Width(text[i]);
            if (used <= width || i == start) continue;
            int cut = i;
            while (cut > start + 1 && Closing.Contains(text[cut], StringComparison.Ordinal)) cut--;
            yield return text[start..cut];
            start = cut;
            used = text[start..(i + 1)].Sum(Width);
        }
        yield return text[start..];
    }

    private static double Width(char character) => char.IsAscii(character) ? 0.5 : 1;
}
