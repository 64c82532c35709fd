using System.CommandLine;
using Extraction.Knowledge;
using Extraction.Recognition.Names;
using Extraction.Segmentation;

namespace Extraction.Cli.Text;

/// <summary><c>extraction segment [FILE|-]</c>: the words of a text, as jieba cuts them.</summary>
internal static class SegmentCommand
{
    // jieba's tag of proper names that are neither of people, places nor organizations
    private const string NameTag = "nz";

    internal static Command Create()
    {
        Argument<string> file = TextInput.Argument();
        var mode = new Option<string>("--mode", "-m") { Description = "accurate; all = every word, overlapping; search = accurate, and the words inside long ones.", DefaultValueFactory = _ => "accurate" };
        mode.AcceptOnlyFromAmong("accurate", "all", "search");
        var noHmm = new Option<bool>("--no-hmm") { Description = "Guess no unknown words. 不识别新词。" };
        var plain = new Option<bool>("--plain") { Description = "jieba's dictionary alone, without the names of the knowledge folder. 仅用 jieba 词典。" };
        var tags = new Option<bool>("--tags") { Description = "Each word with its part of speech: word/tag. 词性标注。" };
        var lexicon = new Option<string?>("--lexicon") { Description = "Further words, one a line: word, or word TAB frequency TAB tag; # for comments; spaces, dots and hyphens are allowed. 自定义词表。" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var command = new Command("segment", "Cut text into words, a line of words for each line. 中文分词。") { file, mode, noHmm, tags, plain, lexicon, knowledge };
        command.SetAction((parsed, cancellation) =>
        {
            using Stream input = TextInput.Open(parsed.GetValue(file)!);
            KnowledgeFolder folder = PipelineFactory.Knowledge(parsed.GetValue(knowledge));
            IEnumerable<LexiconWord> names = parsed.GetValue(plain) ? [] : NameRecognizer.Load(folder).LexiconWords.Select(name => new LexiconWord(name, Tag: NameTag));
            LexiconWord[] words = [.. names, .. LexiconFile.Read(parsed.GetValue(lexicon))];
            SegmentationMode how = Enum.Parse<SegmentationMode>(parsed.GetValue(mode)!, ignoreCase: true);
            bool hmm = !parsed.GetValue(noHmm);
            if (parsed.GetValue(tags) && how != SegmentationMode.Accurate) throw new UsageException("--tags goes with --mode accurate only.");
            Func<string, IEnumerable<TaggedToken>> cut = parsed.GetValue(tags) ? Tagged(folder, words, hmm) : Untagged(folder, words, how, hmm);
            return Task.FromResult(Segment(new Utf8Lines(input), cut, cancellation));
        });
        return command;
    }

    private static Func<string, IEnumerable<TaggedToken>> Tagged(KnowledgeFolder folder, LexiconWord[] words, bool hmm)
    {
        PartOfSpeechTagger tagger = PartOfSpeechTagger.Load(folder, words);
        return text => tagger.Cut(text, hmm);
    }

    private static Func<string, IEnumerable<TaggedToken>> Untagged(KnowledgeFolder folder, LexiconWord[] words, SegmentationMode mode, bool hmm)
    {
        WordSegmenter segmenter = WordSegmenter.Load(folder, words);
        return text => segmenter.Cut(text, mode, hmm).Select(token => new TaggedToken(token.Span, ""));
    }

    private static int Segment(Utf8Lines lines, Func<string, IEnumerable<TaggedToken>> cut, CancellationToken cancellation)
    {
        var output = new OutputBuffer(Console.Out);
        while (lines.Read() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isFirst = true;
            foreach (TaggedToken token in cut(line.TrimEnd('\r')))
            {
                if (!isFirst) output.Append(' ');
                output.Append(line.AsSpan(token.Span.Start, token.Span.Length));
                if (token.Tag.Length > 0) output.Append('/').Append(token.Tag);
                isFirst = false;
            }

            if (lines.HasLineEnd) output.Append('\n');
            output.EndLine(lines.IsDrained);
        }

        output.Flush();
        return TextInput.Finish(lines);
    }
}
