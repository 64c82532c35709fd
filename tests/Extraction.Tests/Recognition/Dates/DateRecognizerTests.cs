using System.Text.Json;
using CsCheck;
using Extraction.Documents;
using Extraction.Recognition.Dates;

namespace Extraction.Tests.Recognition.Dates;

public class DateRecognizerTests
{
    private static readonly DateRecognizer Recognizer = DateRecognizer.Load(RecognitionText.Knowledge());
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    // [row, column] of a cell; row 1 names the columns.
    private sealed record Line(string Text, string Role, int? Parent, int Page, int[]? Cell);

    // Start and End count from the block's beginning; Anchor is the text that the missing parts come from.
    private sealed record Expected(int Block, int Start, int End, string Text, string? Value, string? Basis, string? Anchor, List<string>? Alternatives);

    private sealed record Case(string Name, List<Line> Blocks, List<Expected> Dates);

    private static List<Case> ReadCases() => [.. Directory.GetFiles(Path.Combine(RecognitionText.Root, "tests", "specs", "dates"), "*.json")
        .Order(StringComparer.Ordinal).SelectMany(file => JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(file), Json)!)];

    public static TheoryData<string> Names() => new(ReadCases().Select(one => one.Name).Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void Document_is_read_as_its_case_says(string name)
    {
        Case expected = ReadCases().Find(one => one.Name == name)!;
        SegmentedText text = Build(expected);

        IEnumerable<string> found = Recognizer.Recognize(text).Select(mention => Write(text, mention));
        Assert.Equal(expected.Dates.Select(Write), found);
    }

    [Fact]
    public void No_case_is_written_twice()
    {
        List<Case> cases = ReadCases();
        Assert.NotEmpty(cases);
        Assert.Equal(cases.Count, cases.DistinctBy(one => one.Name).Count());
        Assert.Equal(cases.Count, cases.DistinctBy(one => string.Join('\n', one.Blocks)).Count());
    }

    [Fact]
    public void Every_written_day_is_read_back() =>
        Gen.Select(Gen.Int[0, 73_000], Gen.Int[0, 3]).Sample((days, form) =>
        {
            DateOnly day = new DateOnly(1900, 1, 1).AddDays(days);
            string written = form switch
            {
                0 => $"{day.Year}年{day.Month}月{day.Day}日",
                1 => $"{day.Year}-{day.Month:00}-{day.Day:00}",
                2 => $"{day.Year}/{day.Month}/{day.Day}",
                _ => $"{day.Year}.{day.Month:00}.{day.Day:00}",
            };
            DateMention mention = Assert.Single(Recognizer.Recognize(RecognitionText.Paragraph($"于{written}，签约")));
            Assert.Equal($"{day:yyyy-MM-dd}", mention.Date?.Value);
            Assert.Equal(written, mention.Date?.Text);
        }, iter: 300);

    [Fact]
    public void Spans_are_in_range_ascending_and_their_text_is_the_dates() =>
        Gen.String[Gen.Char["0123456789年月日号-/.至—同去今明次上下半季度Q初底二〇三十 \u3000《》（），。到FYHMarch"], 0, 60].Array[1, 6].Sample(blocks =>
        {
            var document = new RecognitionText();
            foreach (string block in blocks) document.Add(block, block.Length % 5 == 0 ? BlockRole.Title : BlockRole.ListItem, page: 1 + (block.Length % 2));
            SegmentedText text = document.Build();
            int end = 0;
            foreach (DateMention mention in Recognizer.Recognize(text))
            {
                Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Text.Length);
                end = mention.Span.End;
                if (mention.Date is not { } date) continue;
                Assert.Equal(mention.Span.Of(text.Text), date.Text);
                Assert.True(DateArithmetic.Days(date.Value).First.Year >= 1900);
            }
        }, iter: 1000);

    private static SegmentedText Build(Case one)
    {
        var document = new RecognitionText();
        foreach (Line line in one.Blocks)
        {
            CellAddress? cell = line.Cell is [int row, int column] ? new CellAddress(1, row, column, IsHeader: row == 1) : null;
            document.Add(line.Text, Enum.Parse<BlockRole>(line.Role), line.Parent, Math.Max(1, line.Page), cell);
        }

        return document.Build();
    }

    private static string Write(SegmentedText text, DateMention mention)
    {
        Block block = text.Normalized.Blocks.Single(block => block.Span.Contains(mention.Span));
        return Write(new Expected(
            block.Index, mention.Span.Start - block.Span.Start, mention.Span.End - block.Span.Start, mention.Span.Of(text.Text),
            mention.Date?.Value, mention.Date?.Basis.ToString(), mention.Date?.Anchor?.Of(text.Text), [.. mention.Date?.Alternatives ?? []]));
    }

    private static string Write(Expected one) =>
        $"#{one.Block}[{one.Start},{one.End}) {one.Text} = {one.Value} {one.Basis} ← {one.Anchor} {string.Join(' ', one.Alternatives ?? [])}";
}
