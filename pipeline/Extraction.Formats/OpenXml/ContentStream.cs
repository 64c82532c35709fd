using System.Runtime.InteropServices;
using Extraction.Documents;

namespace Extraction.Formats.OpenXml;

/// <summary>A read-only stream over a file's bytes, without a copy where the memory is an array.</summary>
internal static class ContentStream
{
    public static MemoryStream Open(SourceFile file) =>
        MemoryMarshal.TryGetArray(file.Content, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(file.Content.ToArray(), writable: false);
}
