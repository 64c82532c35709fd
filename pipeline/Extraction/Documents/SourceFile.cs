using System.Security.Cryptography;

namespace Extraction.Documents;

/// <summary>A file as it came in: its bytes, its name in the dataset, and the hash that everything made from it carries.</summary>
/// <param name="Source">Path in the dataset, relative, with <c>/</c>; unique in a run.</param>
/// <param name="Sha256">64 lower-case hex digits of the bytes' SHA-256.</param>
/// <param name="Content">The bytes.</param>
public sealed record SourceFile(string Source, string Sha256, ReadOnlyMemory<byte> Content)
{
    /// <summary>Wraps bytes that are already in memory.</summary>
    public static SourceFile FromBytes(string source, byte[] content) =>
        new(source, Convert.ToHexStringLower(SHA256.HashData(content)), content);

    /// <summary><c>sha256:</c> and the hash: the document's id in every record.</summary>
    public string DocumentId => "sha256:" + Sha256;
}

/// <summary>The formats that are read.</summary>
public enum SourceFormat
{
    /// <summary>Plain text, often what another tool extracted from a deck.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>PowerPoint (Open XML).</summary>
    Pptx,

    /// <summary>Word (Open XML).</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>PowerPoint 97-2003, read from a converted copy.</summary>
    Ppt,

    /// <summary>Word 97-2003, read from a converted copy.</summary>
    Doc,

    /// <summary>Rich text, read from a converted copy.</summary>
    Rtf,
}
