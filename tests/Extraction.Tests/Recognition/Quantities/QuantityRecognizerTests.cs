using System.Globalization;
using System.Text.Json;
using CsCheck;
using Extraction.Documents;
using Extraction.Recognition.Quantities;

namespace Extraction.Tests.Recognition.Quantities;

public class QuantityRecognizerTests
{
    private static readonly QuantityRecognizer Recognizer = QuantityRecognizer.Load(RecognitionText.Knowledge());
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private sealed record Expected(int Start, int End, string Text, string Value, string? Upper, string Unit, string Kind, string Qualifier);

    private sealed record Case(string Text, List<Expected> Quantities);

    private static List<Case> ReadCases() => [.. Directory.GetFiles(Path.Combine(RecognitionText.Root, "tests", "specs", "quantities"), "*.json")
        .Order(StringComparer.Ordinal).SelectMany(file => JsonSerializer.Deserialize<List<Case>>(File.ReadAllText(file), Json)!)];

    public static TheoryData<string> Texts() => new(ReadCases().Select(one => one.Text).Distinct());

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_as_its_case_says(string text)
    {
        Case expected = ReadCases().Find(one => one.Text == text)!;
        IEnumerable<string> found = Recognizer.Recognize(RecognitionText.Paragraph(text)).Select(mention => Write(
            mention.Span.Start, mention.Span.End, mention.Quantity.Text, Number(mention.Quantity.Value), Number(mention.Quantity.Upper),
            mention.Quantity.Unit, mention.Quantity.Kind.ToString(), mention.Quantity.Qualifier.ToString()));

        Assert.Equal(expected.Quantities.Select(one => Write(one.Start, one.End, one.Text, one.Value, one.Upper, one.Unit, one.Kind, one.Qualifier)), found);
    }

    [Fact]
    public void No_case_is_written_twice()
    {
        List<Case> cases = ReadCases();
        Assert.NotEmpty(cases);
        Assert.Equal(cases.Count, cases.DistinctBy(one => one.Text).Count());
    }

    [Fact]
    public void Bare_numbers_in_cells_take_the_unit_of_their_column_or_caption()
    {
        SegmentedText text = new RecognitionText()
            .Add("表1 各厂产量（单位：万吨）", BlockRole.Caption)
            .Add("序号", BlockRole.Cell, cell: new CellAddress(1, 1, 1, IsHeader: true))
            .Add("营收（亿元）", BlockRole.Cell, cell: new CellAddress(1, 1, 2, IsHeader: true))
            .Add("产量", BlockRole.Cell, cell: new CellAddress(1, 1, 3, IsHeader: true))
            .Add("1", BlockRole.Cell, cell: new CellAddress(1, 2, 1))
            .Add("1,234.5", BlockRole.Cell, cell: new CellAddress(1, 2, 2))
            .Add("320", BlockRole.Cell, cell: new CellAddress(1, 2, 3))
            .Table(new TableGrid(1, TableKind.Table, 2, 3, 1, 0)).Build();

        Assert.Equal(["123450000000 CNY", "3200000 吨"], Recognizer.Recognize(text).Select(mention => $"{Number(mention.Quantity.Value)} {mention.Quantity.Unit}"));
    }

    [Fact]
    public void Formatted_numbers_come_back_with_their_value() =>
        Gen.Select(Gen.Int[1, 999_999], Gen.Int[0, 99], Gen.OneOf(Gen.Const(""), Gen.Const("万"), Gen.Const("亿")), Gen.OneOf(Gen.Const("元"), Gen.Const("美元"), Gen.Const("%"))).Sample((whole, cents, scale, unit) =>
        {
            if (unit == "%") scale = "";
            string written = string.Create(CultureInfo.InvariantCulture, $"{whole}.{cents:00}{scale}{unit}");
            SegmentedText text = RecognitionText.Paragraph($"金额为{written}。");
            decimal factor = scale switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
            QuantityMention mention = Assert.Single(Recognizer.Recognize(text));
            Assert.Equal((whole + (cents / 100m)) * factor, mention.Quantity.Value);
            Assert.Equal(written, mention.Quantity.Text);
        }, iter: 300);

    [Fact]
    public void Spans_are_in_range_ascending_and_their_text_is_the_quantitys() =>
        Gen.String[Gen.Char["0123456789.,-一二十百千万亿两数几余多约超近元美$¥%个家倍万GB/s每至到第年月 \u3000点成零ＡZ（）"], 0, 60].Sample(random =>
        {
            SegmentedText text = RecognitionText.Paragraph(random);
            int end = 0;
            foreach (QuantityMention mention in Recognizer.Recognize(text))
            {
                Assert.True(mention.Span.Start >= end && mention.Span.End <= text.Text.Length);
                Assert.Equal(mention.Span.Of(text.Text), mention.Quantity.Text);
                end = mention.Span.End;
            }
        }, iter: 2000);

    private static string Write(int start, int end, string text, string value, string? upper, string unit, string kind, string qualifier) =>
        $"[{start},{end}) {text} = {value}{(upper is null ? "" : "…" + upper)} {unit} {kind} {qualifier}";

    private static string? Number(decimal? value) => value is { } number ? Number(number) : null;

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
