using System.IO.Compression;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Formats.Pptx;
using static Extraction.Formats.Tests.Pptx.PptxFile;

namespace Extraction.Formats.Tests.OpenXml;

/// <summary>Damage inside single parts of packages that are whole, and what it may cost.</summary>
public class PackageMutationTests
{
    private static readonly PptxReader Reader = new();
    private static readonly byte[] Deck = Of([.. Enumerable.Range(1, 8).Select(page => string.Concat(
        Enumerable.Range(1, 4).Select(shape => Shape(shape + 1, (10, 60 * shape, 300, 50), Line($"第{page}页第{shape}框：动力电池装车量") + Line($"同比增长{page * shape}%")))))]);

    [Fact]
    public void Damaged_parts_keep_nine_tenths_of_their_text_and_are_complete_only_without_loss()
    {
        string whole = Text(Reader.Read(Deck).Document);
        string[] parts = ["ppt/slides/slide1.xml", "ppt/slides/slide5.xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"];
        double kept = 0;
        const int Cases = 300;
        for (int seed = 0; seed < Cases; seed++)
        {
            string part = parts[seed % parts.Length];
            (SourceDocument document, DiagnosticBag diagnostics) = Reader.Read(TestPackages.WithEntry(Deck, part, Mutation.Of(Entry(part), seed)));
            double share = Share(whole, Text(document));
            Assert.True(diagnostics.HasErrors || share > 0.99, $"seed {seed} of {part}: complete with {share:F3} of its text");
            kept += share;
        }
        Assert.True(kept / Cases >= 0.9, $"kept {kept / Cases:F3}");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.4)]
    [InlineData(0.7)]
    public void A_cut_package_gives_all_slides_that_are_still_there(double share)
    {
        byte[] cut = Deck[..(int)(Deck.Length * share)];
        int[] there = [.. Enumerable.Range(1, 8).Where(number => IsWhole(cut, $"ppt/slides/slide{number}.xml"))];
        if (there.Length == 0) return;

        string read = Text(Reader.Read(cut).Document);

        Assert.All(there, number => Assert.Contains($"第{number}页第4框", read, StringComparison.Ordinal));
    }

    private static bool IsWhole(byte[] cut, string name)
    {
        int header = cut.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name));
        return header >= 0 && cut.AsSpan(header).IndexOf("PK\u0003\u0004"u8) > 0;
    }

    private static byte[] Entry(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Deck), ZipArchiveMode.Read);
        using Stream stream = zip.GetEntry(name)!.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static double Share(string whole, string left)
    {
        var signs = left.GroupBy(sign => sign).ToDictionary(group => group.Key, group => group.Count());
        return whole.GroupBy(sign => sign).Sum(group => Math.Min(group.Count(), signs.GetValueOrDefault(group.Key))) / (double)whole.Length;
    }

    private static string Text(SourceDocument document) =>
        string.Concat(document.Pages.SelectMany(page => page.Elements).SelectMany(element => element.Lines()));
}
