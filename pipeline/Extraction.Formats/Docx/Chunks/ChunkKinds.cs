using System.Text;

namespace Extraction.Formats.Docx.Chunks;

/// <summary>What an embedded document is.</summary>
internal enum ChunkKind
{
    /// <summary>None of the kinds that are read.</summary>
    Other,

    /// <summary>A Word document.</summary>
    Word,

    /// <summary>A web page.</summary>
    Page,

    /// <summary>A web page with its pictures in one file (MHTML).</summary>
    Archive,

    /// <summary>Plain text.</summary>
    Text,
}

/// <summary>Tells embedded documents apart by how they begin, plain text by its name.</summary>
internal static class ChunkKinds
{
    private const int Beginning = 1024;

    /// <summary>The kind of a part with these bytes and this name.</summary>
    public static ChunkKind Of(ReadOnlySpan<byte> bytes, string name)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Beginning)]).Replace("\0", "", StringComparison.Ordinal);
        if (start.StartsWith("PK", StringComparison.Ordinal)) return ChunkKind.Word;
        if (start.StartsWith("{\\rtf", StringComparison.Ordinal)) return ChunkKind.Other;
        if (start.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return ChunkKind.Archive;
        if (start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)) return ChunkKind.Page;
        string ending = Path.GetExtension(name);
        if (ending.StartsWith(".htm", StringComparison.OrdinalIgnoreCase) || ending.Equals(".xhtml", StringComparison.OrdinalIgnoreCase)) return ChunkKind.Page;
        return ending.Equals(".txt", StringComparison.OrdinalIgnoreCase) ? ChunkKind.Text : ChunkKind.Other;
    }
}
