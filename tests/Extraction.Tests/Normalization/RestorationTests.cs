using System.Globalization;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Normalization;
using Extraction.Tests.Normalization.Damage;

namespace Extraction.Tests.Normalization;

/// <summary>
/// Damages sound text, repairs it and counts how often exactly the sound text comes back. Where less than all is asked, what is
/// missing cannot be told from the text alone: <c>Green⏎Grid</c> may be two words.
/// </summary>
public class RestorationTests
{
    private const int Texts = 500;

    private static readonly TextNormalizer Normalizer = CleanTextTests.LoadWithLexicon();
    private static readonly TextDamager Damager = new(Forms());

    private static readonly Dictionary<string, (Func<Random, string> Clean, Func<string, Random, string> Damage)> Kinds = new(StringComparer.Ordinal)
    {
        ["radicals"] = (CleanReports.Paragraph, Damager.Radicals),
        ["doubled forms"] = (CleanReports.Paragraph, Damager.Doubled),
        ["full width"] = (CleanReports.Paragraph, TextDamager.FullWidth),
        ["invisible characters"] = (CleanReports.Paragraph, TextDamager.Controls),
        ["spaces at units"] = (CleanReports.Paragraph, TextDamager.SpacedUnits),
        ["every character apart, titles"] = (CleanReports.Title, TextDamager.SpacedAll),
        ["every character apart, paragraphs"] = (CleanReports.Paragraph, TextDamager.SpacedAll),
        ["every character apart, English"] = (CleanReports.EnglishParagraph, TextDamager.SpacedAll),
        ["Latin letters apart, titles"] = (CleanReports.Title, TextDamager.SpacedLatin),
        ["Latin letters apart, paragraphs"] = (CleanReports.Paragraph, TextDamager.SpacedLatin),
        ["splinters"] = (CleanReports.Title, TextDamager.Splinters),
        ["wraps"] = (CleanReports.Paragraph, TextDamager.Wraps),
        ["wraps between words"] = (CleanReports.EnglishParagraph, TextDamager.WordWraps),
        ["radicals, wraps and invisible characters"] =
            (CleanReports.Paragraph, (text, random) => TextDamager.Controls(TextDamager.Wraps(Damager.Radicals(text, random), random), random)),
        ["radicals and letters apart"] = (CleanReports.Title, (text, random) => TextDamager.SpacedLatin(Damager.Radicals(text, random), random)),
    };

    [Theory]
    [InlineData("radicals", 1)]
    [InlineData("doubled forms", 1)]
    [InlineData("full width", 1)]
    [InlineData("invisible characters", 1)]
    [InlineData("spaces at units", 1)]
    [InlineData("every character apart, titles", 1)]
    [InlineData("every character apart, paragraphs", 1)]
    [InlineData("every character apart, English", 1)]
    [InlineData("Latin letters apart, titles", 0.97)]
    [InlineData("Latin letters apart, paragraphs", 0.96)]
    [InlineData("splinters", 0.82)]
    [InlineData("wraps", 0.98)]
    [InlineData("wraps between words", 1)]
    [InlineData("radicals, wraps and invisible characters", 0.98)]
    [InlineData("radicals and letters apart", 0.97)]
    public void Damaged_text_comes_back_as_it_was(string kind, double least)
    {
        int restored = 0;
        string? lost = null;
        for (int seed = 0; seed < Texts; seed++)
        {
            var random = new Random(seed);
            string clean = Kinds[kind].Clean(random), damaged = Kinds[kind].Damage(clean, random);
            string repaired = Normalizer.NormalizeString(damaged).Text;
            if (repaired == clean) restored++;
            else lost ??= $"{damaged} became {repaired}";
        }

        Assert.True(restored >= least * Texts, $"{restored} of {Texts}: {lost}");
    }

    // Over all kinds of damage together: what a reader of a damaged document meets.
    [Fact]
    public void At_most_one_character_in_a_thousand_is_wrong_after_repair()
    {
        long characters = 0, errors = 0;
        foreach ((Func<Random, string> clean, Func<string, Random, string> damage) in Kinds.Values)
            for (int seed = 0; seed < Texts; seed++)
            {
                var random = new Random(seed);
                string sound = clean(random);
                characters += sound.Length;
                errors += EditDistance(sound, Normalizer.NormalizeString(damage(sound, random)).Text);
            }

        Assert.True(errors * 1000 <= characters, $"{errors} of {characters}");
    }

    [Fact]
    public void No_radical_is_left() => Assert.All(Enumerable.Range(0, 200), seed =>
    {
        var random = new Random(seed);
        Assert.DoesNotContain(Normalizer.NormalizeString(Damager.Radicals(CleanReports.Paragraph(random), random)).Text, c => c is >= '\u2E80' and <= '\u2FDF');
    });

    [Fact]
    public void What_stands_between_two_edits_is_equal_in_both_texts() => Assert.All(Kinds.Values, kind =>
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            string raw = kind.Damage(kind.Clean(random), random);
            (string text, OffsetMap map) = Normalizer.NormalizeString(raw);
            int rawEnd = 0, textEnd = 0;
            foreach (TextEdit edit in map.Edits)
            {
                Assert.Equal(raw[rawEnd..edit.Raw.Start], text[textEnd..edit.Text.Start]);
                (rawEnd, textEnd) = (edit.Raw.End, edit.Text.End);
            }

            Assert.Equal(raw[rawEnd..], text[textEnd..]);
        }
    });

    private static int EditDistance(string expected, string actual)
    {
        if (expected == actual) return 0;
        int[] row = [.. Enumerable.Range(0, actual.Length + 1)];
        for (int i = 1; i <= expected.Length; i++)
        {
            (int diagonal, row[0]) = (row[0], i);
            for (int j = 1; j <= actual.Length; j++)
            {
                int changed = diagonal + (expected[i - 1] == actual[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private static ILookup<string, string> Forms()
    {
        TsvTable table = KnowledgeFolder.Default().ReadTsv("normalization/ideographs.tsv");
        return table.Rows.ToLookup(row => Character(table.Field(row, "to")), row => Character(table.Field(row, "from")));
    }

    private static string Character(string code) => char.ConvertFromUtf32(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
