using System.CommandLine;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Names;
using Extraction.Segmentation;

namespace Extraction.Cli.Text;

/// <summary><c>extraction segment [FILE|-]</c>: the words of a text, as jieba cuts them.</summary>
internal static class SegmentCommand
{
    internal static Command Create()
    {
        Argument<string> file = TextInput.Argument();
        var mode = new Option<string>("--mode", "-m") { Description = "accurate; all = every word, overlapping; search = accurate, and the words inside long ones.", DefaultValueFactory = _ => "accurate" };
        mode.AcceptOnlyFromAmong("accurate", "all", "search");
        var noHmm = new Option<bool>("--no-hmm") { Description = "Guess no unknown words. 不识别新词。" };
        var plain = new Option<bool>("--plain") { Description = "jieba's dictionary alone, without the names of the knowledge folder. 仅用 jieba 词典。" };
        var lexicon = new Option<string?>("--lexicon") { Description = "Further words, one a line, # for comments; spaces, dots and hyphens are allowed. 自定义词表。" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Another knowledge folder than the one that travels with the program." };
        var command = new Command("segment", "Cut text into words, a line of words for each line. 中文分词。") { file, mode, noHmm, plain, lexicon, knowledge };
        command.SetAction((parsed, cancellation) =>
        {
            using Stream input = TextInput.Open(parsed.GetValue(file)!);
            KnowledgeFolder folder = PipelineFactory.Knowledge(parsed.GetValue(knowledge));
            IEnumerable<string> names = parsed.GetValue(plain) ? [] : NameRecognizer.Load(folder).LexiconWords;
            WordSegmenter segmenter = WordSegmenter.Load(folder, [.. names, .. Words(parsed.GetValue(lexicon))]);
            SegmentationMode how = Enum.Parse<SegmentationMode>(parsed.GetValue(mode)!, ignoreCase: true);
            return Task.FromResult(Segment(new Utf8Lines(input), text => segmenter.Cut(text, how, !parsed.GetValue(noHmm)), cancellation));
        });
        return command;
    }

    private static int Segment(Utf8Lines lines, Func<string, IEnumerable<Token>> cut, CancellationToken cancellation)
    {
        var output = new OutputBuffer(Console.Out);
        while (lines.Read() is { } line)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isFirst = true;
            foreach (Token token in cut(line.TrimEnd('\r')))
            {
                if (!isFirst) output.Append(' ');
                output.Append(line.AsSpan(token.Span.Start, token.Span.Length));
                isFirst = false;
            }

            if (lines.HasLineEnd) output.Append('\n');
            output.EndLine(lines.IsDrained);
        }

        output.Flush();
        return TextInput.Finish(lines);
    }

    private static List<string> Words(string? file)
    {
        var words = new List<string>();
        if (file is null) return words;
        using Stream input = TextInput.Open(file);
        var lines = new Utf8Lines(input);
        while (lines.Read() is { } line)
        {
            if (lines.Damaged > 0) throw new UsageException($"{file}:{lines.Number}: the line is no UTF-8; save the list as UTF-8.");
            string word = line.Trim('\uFEFF', ' ', '\t', '\r');
            if (word.Length > 0 && word[0] != '#') words.Add(word);
        }

        return words;
    }
}
