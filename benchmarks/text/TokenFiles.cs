using System.Globalization;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.TextBenchmark;

/// <summary>Cuts a file in every way and writes the tokens of each to a file of its own, parted by U+0001.</summary>
internal static class TokenFiles
{
    /// <summary>Writes the files hmm, dict, all, search, tags-hmm and tags-dict.</summary>
    /// <param name="file">UTF-8.</param>
    /// <param name="folder">Takes the files.</param>
    /// <param name="list">Further words: word TAB frequency TAB tag a line; null for none.</param>
    public static void Write(string file, string folder, string? list)
    {
        string text = File.ReadAllText(file);
        KnowledgeFolder knowledge = KnowledgeFolder.Default();
        LexiconWord[] lexicon = list is null ? [] : [.. File.ReadAllLines(list).Select(ReadWord)];
        WordSegmenter segmenter = WordSegmenter.Load(knowledge, lexicon);
        PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(knowledge, lexicon);
        Write("hmm", Spans(SegmentationMode.Accurate, hmm: true));
        Write("dict", Spans(SegmentationMode.Accurate, hmm: false));
        Write("all", Spans(SegmentationMode.All, hmm: true));
        Write("search", Spans(SegmentationMode.Search, hmm: true));
        Write("tags-hmm", Tagged(hmm: true));
        Write("tags-dict", Tagged(hmm: false));

        IEnumerable<string> Spans(SegmentationMode mode, bool hmm) => segmenter.Cut(text, mode, hmm).Select(token => token.Span.Of(text));
        IEnumerable<string> Tagged(bool hmm) => tagger.Cut(text, hmm).Select(token => $"{token.Span.Of(text)}/{token.Tag}");
        void Write(string name, IEnumerable<string> tokens) => File.WriteAllText(Path.Combine(folder, name), string.Join('\u0001', tokens));
    }

    private static LexiconWord ReadWord(string line)
    {
        string[] fields = line.Split('\t');
        return new LexiconWord(fields[0], fields.Length > 1 ? int.Parse(fields[1], CultureInfo.InvariantCulture) : null, fields.Length > 2 ? fields[2] : null);
    }
}
