using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extraction.Formats.Pdf;

/// <summary>What stands in a content stream, counted without understanding it: rather too much than too little.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="TextBytes">Bytes inside of strings, each of which can become a letter.</param>
/// <param name="Names">Every name in order, repeated as it is; those of forms are calls.</param>
internal sealed record PdfContentScan(int Length, int TextBytes, ImmutableArray<string> Names)
{
    private const int MaxNameBytes = 127;

    public static PdfContentScan Of(ReadOnlySpan<byte> content)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var pool = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int slash = content.IndexOf((byte)'/'); slash >= 0;)
        {
            ReadOnlySpan<byte> rest = content[(slash + 1)..];
            int length = NameLength(rest);
            string name = NameOf(rest[..length]);
            if (!pool.TryAdd(name, name)) name = pool[name];
            names.Add(name);
            int next = rest[length..].IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + length + next;
        }
        return new PdfContentScan(content.Length, CountText(content), names.ToImmutable());
    }

    private static int NameLength(ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOfAny("\0\t\n\f\r ()<>[]{}/%"u8);
        return Math.Min(length < 0 ? rest.Length : length, MaxNameBytes);
    }

    private static string NameOf(ReadOnlySpan<byte> raw)
    {
        string name = Encoding.Latin1.GetString(raw);
        if (!name.Contains('#', StringComparison.Ordinal)) return name;
        var plain = new StringBuilder();
        for (int i = 0; i < name.Length; i++)
        {
            bool isEscape = name[i] == '#' && i + 2 < name.Length
                && int.TryParse(name.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && plain.Append((char)code).Length > 0;
            if (isEscape) i += 2;
            else plain.Append(name[i]);
        }
        return plain.ToString();
    }

    private static int CountText(ReadOnlySpan<byte> content)
    {
        int count = 0, depth = 0;
        bool isHex = false;
        for (int i = 0; i < content.Length; i++)
        {
            byte at = content[i];
            if (depth > 0)
            {
                count++;
                if (at == (byte)'\\') i++;
                else if (at == (byte)'(') depth++;
                else if (at == (byte)')') depth--;
            }
            else if (at == (byte)'(') depth = 1;
            else if (at is (byte)'<' or (byte)'>') isHex = at == (byte)'<';
            else if (isHex && (i & 1) == 0) count++;
        }
        return count;
    }
}
