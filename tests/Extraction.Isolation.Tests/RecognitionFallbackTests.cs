using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Isolation.Tests;

public sealed class RecognitionFallbackTests
{
    private static readonly SourceFile File = SourceFile.FromBytes("a.pdf", []);

    [Fact]
    public void A_document_whose_pictures_end_the_worker_is_read_without_them_and_says_so()
    {
        var diagnostics = new DiagnosticBag();

        SourceDocument document = new RecognitionFallback(new Reader("reader-memory")).Read(File, new ReadLimits(), diagnostics, default);

        Assert.Same(File, document.File);
        Diagnostic loss = Assert.Single(diagnostics.Items);
        Assert.True(loss is { Code: "ocr-abandoned", IsError: true });
        Assert.Contains("reader-memory", loss.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf-encrypted", RecognitionScope.All)]
    [InlineData("reader-memory", RecognitionScope.None)]
    public void Any_other_failure_stands(string code, RecognitionScope scope)
    {
        var reader = new Reader(code, alsoWithout: true);

        var failure = Assert.Throws<UnreadableDocumentException>(() => new RecognitionFallback(reader).Read(File, new ReadLimits { Recognition = scope }, new DiagnosticBag(), default));

        Assert.Equal(code, failure.Code);
        Assert.Equal(1, reader.Asked);
    }

    private sealed class Reader(string code, bool alsoWithout = false) : IDocumentReader
    {
        public int Asked { get; private set; }

        public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
        {
            Asked++;
            if (alsoWithout || limits.Recognition != RecognitionScope.None) throw new UnreadableDocumentException(code, "failed");
            return new SourceDocument(file, SourceFormat.Pdf, null, []);
        }
    }
}
