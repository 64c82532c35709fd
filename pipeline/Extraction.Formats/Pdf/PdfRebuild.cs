using System.Globalization;
using System.Text;
using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf;

/// <summary>
/// Makes a file whose index is lost readable again: finds its objects by their heads, unpacks those that lie in object streams, and writes a
/// new index behind them. Nothing that is there is changed.
/// </summary>
internal sealed class PdfRebuild
{
    private const int MostObjects = 2_000_000;
    private const int HighestNumber = 8_388_607;

    private readonly byte[] content;
    private readonly long most;
    private readonly MemoryStream rebuilt = new();
    private readonly SortedDictionary<int, (int Generation, long Offset)> objects = [];
    private readonly List<int> pages = [];
    private readonly HashSet<int> known = [];
    private string? root;
    private string? encryption;

    private PdfRebuild(byte[] content, long most) => (this.content, this.most) = (content, most);

    /// <summary>The same file with a new index, null where it holds no pages.</summary>
    /// <param name="file">The damaged file.</param>
    /// <param name="most">The most bytes that an object stream may unpack to.</param>
    /// <param name="isGuess">Whether the order of pages is that of the file, because its page tree is lost.</param>
    public static byte[]? Of(ReadOnlySpan<byte> file, long most, out bool isGuess)
    {
        int head = Math.Max(0, file.IndexOf("%PDF-"u8));
        var rebuild = new PdfRebuild(file[head..].ToArray(), most);
        rebuild.rebuilt.Write(rebuild.content);
        rebuild.FindObjects();
        rebuild.FindRoot();
        isGuess = rebuild.root is null;
        if (isGuess && !rebuild.MakeTree()) return null;
        rebuild.WriteIndex();
        return rebuild.rebuilt.ToArray();
    }

    private void FindObjects()
    {
        ReadOnlySpan<byte> rest = content;
        List<int> packed = [];
        for (int at = 0; objects.Count < MostObjects;)
        {
            int found = rest[at..].IndexOf("obj"u8);
            if (found < 0) break;
            at += found;
            if (HeadBefore(at) is { } head)
            {
                objects[head.Number] = (head.Generation, head.Offset);
                ReadHead(head.Number, at + 3, packed);
            }
            at += 3;
        }
        // strings and streams of encrypted files are of no use outside of their object streams
        if (encryption is null) packed.ForEach(Unpack);
    }

    /// <summary>The <c>12 0</c> before an <c>obj</c>.</summary>
    private (int Number, int Generation, int Offset)? HeadBefore(int at)
    {
        if (!TryNumberBefore(ref at, out int generation) || !TryNumberBefore(ref at, out int number)) return null;
        return number is > 0 and <= HighestNumber && generation < 65_536 ? (number, generation, at) : null;
    }

