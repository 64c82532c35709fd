using System.Collections.Immutable;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation;

/// <summary>What a worker says of a document.</summary>
/// <param name="Document">What it read; null where nothing can be read.</param>
/// <param name="Diagnostics">In order.</param>
/// <param name="Code">Why nothing can be read; null where something was.</param>
/// <param name="Message">Cause and remedy, with <paramref name="Code"/>.</param>
internal sealed record WorkerAnswer(SourceDocument? Document, ImmutableArray<Diagnostic> Diagnostics, string? Code, string? Message)
{
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var head = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            head.Write(Code ?? "");
            head.Write(Message ?? "");
        }
        using var writer = new DocumentWriter(stream);
        writer.Write(Diagnostics);
        if (Document is not null) writer.Write(Document);
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no answer.</exception>
    public static WorkerAnswer FromBytes(byte[] bytes, SourceFile file)
    {
        try
        {
            using var head = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
            (string code, string message) = (head.ReadString(), head.ReadString());
            var parser = new DocumentParser(bytes[(int)head.BaseStream.Position..]);
            ImmutableArray<Diagnostic> diagnostics = parser.Diagnostics();
            return code.Length > 0 ? new WorkerAnswer(null, diagnostics, code, message) : new WorkerAnswer(parser.Document(file), diagnostics, null, null);
        }
        catch (Exception failure) when (failure is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("The answer of a worker cannot be read.", failure);
        }
    }
}
