using System.Globalization;
using Extraction.Segmentation;

namespace Extraction.Cli.Text;

/// <summary>The list of <c>segment --lexicon</c>: a word a line, a frequency and a part of speech behind tabs where one is wanted.</summary>
internal static class LexiconFile
{
    private const int MostFrequent = 100_000_000;

    /// <summary>Reads a file; without one there are no words.</summary>
    /// <exception cref="UsageException">It cannot be read, or a line is wrong.</exception>
    public static List<LexiconWord> Read(string? file)
    {
        var words = new List<LexiconWord>();
        if (file is null) return words;
        using Stream input = TextInput.Open(file);
        var lines = new Utf8Lines(input);
        while (lines.Read() is { } line)
        {
            if (lines.Damaged > 0) throw new UsageException($"{file}:{lines.Number}: the line is no UTF-8; save the list as UTF-8.");
            string[] fields = [.. line.Split('\t').Select(field => field.Trim('\uFEFF', ' ', '\r'))];
            if (fields[0].Length > 0 && fields[0][0] != '#') words.Add(Parse(fields, $"{file}:{lines.Number}"));
        }

        return words;
    }

    private static LexiconWord Parse(string[] fields, string place)
    {
        if (fields.Length > 3) throw new UsageException($"{place}: a line is a word, or word TAB frequency TAB tag.");
        int? frequency = null;
        if (fields.Length > 1 && fields[1].Length > 0)
        {
            bool isNumber = int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number);
            if (!isNumber || number is 0 or > MostFrequent) throw new UsageException($"{place}: the frequency is a whole number from 1 to {MostFrequent}.");
            frequency = number;
        }

        return new LexiconWord(fields[0], frequency, fields.Length > 2 && fields[2].Length > 0 ? fields[2] : null);
    }
}
