using System.Text.Json;
using System.Text.Json.Serialization;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation.Wire;

/// <summary>A file to be read: its bytes, so that a worker opens no file and reads what was hashed.</summary>
/// <param name="File">The file.</param>
/// <param name="Limits">To read it within.</param>
internal sealed record ReadRequest(SourceFile File, ReadLimits Limits)
{
    private const int MaxHeadBytes = 1 << 20;

    internal void Write(Stream stream)
    {
        var head = new WireWriter();
        head.Text(File.Source);
        head.Text(File.Sha256);
        head.Text(JsonSerializer.Serialize(Limits, ReadLimitsJson.Default.ReadLimits));
        Frames.Write(stream, FrameKind.Request, head.Written.Span);
        Frames.Write(stream, FrameKind.Content, File.Content.Span);
    }

    /// <summary>The next request, null where there will be none.</summary>
    internal static ReadRequest? TryRead(Stream stream)
    {
        if (Frames.TryRead(stream, FrameKind.Request, MaxHeadBytes) is not { } bytes) return null;
        var head = new WireReader(bytes);
        (string source, string sha256, string json) = (head.Text(), head.Text(), head.Text());
        if (Frames.TryRead(stream, FrameKind.Content, int.MaxValue) is not { } content) return null;
        return new ReadRequest(new SourceFile(source, sha256, content), JsonSerializer.Deserialize(json, ReadLimitsJson.Default.ReadLimits)!);
    }
}

/// <summary>Limits as JSON: whatever is added to them travels without more ado.</summary>
[JsonSerializable(typeof(ReadLimits))]
internal sealed partial class ReadLimitsJson : JsonSerializerContext;
