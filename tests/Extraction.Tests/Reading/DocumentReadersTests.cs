using System.Collections.Immutable;
using System.Text;
using Extraction.Diagnostics;
using Extraction.Documents;
using Extraction.Reading;

namespace Extraction.Tests.Reading;

public class DocumentReadersTests
{
    [Theory]
    [InlineData(10, null)]
    [InlineData(11, "document-too-long")]
    [InlineData(1000, "document-too-long")]
    public void A_document_with_more_characters_than_allowed_is_refused(int length, string? code)
    {
        SourceFile file = SourceFile.FromBytes("a.txt", Encoding.UTF8.GetBytes(new string('a', length)));
        var readers = new DocumentReaders(new Dictionary<SourceFormat, IDocumentReader> { [SourceFormat.Text] = new Echo() });

        string? thrown = null;
        try
        {
            readers.Read(file, new ReadLimits { MaxCharacters = 10 }, new DiagnosticBag(), CancellationToken.None);
        }
        catch (UnreadableDocumentException failure)
        {
            thrown = failure.Code;
        }

        Assert.Equal(code, thrown);
    }

    private sealed class Echo : IDocumentReader
    {
        public SourceDocument Read(SourceFile file, ReadLimits limits, DiagnosticBag diagnostics, CancellationToken cancellation)
        {
            var run = new SourceRun(Encoding.UTF8.GetString(file.Content.Span), new Locator());
            ImmutableArray<SourceElement> elements = [new SourceTextBox(new Locator(), SourceLayer.Content, false, [new SourceParagraph([run])])];
            return new SourceDocument(file, SourceFormat.Text, null, [new SourcePage(1, null, null, elements)]);
        }
    }
}