    private bool TryNumberBefore(ref int at, out int value)
    {
        int end = at;
        while (end > 0 && content[end - 1] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') end--;
        int start = end;
        while (start > 0 && end - start < 9 && content[start - 1] is >= (byte)'0' and <= (byte)'9') start--;
        value = 0;
        if (start == end || end == at) return false;
        value = int.Parse(Encoding.ASCII.GetString(content, start, end - start), CultureInfo.InvariantCulture);
        at = start;
        return true;
    }

    private void ReadHead(int number, int at, List<int> packed)
    {
        PdfOperands entries = EntriesAt(at, out _);
        string? type = entries.ValueOf("Type") is { Kind: PdfLexeme.Name } name ? Encoding.Latin1.GetString(entries.Bytes(name)) : null;
        if (type == "ObjStm") packed.Add(at);
        else if (type == "XRef") ReadTrailer(entries);
        else Note(number, type);
    }

    private void Note(int number, string? type)
    {
        // of two versions of an object the later one counts
        if (known.Remove(number)) pages.Remove(number);
        if (type == "Page" && known.Add(number)) pages.Add(number);
        if (type == "Catalog") root = $"{number} 0 R";
    }

    /// <summary>A dictionary's pieces, and where it ends.</summary>
    private PdfOperands EntriesAt(int at, out int end)
    {
        var entries = new PdfOperands();
        var lexer = new PdfLexer(content.AsSpan(at, Math.Min(content.Length - at, 4096)));
        int depth = 0;
        for (PdfLexeme kind = lexer.Next(); kind != PdfLexeme.End; kind = lexer.Next())
        {
            if (kind == PdfLexeme.DictionaryStart) depth++;
            if (kind == PdfLexeme.DictionaryEnd && --depth <= 0) break;
            if (depth == 0) break;
            entries.Add(kind, lexer.Number, lexer.Bytes);
        }
        end = at + lexer.Position;
        return entries;
    }

    private void ReadTrailer(PdfOperands entries)
    {
        if (entries.ValueOf("Root") is { Kind: PdfLexeme.Number } catalog && objects.ContainsKey((int)catalog.Number)) root = $"{(int)catalog.Number} 0 R";
        if (entries.ValueOf("Encrypt") is { Kind: PdfLexeme.Number } own) encryption = $"/Encrypt {(int)own.Number} 0 R{IdOf(entries)}";
    }

    private static string IdOf(PdfOperands entries)
    {
        for (int i = 0; i + 3 < entries.Count; i++)
            if (entries.Name(i) == "ID" && entries[i + 2].Kind == PdfLexeme.Text && entries[i + 3].Kind == PdfLexeme.Text)
                return $" /ID [<{Convert.ToHexString(entries.Bytes(entries[i + 2]))}> <{Convert.ToHexString(entries.Bytes(entries[i + 3]))}>]";
        return "";
    }

    private void Unpack(int at)
    {
        PdfOperands entries = EntriesAt(at, out int end);
        if (entries.ValueOf("N") is not { } count || entries.ValueOf("First") is not { } first || entries.ValueOf("DecodeParms") is not null) return;
        ReadOnlySpan<byte> rest = content.AsSpan(end);
        int start = rest.IndexOf("stream"u8);
        if (start < 0) return;
        start += rest[(start + 6)..].StartsWith("\r\n"u8) ? 8 : 7;
        int stop = rest[start..].IndexOf("endstream"u8);
        byte[] packed = rest[start..(stop < 0 ? rest.Length : start + stop)].ToArray();
        bool isPlain = entries.ValueOf("Filter") is null;
        byte[] unpacked = isPlain ? packed : PdfFlate.Unpack(packed, most, out _);
        Write(unpacked, (int)Math.Min(count.Number, MostObjects), (int)first.Number);
    }

    private void Write(ReadOnlySpan<byte> unpacked, int count, int first)
    {
        var lexer = new PdfLexer(unpacked);
        List<(int Number, int At)> heads = [];
        while (heads.Count < count && lexer.Next() == PdfLexeme.Number)
        {
            int number = (int)lexer.Number;
            if (lexer.Next() != PdfLexeme.Number) break;
            heads.Add((number, first + (int)lexer.Number));
        }
        for (int i = 0; i < heads.Count; i++)
        {
            int end = i + 1 < heads.Count ? heads[i + 1].At : unpacked.Length;
            if (heads[i].At < 0 || heads[i].At >= end || end > unpacked.Length || heads[i].Number is <= 0 or > HighestNumber) continue;
            rebuilt.Write("\n"u8);
            objects[heads[i].Number] = (0, rebuilt.Length);
            Put($"{heads[i].Number} 0 obj\n");
            rebuilt.Write(unpacked[heads[i].At..end]);
            Put("\nendobj\n");
            Note(heads[i].Number, TypeOf(unpacked[heads[i].At..end]));
        }
    }

    private static string? TypeOf(ReadOnlySpan<byte> item)
    {
        var entries = new PdfOperands();
        var lexer = new PdfLexer(item[..Math.Min(item.Length, 4096)]);
        for (PdfLexeme kind = lexer.Next(); kind != PdfLexeme.End; kind = lexer.Next()) entries.Add(kind, lexer.Number, lexer.Bytes);
        return entries.ValueOf("Type") is { Kind: PdfLexeme.Name } name ? Encoding.Latin1.GetString(entries.Bytes(name)) : null;
    }

    private void FindRoot()
    {
        ReadOnlySpan<byte> rest = content;
        for (int at = 0; ;)
        {
            int found = rest[at..].IndexOf("trailer"u8);
            if (found < 0) return;
            at += found + 7;
            ReadTrailer(EntriesAt(at, out _));
        }
    }

    private bool MakeTree()
    {
        if (pages.Count == 0) return false;
        int tree = objects.Keys.Max() + 1;
        objects[tree] = (0, rebuilt.Length + 1);
        Put($"\n{tree} 0 obj\n<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>\nendobj\n");
        objects[tree + 1] = (0, rebuilt.Length);
        Put($"{tree + 1} 0 obj\n<< /Type /Catalog /Pages {tree} 0 R >>\nendobj\n");
        root = $"{tree + 1} 0 R";
        return true;
    }

    private void WriteIndex()
    {
        Put("\n");
        long index = rebuilt.Length;
        Put("xref\n0 1\n0000000000 65535 f \n");
        foreach ((int number, (int generation, long offset)) in objects)
            Put(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} {generation:D5} n \n"));
        int size = objects.Count == 0 ? 1 : objects.Keys.Max() + 1;
        Put(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size} /Root {root} {encryption} >>\nstartxref\n{index}\n%%EOF\n"));
    }

    private void Put(string text) => rebuilt.Write(Encoding.Latin1.GetBytes(text));
}
