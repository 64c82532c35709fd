using System.Globalization;
using Extraction.Knowledge;

namespace Extraction.DictionaryBuilder;

/// <summary>A word of jieba's dictionary.</summary>
/// <param name="Text">At least one character.</param>
/// <param name="Frequency">Above 0.</param>
/// <param name="Tag">Its part of speech.</param>
internal sealed record Word(string Text, int Frequency, string Tag);

/// <summary>Parses the word list: a header line, then <c>word TAB frequency TAB tag</c> in ordinal order; a missing frequency is 3, a missing tag n.</summary>
internal static class DictionaryTable
{
    private const int DefaultFrequency = 3;
    private const string DefaultTag = "n";

    /// <summary>The words of a table, a word that it lists twice twice.</summary>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="text">What it holds.</param>
    /// <exception cref="KnowledgeException">A line is wrong.</exception>
    public static List<Word> Parse(string name, string text)
    {
        var words = new List<Word>();
        string[] lines = text.Split('\n');
        bool isHeader = true;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            if (!isHeader) words.Add(Parse(line.Split('\t'), words.Count > 0 ? words[^1].Text : "", problem => new KnowledgeException(name, i + 1, problem)));
            isHeader = false;
        }

        return words.Count > 0 ? words : throw new KnowledgeException(name, 0, "it holds no words; restore it from the repository");
    }

    private static Word Parse(string[] fields, string previous, Func<string, KnowledgeException> error)
    {
        if (fields[0].Length == 0 || fields.Length > 3) throw error("a line is a word, a frequency and a tag");
        if (string.CompareOrdinal(fields[0], previous) < 0) throw error("the words are not in ordinal order");
        int frequency = DefaultFrequency;
        bool isNumber = fields.Length < 2 || fields[1].Length == 0 || int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out frequency);
        if (!isNumber || frequency == 0) throw error("the frequency is not a whole number above 0");
        return new Word(fields[0], frequency, fields.Length > 2 ? fields[2] : DefaultTag);
    }
}
