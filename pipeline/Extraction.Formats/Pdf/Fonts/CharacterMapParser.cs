using System.Text;
using Extraction.Formats.Pdf.Content;

namespace Extraction.Formats.Pdf.Fonts;

/// <summary>Reads a CMap's text. Entries that make no sense are left out.</summary>
internal ref struct CharacterMapParser
{
    // more entries than any script has letters
    private const int MostEntries = 200_000;
    private const int LongestText = 64;

    private readonly CharacterMap map = new();
    private readonly Func<string, CharacterMap?> find;
    private PdfLexer lexer;
    private int entries;

    private CharacterMapParser(ReadOnlySpan<byte> content, Func<string, CharacterMap?> find)
    {
        lexer = new PdfLexer(content);
        this.find = find;
    }

    /// <summary>Parses the map.</summary>
    /// <param name="content">The map's bytes, unpacked.</param>
    /// <param name="find">Gives the map that another one builds on, by its name.</param>
    public static CharacterMap Parse(ReadOnlySpan<byte> content, Func<string, CharacterMap?> find)
    {
        var parser = new CharacterMapParser(content, find);
        parser.Read();
        return parser.map;
    }

    private void Read()
    {
        string name = "", before = "";
        for (PdfLexeme kind = lexer.Next(); kind != PdfLexeme.End && entries < MostEntries; kind = lexer.Next())
        {
            if (kind == PdfLexeme.Name)
            {
                (before, name) = (name, Encoding.Latin1.GetString(lexer.Bytes));
                if (before == "CMapName") map.Name = name;
            }
            else if (kind == PdfLexeme.Number && name == "WMode")
            {
                map.IsVertical = lexer.Number == 1;
                name = "";
            }
            else if (kind == PdfLexeme.Word) Run(lexer.Bytes, name);
        }
    }

    private void Run(ReadOnlySpan<byte> word, string name)
    {
        if (word.SequenceEqual("usecmap"u8)) map.Base = find(name);
        else if (word.SequenceEqual("begincodespacerange"u8)) ReadSpaces();
        else if (word.SequenceEqual("begincidrange"u8)) ReadRanges();
        else if (word.SequenceEqual("begincidchar"u8)) ReadCharacters();
        else if (word.SequenceEqual("beginbfrange"u8)) ReadRanges();
        else if (word.SequenceEqual("beginbfchar"u8)) ReadCharacters();
    }

    private bool TryCode(out uint code, out int length)
    {
        (code, length) = (0, 0);
        if (lexer.Next() != PdfLexeme.Text) return false;
        ReadOnlySpan<byte> bytes = lexer.Bytes;
        length = bytes.Length;
        foreach (byte each in bytes[Math.Max(0, length - 4)..]) code = (code << 8) | each;
        return length > 0;
    }

    private void ReadSpaces()
    {
        while (TryCode(out uint low, out int length) && TryCode(out uint high, out _)) map.AddSpace(length, low, high);
    }

    private void ReadCharacters()
    {
        while (entries < MostEntries && TryCode(out uint code, out _)) ReadTarget(code, code);
    }

    private void ReadRanges()
    {
        while (entries < MostEntries && TryCode(out uint low, out _) && TryCode(out uint high, out _)) ReadTarget(low, high);
    }

    private void ReadTarget(uint low, uint high)
    {
        entries++;
        switch (lexer.Next())
        {
            case PdfLexeme.Number when lexer.Number is >= 0 and < uint.MaxValue:
                map.AddRange(low, high, (uint)lexer.Number);
                break;
            case PdfLexeme.Text:
                AddTexts(low, high, TextOf(lexer.Bytes));
                break;
            case PdfLexeme.ArrayStart:
                for (uint code = low; lexer.Next() is PdfLexeme.Text && entries < MostEntries; code++, entries++)
                    if (code >= low && code <= high) map.AddText(code, TextOf(lexer.Bytes));
                break;
        }
    }

    private readonly void AddTexts(uint low, uint high, string first)
    {
        if (first.Length == 0) return;
        if (low == high) map.AddText(low, first);
        else if (Rune.DecodeFromUtf16(first, out Rune rune, out int used) == System.Buffers.OperationStatus.Done && used == first.Length)
            map.AddRange(low, high, (uint)rune.Value);
        else
            // only the last unit counts up, within a byte
            for (uint code = low; code <= high && code - low < 256; code++) map.AddText(code, first[..^1] + (char)(first[^1] + (code - low)));
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestText) return "";
        return bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes[..(bytes.Length & ~1)]);
    }
}
