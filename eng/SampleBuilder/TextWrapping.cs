namespace Extraction.SampleBuilder;

/// <summary>Breaks text into lines as printed Chinese is: anywhere, in mid-word too, but closing punctuation stays with its line.</summary>
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
            used += char.IsAscii(text[i]) ? 0.5 : 1;
            if (used <= width || i == start || Closing.Contains(text[i], StringComparison.Ordinal)) continue;
            yield return text[start..i];
            start = i;
            used = char.IsAscii(text[i]) ? 0.5 : 1;
        }
        yield return text[start..];
    }
}
