using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Extraction.Fuzz.Texts;

namespace Extraction.Fuzz.Pdf;

/// <summary>Damages a PDF inside its objects and unpacked streams, in the references between them, and in what its table says of them.</summary>
internal static partial class PdfDamage
{
    private static readonly string[] Filters =
    [
        "/Filter [/FlateDecode /FlateDecode]", "/Filter /ASCIIHexDecode", "/Filter /ASCII85Decode", "/Filter /LZWDecode", "/Filter /RunLengthDecode", "/Filter /DCTDecode", "/Filter /Unknown",
        "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>", "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns -1 /Colors 2147483647 /BitsPerComponent 99 >>", "/Filter [null 3 (x)]", "/Filter /Crypt",
    ];

    /// <summary>The file with one to three damages; one that cannot be taken apart is damaged byte by byte.</summary>
    internal static Mutant Of(byte[] bytes, Random random)
    {
        if (PdfParts.Read(bytes) is not { } parts) return new Mutant(Mutation.Of(bytes, random), "bytes", Promise.None);
        if (random.Next(4) == 0) return OfTable(parts, random);
        var damage = new List<string>();
        for (int rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            int number = Pick.From([.. parts.Objects.Keys], random);
            damage.Add(random.Next(3) switch
            {
                0 => Reference(parts, number, random),
                1 when parts.Objects[number].Stream is not null => Filter(parts, number, random),
                _ => Tokens(parts, number, random),
            });
        }
        return new Mutant(Bytes(parts.Write((_, at) => PdfParts.Offset(at))), string.Join("; ", damage), Promise.None);
    }

    // the objects stay what they are: readers that look for them find all
    private static Mutant OfTable(PdfParts parts, Random random)
    {
        string wrong = Pick.From(["0000000000", "9999999999", "0000000001", "-000000001", "xxxxxxxxxx", "0000000100"], random);
        int every = random.Next(1, 8), shift = random.Next(-40, 40);
        switch (random.Next(5))
        {
            case 0: return Whole(parts.Write((number, at) => number % every == 0 ? wrong : PdfParts.Offset(at)), $"{wrong} for every {every}. offset");
            case 1: return Whole(parts.Write((_, at) => PdfParts.Offset(Math.Max(0, at + shift))), $"offsets moved by {shift}");
            case 2: return Whole(parts.Write((_, at) => PdfParts.Offset(at)).Replace("startxref\n", "startxref\n" + random.Next(-9, 99).ToString(CultureInfo.InvariantCulture)), "startxref");
            case 3:
                string length = Pick.Number(random);
                return Whole(parts.Write((_, at) => PdfParts.Offset(at), length.Length == 0 ? "null" : length), $"lengths {length}");
            default:
                string entry = Pick.From(["/Prev 0", "/Prev 9", "/Prev 99999999999", "/Size -1", "/XRefStm 15", "/ID [", "/Info 0 0 R", "/Root 99999 0 R", "/Prev -1"], random);
                (string root, parts.Trailer) = (parts.Trailer, $"{parts.Trailer} {entry}");
                return Whole(parts.Write((_, at) => PdfParts.Offset(at)), $"{entry} behind {root}");
        }
    }

    private static string Reference(PdfParts parts, int number, Random random)
    {
        PdfPart part = parts.Objects[number];
        MatchCollection references = References().Matches(part.Head);
        if (references.Count == 0) return Tokens(parts, number, random);
        Match chosen = references[random.Next(references.Count)];
        int other = random.Next(3) == 0 ? number : Pick.From([.. parts.Objects.Keys], random);
        string reference = string.Create(CultureInfo.InvariantCulture, $"{other} 0 R");
        parts.Objects[number] = part with { Head = part.Head[..chosen.Index] + reference + part.Head[(chosen.Index + chosen.Length)..] };
        return $"{reference} for {chosen.Value} in {number}";
    }

    private static string Filter(PdfParts parts, int number, Random random)
    {
        PdfPart part = parts.Objects[number];
        string filter = Pick.From(Filters, random);
        int at = part.Head.IndexOf("<<", StringComparison.Ordinal);
        parts.Objects[number] = part with { Head = part.Head.Insert(at < 0 ? 0 : at + 2, " " + filter) };
        return $"{filter} in {number}";
    }

    private static string Tokens(PdfParts parts, int number, Random random)
    {
        PdfPart part = parts.Objects[number];
        bool inStream = part.Stream is { Length: > 0 and < 2_000_000 } && random.Next(2) == 0;
        (string text, string damage) = PdfTokens.Of(inStream ? part.Stream! : part.Head, inStream, random);
        parts.Objects[number] = inStream ? part with { Stream = text } : part with { Head = text };
        return $"{damage} {number}";
    }

    private static Mutant Whole(StringBuilder file, string damage) => new(Bytes(file), damage, Promise.Whole);

    private static byte[] Bytes(StringBuilder file) => Encoding.Latin1.GetBytes(file.ToString());

    [GeneratedRegex(@"\d+\s+\d+\s+R\b")]
    private static partial Regex References();
}
