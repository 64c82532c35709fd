using System.Text;

namespace Extraction.Cli.Text;

/// <summary>Gathers output, since the console writes each small piece through: flushed when it is large and when input must be waited for.</summary>
internal sealed class OutputBuffer(TextWriter output)
{
    private const int Large = 1 << 15;

    private readonly StringBuilder text = new();

    internal OutputBuffer Append(ReadOnlySpan<char> piece)
    {
        text.Append(piece);
        return this;
    }

    internal OutputBuffer Append(char character)
    {
        text.Append(character);
        return this;
    }

    /// <summary>Called behind each line.</summary>
    internal void EndLine(bool isWaiting)
    {
        if (isWaiting || text.Length >= Large) Flush();
    }

    internal void Flush()
    {
        foreach (ReadOnlyMemory<char> chunk in text.GetChunks()) output.Write(chunk.Span);
        text.Clear();
        output.Flush();
    }
}
