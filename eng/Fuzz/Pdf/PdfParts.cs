using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Extraction.Fuzz.Pdf;

/// <summary>An object: what stands before its stream, and the stream, unpacked where that is easy.</summary>
internal sealed record PdfPart(string Head, string? Stream);

/// <summary>A PDF taken apart into its objects, those inside object streams too, and put together without compression. Bytes are Latin-1 characters.</summary>
internal sealed partial class PdfParts
{
    internal SortedDictionary<int, PdfPart> Objects { get; } = [];

    /// <summary>What the trailer says beside its size.</summary>
    internal string Trailer { get; set; } = "";

    /// <summary>Null where the file is encrypted or names no root in a way that is understood here.</summary>
    internal static PdfParts? Read(byte[] bytes)
    {
        string text = Encoding.Latin1.GetString(bytes);
        var parts = new PdfParts();
        for (Match start = ObjectStart().Match(text); start.Success; start = ObjectStart().Match(text, parts.Take(text, start))) ;
        foreach (PdfPart packed in parts.Objects.Values.Where(part => part.Head.Contains("/ObjStm", StringComparison.Ordinal)).ToArray()) parts.Unpack(packed);
        Match root = Root().Matches(text).LastOrDefault() ?? Root().Match(string.Concat(parts.Objects.Values.Select(part => part.Head)));
        if (!root.Success || text.Contains("/Encrypt", StringComparison.Ordinal)) return null;
        foreach (int number in parts.Objects.Where(part => IsOfFile(part.Value.Head)).Select(part => part.Key).ToArray()) parts.Objects.Remove(number);
        parts.Trailer = root.Value;
        return parts.Objects.Count == 0 ? null : parts;
    }

    /// <summary>The file.</summary>
    internal StringBuilder Write(Func<int, long, string> offset, string length = "")
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var offsets = new SortedDictionary<int, int>();
        foreach ((int number, PdfPart part) in Objects)
        {
            offsets[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n");
            if (part.Stream is null) file.Append(part.Head);
            else file.Append(WithLength(part, length)).Append("\nstream\n").Append(part.Stream).Append("\nendstream");
            file.Append("\nendobj\n");
        }
        int table = file.Length;
        file.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, int at) in offsets) file.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset(number, at)} 00000 n \n");
        return file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Keys.Last() + 1} {Trailer} >>\nstartxref\n{table}\n%%EOF\n");
    }

    internal static string Offset(long at) => at.ToString("D10", CultureInfo.InvariantCulture);

    private static string WithLength(PdfPart part, string length)
    {
        string head = Length().Replace(part.Head, "");
        int end = head.LastIndexOf(">>", StringComparison.Ordinal);
        return end < 0 ? head : string.Create(CultureInfo.InvariantCulture, $"{head[..end]} /Length {(length.Length > 0 ? length : part.Stream!.Length)} >>");
    }

    private int Take(string text, Match start)
    {
        int at = start.Index + start.Length;
        int end = text.IndexOf("endobj", at, StringComparison.Ordinal), stream = text.IndexOf("stream", at, StringComparison.Ordinal);
        if (end < 0) end = text.Length;
        int number = int.Parse(start.Groups[1].Value, CultureInfo.InvariantCulture);
        if (stream < 0 || stream > end)
        {
            Objects[number] = new PdfPart(text[at..end].Trim(), null);
            return end;
        }
        string head = text[at..stream].Trim();
        int from = stream + 6;
        from += text.AsSpan(from).StartsWith("\r\n") ? 2 : 1;
        int until = Size(head) is { } size && from + size <= text.Length && text.AsSpan(from + size, Math.Min(12, text.Length - from - size)).Contains("endstream", StringComparison.Ordinal)
            ? from + size
            : text.IndexOf("endstream", from, StringComparison.Ordinal);
        if (until < 0) until = text.Length;
        Objects[number] = Inflated(head, text[from..until]);
        return until;
    }

    private static int? Size(string head) => DirectLength().Match(head) is { Success: true } size ? int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static PdfPart Inflated(string head, string stream)
    {
        if (!Flate().IsMatch(head) || head.Contains("/DecodeParms", StringComparison.Ordinal)) return new PdfPart(head, stream);
        try
        {
            using var source = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(stream)), CompressionMode.Decompress);
            var bytes = new MemoryStream();
            source.CopyTo(bytes);
            return new PdfPart(Flate().Replace(head, ""), Encoding.Latin1.GetString(bytes.ToArray()));
        }
        catch (InvalidDataException)
        {
            return new PdfPart(head, stream);
        }
    }

    private void Unpack(PdfPart packed)
    {
        if (packed.Stream is not { } text || First().Match(packed.Head) is not { Success: true } first) return;
        int start = int.Parse(first.Groups[1].Value, CultureInfo.InvariantCulture);
        if (start > text.Length) return;
        int[] pairs = [.. text[..start].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(each => int.TryParse(each, out int value) ? value : -1)];
        for (int i = 0; i + 1 < pairs.Length; i += 2)
        {
            int from = start + pairs[i + 1], until = i + 3 < pairs.Length ? start + pairs[i + 3] : text.Length;
            if (pairs[i] > 0 && from <= until && until <= text.Length) Objects.TryAdd(pairs[i], new PdfPart(text[from..until].Trim(), null));
        }
    }

    private static bool IsOfFile(string head) => head.Contains("/ObjStm", StringComparison.Ordinal) || head.Contains("/XRef", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(\d{1,7}) \d{1,5} obj\b")]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/Root\s+\d+\s+\d+\s+R")]
    private static partial Regex Root();

    [GeneratedRegex(@"/Length\s+\d+(?:\s+\d+\s+R)?")]
    private static partial Regex Length();

    [GeneratedRegex(@"/Length\s+(\d{1,9})\b(?!\s+\d+\s+R)")]
    private static partial Regex DirectLength();

    [GeneratedRegex(@"/Filter\s*\[?\s*/FlateDecode\s*\]?")]
    private static partial Regex Flate();

    [GeneratedRegex(@"/First\s+(\d{1,9})")]
    private static partial Regex First();
}
