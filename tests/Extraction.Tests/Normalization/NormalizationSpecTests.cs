using System.Text.Json;
using Extraction.Documents;
using Extraction.Knowledge;
using Extraction.Normalization;

namespace Extraction.Tests.Normalization;

/// <summary>Runs tests/specs/normalization/*.json: what becomes of a text, and, where given, by which edits (operation, raw start and end, text start and end).</summary>
public class NormalizationSpecTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (string file in Directory.GetFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
            foreach (SpecCase item in Load(file).Cases) data.Add(Path.GetFileName(file), item.Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_gives_its_text_and_its_edits(string file, string name)
    {
        Spec spec = Load(Path.Combine(Folder(), file));
        SpecCase item = Assert.Single(spec.Cases, item => item.Name == name);
        (string text, OffsetMap map) = TextNormalizer.Load(KnowledgeFolder.Default(), spec.Lexicon).NormalizeString(item.Input);

        Assert.Equal(item.Expected, text);
        if (item.Edits is not null) Assert.Equal(item.Edits, map.Edits.Select(Describe));
    }

    private static string Describe(TextEdit edit) => FormattableString.Invariant($"{edit.Operation} {edit.Raw} {edit.Text}");

    private static string Folder() => SpecFolder.File("normalization");

    private static Spec Load(string file) =>
        JsonSerializer.Deserialize<Spec>(File.ReadAllText(file), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;

    private sealed record Spec(string[] Lexicon, SpecCase[] Cases);

    private sealed record SpecCase(string Name, string Input, string Expected, string[]? Edits);
}
