using Extraction.Knowledge;
using Extraction.Normalization;
using Extraction.Recognition.Names;
using Extraction.Tests.Normalization.Damage;

namespace Extraction.Tests.Normalization;

/// <summary>Sound text comes out as it went in: no edit at all, whatever it is about and whatever it looks like.</summary>
public class CleanTextTests
{
    private static readonly TextNormalizer Normalizer = LoadWithLexicon();

    public static TheoryData<string> Lines() =>
        [.. File.ReadLines(SpecFolder.File("normalization", "clean.txt")).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_sound_line_is_untouched(string line) => Assert.Equal([], Edits(line));

    [Fact]
    public void A_hundred_thousand_characters_of_sound_reports_are_untouched()
    {
        int characters = 0;
        for (int seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            foreach (string text in new[] { CleanReports.Paragraph(random), CleanReports.Title(random), CleanReports.EnglishParagraph(random) })
            {
                Assert.Equal([], Edits(text));
                characters += text.Length;
            }
        }

        Assert.True(characters > 100_000);
    }

    internal static TextNormalizer LoadWithLexicon()
    {
        KnowledgeFolder knowledge = KnowledgeFolder.Default();
        return TextNormalizer.Load(knowledge, NameRecognizer.Load(knowledge).LexiconWords);
    }

    private static IEnumerable<string> Edits(string text) =>
        Normalizer.NormalizeString(text).Map.Edits.Select(edit => $"{edit.Operation} {edit.Raw} in {text}");
}
