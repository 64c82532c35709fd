using System.Collections.Immutable;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Fuzz.Texts;
using Extraction.Isolation.Wire;
using Extraction.Reading;

namespace Extraction.Fuzz.Targets;

/// <summary>Parts of the machinery that take bytes in this process.</summary>
internal static class Internals
{
    private const int Pages = 40;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    private static readonly byte[][] Marks =
    [
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [.. "PK\u0003\u0004"u8], [.. "%PDF-1.7\n"u8], [.. "{\\rtf1"u8], [.. "<!DOCTYPE html>"u8], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0],
        [.. "MIME-Version: 1.0\nContent-Type: multipart/related"u8], [.. Encoding.Unicode.GetBytes("WordDocument")], [.. Encoding.Unicode.GetBytes("EncryptedPackage")],
    ];

    /// <summary>An answer of a worker, damaged: it is refused, or is one.</summary>
    internal static Trial Decode(Seed seed, Random random, int number)
    {
        SourceFile file = SourceFile.FromBytes(seed.Name, seed.Bytes);
        byte[] answer = Mutation.Of(new ReadAnswer(AnswerKind.Read, [], Document(file, random)).Encode(), random);
        return Trial.Of($"{FuzzTarget.Wire}/{seed.Name}#{number}", Most, () =>
        {
            try
            {
                return (ReadAnswer.Decode(answer, file).Document is null ? Outcome.Failed : Outcome.Complete, ImmutableArray<string>.Empty, null);
            }
            catch (InvalidDataException)
            {
                return (Outcome.Failed, ["refused"], null);
            }
        });
    }

    /// <summary>The start of a file, damaged or another's: it is some format, or a typed refusal.</summary>
    internal static Trial Sniff(Seed seed, Random random, int number)
    {
        byte[] mark = Pick.From(Marks, random), rest = seed.Bytes[..random.Next(seed.Bytes.Length + 1)];
        byte[] bytes = random.Next(3) switch
        {
            0 => [.. mark, .. rest],
            1 => [.. mark, .. Mutation.Of(rest, random)],
            _ => [.. mark, .. rest.AsSpan(Math.Min(mark.Length, rest.Length)), .. Pick.From(Marks, random)],
        };
        return Trial.Of($"{FuzzTarget.Sniffer}/{seed.Name}#{number}", Most, () =>
        {
            try
            {
                return (Outcome.Complete, [FormatSniffer.Detect(SourceFile.FromBytes(seed.Name, bytes)).ToString()], null);
            }
            catch (UnreadableDocumentException failure)
            {
                return (Outcome.Failed, [failure.Code], null);
            }
        });
    }

    private static SourceDocument Document(SourceFile file, Random random)
    {
        var pages = ImmutableArray.CreateBuilder<SourcePage>();
        for (int page = 1; page <= Pages; page++)
        {
            var place = new Locator { Page = page, Part = "part", Shape = random.Next(2) == 0 ? "shape" : null, Box = new Box(1, 2, 3, random.Next()) };
            SourceParagraph paragraph = new([new SourceRun("文字" + random.Next(), place), new SourceRun("text", place)]) { FontSize = random.Next(3) == 0 ? null : 12 };
            pages.Add(new SourcePage(page, 600, 800,
            [
                new SourceTextBox(place, SourceLayer.Content, false, [paragraph]),
                new SourceTable(place, SourceLayer.Content, 1, 1, [new SourceCell(1, 1, 1, 1, [paragraph])]),
                new SourceChart(place, SourceLayer.Content, "图", ["甲"], [new ChartSeries("乙", ["1", null])]),
            ]));
        }
        return new SourceDocument(file, SourceFormat.Pdf, "题", pages.ToImmutable());
    }
}
