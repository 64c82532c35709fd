using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Recognition.Dates;

namespace Extraction.Tests.Recognition.Dates;

public class DateRulesTests
{
    private static readonly DateRulesFile File = DateRulesFile.Parse(DateRules.FileName, RecognitionText.Knowledge().ReadText(DateRules.FileName));
    private static readonly DateRecognizer Recognizer = DateRecognizer.Load(RecognitionText.Knowledge());

    public static TheoryData<string, string, string, string, string?> Examples()
    {
        var data = new TheoryData<string, string, string, string, string?>();
        foreach (DateRuleLine rule in File.Rules)
            foreach (DateExample example in rule.Examples) data.Add(rule.Id, example.Under, example.Text, example.Quote, example.Value);
        return data;
    }

    public static TheoryData<string, string> Rejects()
    {
        var data = new TheoryData<string, string>();
        foreach (DateRuleLine rule in File.Rules)
            foreach (string text in rule.Rejects) data.Add(rule.Id, text);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_a_rule_is_read_as_it_says(string rule, string under, string text, string quote, string? value)
    {
        RecognitionText document = new();
        if (under.Length > 0) document.Add(under, BlockRole.Title);
        SegmentedText segmented = document.Add(text, parent: under.Length > 0 ? 0 : null).Build();

        DateMention mention = Assert.Single(Recognizer.Recognize(segmented), mention => mention.Rule == $"rules/dates.yaml#{rule}" && mention.Span.Of(segmented.Text) == quote);
        Assert.Equal(value, mention.Date?.Value);
    }

    [Theory]
    [MemberData(nameof(Rejects))]
    public void A_rule_finds_nothing_in_its_rejects(string rule, string text) =>
        Assert.DoesNotContain(Recognizer.Recognize(RecognitionText.Paragraph(text)), mention => mention.Rule == $"rules/dates.yaml#{rule}");

    [Fact]
    public void A_rule_that_does_not_compile_is_named_in_the_error()
    {
        string folder = Directory.CreateTempSubdirectory("dates").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        System.IO.File.WriteAllText(Path.Combine(folder, DateRules.FileName), "date_columns: x\nrules:\n  - { id: broken, pattern: '(' }\n");

        var exception = Assert.Throws<KnowledgeException>(() => DateRules.Load(new KnowledgeFolder(folder)));
        Assert.Contains("broken", exception.Message, StringComparison.Ordinal);
        Directory.Delete(folder, true);
    }
}
