using System.Collections.Immutable;
using Extraction.Diagnostics;
using Extraction.Documents;

namespace Extraction.Isolation.Wire;

/// <summary>How a worker's reading ended.</summary>
internal enum AnswerKind
{
    /// <summary>There is a document.</summary>
    Read,

    /// <summary>The reader says, typed, why there is none.</summary>
    Unreadable,

    /// <summary>Memory ran out while reading, whether or not the reader noticed.</summary>
    OutOfMemory,

    /// <summary>An exception that the reader should not throw.</summary>
    Fault,
}

/// <summary>What a worker says about one file.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Diagnostics">What the reader reported until then.</param>
/// <param name="Document">Null unless it was read.</param>
/// <param name="Code">The failure's code, or the exception's type; empty where it was read.</param>
/// <param name="Message">The failure's or the exception's message; empty where it was read.</param>
internal sealed record ReadAnswer(
    AnswerKind Kind, ImmutableArray<Diagnostic> Diagnostics, SourceDocument? Document = null, string Code = "", string Message = "")
{
    internal ReadOnlyMemory<byte> Encode()
    {
        var writer = new WireWriter();
        var encoder = new DocumentEncoder(writer);
        writer.Number((int)Kind);
        writer.Text(Code);
        writer.Text(Message);
        encoder.Diagnostics(Diagnostics);
        if (Document is not null) encoder.Document(Document);
        return writer.Written;
    }

    /// <exception cref="InvalidDataException">The bytes are no answer.</exception>
    internal static ReadAnswer Decode(ReadOnlyMemory<byte> bytes, SourceFile file)
    {
        var reader = new WireReader(bytes);
        var decoder = new DocumentDecoder(reader);
        AnswerKind kind = reader.Kind<AnswerKind>();
        (string code, string message) = (reader.Text(), reader.Text());
        ImmutableArray<Diagnostic> diagnostics = decoder.Diagnostics();
        SourceDocument? document = kind == AnswerKind.Read ? decoder.Document(file) : null;
        return reader.IsAtEnd ? new ReadAnswer(kind, diagnostics, document, code, message) : throw WireReader.Invalid();
    }
}
