using System.Text;
using System.Text.Json;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation;

/// <summary>A document for a worker. The bytes travel with it, so that a worker opens no file.</summary>
/// <param name="File">The document.</param>
/// <param name="Limits">For its reader.</param>
internal sealed record WorkerRequest(SourceFile File, ReadLimits Limits)
{
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream(File.Content.Length + 1024);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(File.Source);
        writer.Write(File.Sha256);
        writer.Write(JsonSerializer.Serialize(Limits));
        writer.Write(File.Content.Span);
        return stream.ToArray();
    }

    public static WorkerRequest FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        (string source, string hash, string limits) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        return new WorkerRequest(new SourceFile(source, hash, bytes.AsMemory((int)reader.BaseStream.Position)), JsonSerializer.Deserialize<ReadLimits>(limits)!);
    }
}
