using System.Text;
using System.Text.Unicode;

namespace Extraction.Cli.Text;

/// <summary>
/// Reads UTF-8 line by line, whatever the lines' length; time is linear in it, and no more than one line is held. A line ends with a
/// line feed. Bytes that are no UTF-8 become U+FFFD and are counted.
/// </summary>
internal sealed class Utf8Lines(Stream stream)
{
    private byte[] buffer = new byte[1 << 16];
    private int start, end;

    /// <summary>Number of the line read last, from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>Lines with bytes that are no UTF-8.</summary>
    internal int Damaged { get; private set; }

    /// <summary>The first of them, 0 where there is none.</summary>
    internal int FirstDamaged { get; private set; }

    /// <summary>Whether the line read last had a line feed behind it.</summary>
    internal bool HasLineEnd { get; private set; }

    /// <summary>Whether the next line must be waited for: the time to show what is done.</summary>
    internal bool IsDrained => buffer.AsSpan(start, end - start).IndexOf((byte)'\n') < 0;

    /// <summary>The next line without its line feed, null at the end.</summary>
    internal string? Read()
    {
        int searched = start, at;
        while ((at = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n')) < 0)
        {
            int done = end - start;
            if (!Fill())
            {
                if (start == end) return null;
                HasLineEnd = false;
                return Take(end, end);
            }

            searched = start + done;
        }

        HasLineEnd = true;
        return Take(searched + at, searched + at + 1);
    }

    private string Take(int lineEnd, int next)
    {
        ReadOnlySpan<byte> line = buffer.AsSpan(start, lineEnd - start);
        Number++;
        if (!Utf8.IsValid(line))
        {
            Damaged++;
            if (FirstDamaged == 0) FirstDamaged = Number;
        }

        start = next;
        return Encoding.UTF8.GetString(line);
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
