using System.Collections.Immutable;
using CsCheck;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Isolation.Wire;
using Extraction.Reading;

namespace Extraction.Isolation.Tests.Wire;

/// <summary>A document and its diagnostics come out of the wire as they went in, every property of every record.</summary>
public sealed class DocumentCodecTests
{
    private static readonly SourceFile File = SourceFile.FromBytes("a", []);

    [Fact]
    public void A_document_comes_out_as_it_went_in() =>
        Gen.Select(ReflectedGen.Of(typeof(ImmutableArray<SourcePage>)), ReflectedGen.Of(typeof(ImmutableArray<OutlineEntry>)), ReflectedGen.Of(typeof(SourceFormat)))
            .Sample(
                (pages, outline, format) =>
                {
                    var document = new SourceDocument(File, (SourceFormat)format!, "title", (ImmutableArray<SourcePage>)pages!) { Outline = (ImmutableArray<OutlineEntry>)outline! };
                    ReadAnswer answer = ReadAnswer.Decode(new ReadAnswer(AnswerKind.Read, [], document).Encode(), File);
                    Assert.Equal(ReflectedGen.Print(document), ReflectedGen.Print(answer.Document));
                },
                iter: 300);

    [Fact]
    public void A_document_has_no_property_that_the_test_above_leaves_out() =>
        Assert.Equal(
            ["File", "Format", "Outline", "Pages", "Title"], typeof(SourceDocument).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Diagnostics_come_out_as_they_went_in() =>
        ReflectedGen.Of(typeof(ImmutableArray<Diagnostic>)).Sample(
            diagnostics =>
            {
                var answer = new ReadAnswer(AnswerKind.Unreadable, (ImmutableArray<Diagnostic>)diagnostics!, null, "code", "message");
                Assert.Equal(ReflectedGen.Print(answer), ReflectedGen.Print(ReadAnswer.Decode(answer.Encode(), File)));
            },
            iter: 300);

    [Fact]
    public void A_request_comes_out_as_it_went_in() =>
        ReflectedGen.Of(typeof(ReadLimits)).Sample(
            limits =>
            {
                var request = new ReadRequest(SourceFile.FromBytes("名 \uD800", [1, 2, 3]), (ReadLimits)limits!);
                using var stream = new MemoryStream();
                request.Write(stream);
                stream.Position = 0;
                ReadRequest read = ReadRequest.TryRead(stream)!;
                Assert.Equal(request.Limits, read.Limits);
                Assert.Equal((request.File.Source, request.File.Sha256), (read.File.Source, read.File.Sha256));
                Assert.Equal(request.File.Content.ToArray(), read.File.Content.ToArray());
                Assert.Null(ReadRequest.TryRead(stream));
            },
            iter: 100);

    [Fact]
    public void Bytes_that_are_no_answer_are_refused_and_never_anything_else()
    {
        byte[] whole = new ReadAnswer(AnswerKind.Read, [], MischievousReader.Document(File, "text")).Encode().ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample(
            (at, value, length) =>
            {
                byte[] damaged = [.. whole];
                damaged[at] = value;
                Exception? thrown = Record.Exception(() => ReadAnswer.Decode(damaged.AsMemory(0, length), File));
                Assert.True(thrown is null or InvalidDataException, thrown?.ToString());
            },
            iter: 5000);
    }
}
