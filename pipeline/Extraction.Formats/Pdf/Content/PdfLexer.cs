using System.Buffers;

namespace Extraction.Formats.Pdf.Content;

/// <summary>What a piece of a content stream or character map is.</summary>
internal enum PdfLexeme
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name without its slash.</summary>
    Name,

    /// <summary>The bytes of a string.</summary>
    Text,

    /// <summary>An operator or keyword.</summary>
    Word,

    /// <summary><c>[</c>.</summary>
    ArrayStart,

    /// <summary><c>]</c>.</summary>
    ArrayEnd,

    /// <summary><c>&lt;&lt;</c>.</summary>
    DictionaryStart,

    /// <summary><c>&gt;&gt;</c>.</summary>
    DictionaryEnd,
}

/// <summary>Cuts a content stream or character map into pieces. Damage never stops it: what makes no sense is skipped byte by byte.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> content)
{
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    private readonly ReadOnlySpan<byte> content = content;
    private byte[] decoded = [];

    /// <summary>Where the next piece is looked for.</summary>
    public int Position { get; private set; }

    /// <summary>The last number.</summary>
    public double Number { get; private set; }

    /// <summary>The last name, string or word; valid until the next call.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    public PdfLexeme Next()
    {
        while (Position < content.Length)
        {
            byte at = content[Position];
            switch (at)
            {
                case (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0 or (byte)'{' or (byte)'}' or (byte)')':
                    Position++;
                    continue;
                case (byte)'%':
                    int line = content[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                    Position = line < 0 ? content.Length : Position + line;
                    continue;
                case (byte)'/': return Name();
                case (byte)'(': return Literal();
                case (byte)'<': return Peek(1) == '<' ? Sign(PdfLexeme.DictionaryStart, 2) : Hex();
                case (byte)'>': return Sign(PdfLexeme.DictionaryEnd, Peek(1) == '>' ? 2 : 1);
                case (byte)'[': return Sign(PdfLexeme.ArrayStart, 1);
                case (byte)']': return Sign(PdfLexeme.ArrayEnd, 1);
                case (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9'): return Numeral();
                default: return Word();
            }
        }
        return PdfLexeme.End;
    }

    /// <summary>Passes over an inline image's bytes up to its end mark, which is one only where drawing goes on behind it.</summary>
    public void SkipImage()
    {
        for (int at = Position; ;)
        {
            int found = content[at..].IndexOf("EI"u8);
            if (found < 0) break;
            at += found + 2;
            bool isAlone = found > 0 && IsBlank(content[at - 3]) && (at >= content.Length || IsBlank(content[at]));
            if (!isAlone || !IsPlain(content[at..Math.Min(content.Length, at + 12)])) continue;
            Position = at;
            return;
        }
        Position = content.Length;
    }

    private static bool IsBlank(byte at) => at is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0;

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes)
            if (each > 0x7E || (each < 0x20 && !IsBlank(each))) return false;
        return true;
    }

    private readonly int Peek(int ahead) => Position + ahead < content.Length ? content[Position + ahead] : -1;

    private PdfLexeme Sign(PdfLexeme kind, int length)
    {
        Position += length;
        return kind;
    }

    private PdfLexeme Word()
    {
        int length = Math.Max(1, RunLength(Position));
        Bytes = content.Slice(Position, length);
        Position += length;
        return PdfLexeme.Word;
    }

    private readonly int RunLength(int from)
    {
        int length = content[from..].IndexOfAny(WordEnds);
        return length < 0 ? content.Length - from : length;
    }

    private PdfLexeme Name()
    {
        int length = RunLength(Position + 1);
        ReadOnlySpan<byte> raw = content.Slice(Position + 1, length);
        Position += 1 + length;
        Bytes = raw.IndexOf((byte)'#') < 0 ? raw : Unescape(raw);
        return PdfLexeme.Name;
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> raw)
    {
        Reserve(raw.Length);
        int count = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            bool isEscape = raw[i] == '#' && i + 2 < raw.Length && HexDigit(raw[i + 1]) >= 0 && HexDigit(raw[i + 2]) >= 0;
            decoded[count++] = isEscape ? (byte)((HexDigit(raw[i + 1]) << 4) | HexDigit(raw[i + 2])) : raw[i];
            if (isEscape) i += 2;
        }
        return decoded.AsSpan(0, count);
    }

    private PdfLexeme Numeral()
    {
        double value = 0, scale = 0;
        bool isNegative = false;
        int start = Position;
        for (; Position < content.Length; Position++)
        {
            byte at = content[Position];
            if (at is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (at - '0');
                scale *= 10;
            }
            else if (at == '.' && scale == 0) scale = 1;
            else if (at is (byte)'-' or (byte)'+' && Position - start < 2 && value == 0) isNegative |= at == '-';
            else break;
        }
        Number = (isNegative ? -value : value) / Math.Max(1, scale);
        // what stops a number but belongs to it (a second point) is no operator
        if (Position < content.Length && content[Position] is (byte)'.' or (byte)'-' or (byte)'+') Position += RunLength(Position);
        return PdfLexeme.Number;
    }

    private PdfLexeme Hex()
    {
        int end = content[Position..].IndexOf((byte)'>');
        ReadOnlySpan<byte> raw = end < 0 ? content[(Position + 1)..] : content.Slice(Position + 1, end - 1);
        Position = end < 0 ? content.Length : Position + end + 1;
        Reserve((raw.Length / 2) + 1);
        int count = 0, high = -1;
        foreach (byte each in raw)
        {
            int digit = HexDigit(each);
            if (digit < 0) continue;
            if (high < 0) high = digit;
            else
            {
                decoded[count++] = (byte)((high << 4) | digit);
                high = -1;
            }
        }
        if (high >= 0) decoded[count++] = (byte)(high << 4);
        Bytes = decoded.AsSpan(0, count);
        return PdfLexeme.Text;
    }

    private static int HexDigit(byte at) => at switch
    {
        >= (byte)'0' and <= (byte)'9' => at - '0',
        >= (byte)'A' and <= (byte)'F' => at - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => at - 'a' + 10,
        _ => -1,
    };

    private PdfLexeme Literal()
    {
        int depth = 1, count = 0;
        int plain = content[(Position + 1)..].IndexOfAny((byte)')', (byte)'\\', (byte)'(');
        Reserve(Math.Max(plain, 64));
        for (Position++; Position < content.Length; Position++)
        {
            byte at = content[Position];
            if (at == ')' && --depth == 0) break;
            if (at == '(') depth++;
            if (at == '\r' && Peek(1) == '\n') continue;
            int value = at == '\\' ? Escape() : at == '\r' ? '\n' : at;
            if (value < 0) continue;
            if (count == decoded.Length) Array.Resize(ref decoded, count * 2);
            decoded[count++] = (byte)value;
        }
        Position++;
        Bytes = decoded.AsSpan(0, count);
        return PdfLexeme.Text;
    }

    /// <summary>The byte that an escape stands for, -1 for a line that only goes on. Leaves the position on its last byte.</summary>
    private int Escape()
    {
        int at = Peek(1);
        Position++;
        if (at is >= '0' and <= '7') return Octal();
        if (at == '\r' && Peek(1) == '\n') Position++;
        return at switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '\r' or '\n' => -1,
            _ => at,
        };
    }

    private int Octal()
    {
        int value = content[Position] - '0';
        for (int digits = 1; digits < 3 && Peek(1) is >= '0' and <= '7'; digits++) value = (value * 8) + content[++Position] - '0';
        return value;
    }

    private void Reserve(int length)
    {
        if (decoded.Length < length) decoded = new byte[length];
    }
}
