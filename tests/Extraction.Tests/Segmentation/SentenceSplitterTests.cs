using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Segmentation;

namespace Extraction.Tests.Segmentation;

public sealed class SentenceSplitterTests
{
    private readonly SentenceSplitter splitter = SentenceSplitter.Load(KnowledgeFolder.Default());

    public static TheoryData<string> Cases() => [.. ReadCases()];

    // A bar marks each place where a sentence ends.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Splits(string marked) => Assert.Equal(marked.Split('|').Select(part => part.Trim()), Sentences(marked.Replace("|", "", StringComparison.Ordinal)));

    [Fact]
    public void No_case_stands_there_twice() => Assert.Equal(ReadCases().Length, ReadCases().Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [InlineData("")]
    [InlineData(" \u3000\t")]
    public void White_space_has_no_sentence(string text) => Assert.Empty(Sentences(text));

    [Fact]
    public void A_part_is_read_as_if_it_stood_alone()
    {
        const string text = "甲“乙。丙”丁";
        Assert.True(splitter.Split(text, new TextSpan(2, 5)).SequenceEqual([new TextSpan(2, 4), new TextSpan(4, 5)]));
    }

    [Fact]
    public void Sentences_hold_all_that_is_not_white_space_in_order() =>
        Gen.Char["甲乙a1A 。！？；!?;.“”（）\"《》\u3000"].Array[0, 40].Select(characters => new string(characters)).Sample(
            text => string.Concat(Sentences(text)).Where(IsInk).SequenceEqual(text.Where(IsInk)) && Sentences(text).All(IsTrimmed), iter: 5000);

    [Fact]
    public void Many_marks_without_partners_take_no_square_time()
    {
        string text = new string('（', 200_000) + new string('》', 200_000) + "。完";
        Assert.Equal(2, splitter.Split(text, new TextSpan(0, text.Length)).Length);
    }

    private static string[] ReadCases() => JsonSerializer.Deserialize<string[]>(File.ReadAllText(SpecFolder.File("segmentation", "sentences.json")))!;

    private static bool IsInk(char character) => !char.IsWhiteSpace(character);

    private static bool IsTrimmed(string sentence) => sentence.Length > 0 && sentence.Trim() == sentence;

    private ImmutableArray<string> Sentences(string text) =>
        [.. splitter.Split(text, new TextSpan(0, text.Length)).Select(span => span.Of(text))];
}
